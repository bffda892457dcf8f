import Box from '@mui/material/Box'
import { useId, useState, type ReactElement } from 'react'
import type { OrganizedBundle } from '../../core/organizeResources'
import { ErrorBoundary } from '../../ui/ErrorBoundary'
import { FieldList } from '../../ui/FieldList'
import { Notice } from '../../ui/Notice'
import { usePrinting } from '../../ui/printing'
import { Section } from '../../ui/Section'
import type { ViewContext } from '../renderer'
import { ResourceTables, type ResourceTablesProps } from '../tables/ResourceTables'
import { RowAside } from '../tables/RowAside'
import { TableView } from '../tables/TableView'
import { Trends } from '../tables/Trends'
import { Choice } from './Choice'
import { EntryList } from './EntryList'
import { LinkedText, useReading } from './LinkedText'
import { messages } from './messages'
import { Remarks } from '../tables/Remarks'
import type { SectionModel } from './sections'

/** A section and those inside it; headings end at level 6, nesting does not. */
export type Level = 3 | 4 | 5 | 6

export interface SectionViewProps {
  readonly section: SectionModel
  readonly bundle: OrganizedBundle
  readonly context: ViewContext
  readonly level: Level
  /** The author's text before anything else, for all sections of the document at once. Default: each by its own rule. */
  readonly asWritten?: boolean
}

const BELOW = { 3: 4, 4: 5, 5: 6, 6: 6 } as const satisfies Record<Level, Level>

export function SectionView(props: SectionViewProps): ReactElement {
  const { section, bundle, context, level, asWritten = false } = props
  const { title, address, items, missing, sections } = section
  const count = items.length + missing.length
  return (
    <Section title={title} level={level} {...(count > 0 && { count })}>
      <ErrorBoundary
        name="section"
        resetKey={context}
        fallback={<EntryList items={items} missing={missing} context={context} />}
      >
        <div data-section={address}>
          <SectionBody {...props} />
        </div>
      </ErrorBoundary>
      {sections.length > 0 && (
        <Box sx={{ borderInlineStart: '3px solid', borderColor: 'divider', paddingInlineStart: 2 }}>
          {sections.map((inner) => (
            <SectionView
              key={inner.key}
              section={inner}
              bundle={bundle}
              context={context}
              level={BELOW[level]}
              asWritten={asWritten}
            />
          ))}
        </Box>
      )}
    </Section>
  )
}

function SectionBody(props: SectionViewProps): ReactElement {
  const { section, bundle, context, level, asWritten = false } = props
  const { fields, remarks, narrative, items, tables, missing } = section
  const [own, show] = useViewOf(section, bundle, asWritten)
  const { isShown, leave, aside } = useReading(section.address, context.language)
  const view = isShown ? 'text' : own
  const hasBoth = narrative !== undefined && items.length > 0
  const codedId = useId()
  const printing = usePrinting()
  const t = messages(context.language)
  return (
    <>
      <Remarks remarks={remarks} />
      {asWritten && narrative === undefined && items.length > 0 && (
        <Notice severity="info">{t('nothingWritten')}</Notice>
      )}
      {fields.length > 0 && <FieldList fields={fields} />}
      {hasBoth && (
        <Choice
          label={t('chooseView')}
          options={[
            ['coded', t('showCoded')],
            ['text', t('showText')],
          ]}
          chosen={view}
          choose={(wanted) => {
            leave()
            show(wanted)
          }}
          // Whoever looks for a row finds the button that shows it.
          controls={[codedId]}
        />
      )}
      {narrative !== undefined && (view === 'text' || printing) && (
        <LinkedText narrative={narrative} address={section.address} language={context.language} />
      )}
      {/* The rows stay in the page while the text is shown: every entry has to be findable. */}
      <Box id={codedId} hidden={narrative !== undefined && view === 'text' && !printing}>
        <RowAside value={aside}>
          <Tables tables={tables} bundle={bundle} context={context} headingLevel={BELOW[level]} />
        </RowAside>
      </Box>
      <Missing missing={missing} context={context} />
    </>
  )
}

/** One table is the section itself: a heading of its own would say the same twice. */
function Tables(props: ResourceTablesProps): ReactElement {
  const { tables, bundle, context, headingLevel } = props
  const [table] = tables
  return table !== undefined && tables.length === 1 ? (
    <>
      <Trends table={table} bundle={bundle} context={context} headingLevel={headingLevel} />
      <TableView table={table} bundle={bundle} context={context} />
    </>
  ) : (
    <ResourceTables {...props} />
  )
}

type ShownView = SectionModel['view']

interface Chosen {
  readonly bundle: OrganizedBundle
  readonly asWritten: boolean
  readonly view: ShownView
}

/** What the reader chose for this section of this bundle; a choice never carries over to another one, and one for the whole document replaces it. */
function useViewOf(
  section: SectionModel,
  bundle: OrganizedBundle,
  asWritten: boolean,
): readonly [ShownView, (view: ShownView) => void] {
  const [choice, choose] = useState<Chosen>()
  const isPossible = section.narrative !== undefined && section.items.length > 0
  const isChosen = isPossible && choice?.bundle === bundle && choice.asWritten === asWritten
  const own = asWritten && section.narrative !== undefined ? 'text' : section.view
  return [isChosen ? choice.view : own, (view) => choose({ bundle, asWritten, view })]
}

interface MissingProps {
  readonly missing: readonly string[]
  readonly context: ViewContext
}

function Missing({ missing, context }: MissingProps): ReactElement | null {
  if (missing.length === 0) return null
  return (
    <Notice severity="warning" title={messages(context.language)('notIncludedTitle')}>
      <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5 }}>
        {missing.map((words, index) => (
          // Two entries may have the same words.
          <li key={index} dir="auto">
            {words}
          </li>
        ))}
      </Box>
    </Notice>
  )
}
