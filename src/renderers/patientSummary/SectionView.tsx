import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactElement } from 'react'
import type { OrganizedBundle } from '../../core/organizeResources'
import { ErrorBoundary } from '../../ui/ErrorBoundary'
import { FieldList } from '../../ui/FieldList'
import { Narrative } from '../../ui/Narrative'
import { Notice } from '../../ui/Notice'
import { Section } from '../../ui/Section'
import type { ViewContext } from '../renderer'
import { ResourceTables, type ResourceTablesProps } from '../tables/ResourceTables'
import { TableView } from '../tables/TableView'
import { EntryList } from './EntryList'
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
}

const BELOW = { 3: 4, 4: 5, 5: 6, 6: 6 } as const satisfies Record<Level, Level>

export function SectionView({ section, bundle, context, level }: SectionViewProps): ReactElement {
  const { title, items, missing, sections } = section
  const count = items.length + missing.length
  return (
    <Section title={title} level={level} {...(count > 0 && { count })}>
      <ErrorBoundary
        name="section"
        resetKey={context}
        fallback={<EntryList items={items} missing={missing} context={context} />}
      >
        <SectionBody section={section} bundle={bundle} context={context} level={level} />
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
            />
          ))}
        </Box>
      )}
    </Section>
  )
}

function SectionBody({ section, bundle, context, level }: SectionViewProps): ReactElement {
  const { fields, remarks, narrative, items, tables, missing } = section
  const [view, show] = useViewOf(section, bundle)
  const hasBoth = narrative !== undefined && items.length > 0
  return (
    <>
      <Remarks remarks={remarks} />
      {fields.length > 0 && <FieldList fields={fields} />}
      {hasBoth && <ViewSwitch view={view} show={show} context={context} />}
      {narrative !== undefined && view === 'text' && (
        <Narrative div={narrative} language={context.language} />
      )}
      {/* The rows stay in the page while the text is shown: every entry has to be findable. */}
      <Box hidden={narrative !== undefined && view === 'text'}>
        <Tables tables={tables} bundle={bundle} context={context} headingLevel={BELOW[level]} />
      </Box>
      <Missing missing={missing} context={context} />
    </>
  )
}

/** One table is the section itself: a heading of its own would say the same twice. */
function Tables(props: ResourceTablesProps): ReactElement {
  const { tables, bundle, context } = props
  const [table] = tables
  return table !== undefined && tables.length === 1 ? (
    <TableView table={table} bundle={bundle} context={context} />
  ) : (
    <ResourceTables {...props} />
  )
}

type ShownView = SectionModel['view']

/** What the reader chose for this section of this bundle; a choice never carries over to another one. */
function useViewOf(
  section: SectionModel,
  bundle: OrganizedBundle,
): readonly [ShownView, (view: ShownView) => void] {
  const [choice, choose] = useState<{ readonly bundle: OrganizedBundle; readonly view: ShownView }>()
  const isPossible = section.narrative !== undefined && section.items.length > 0
  const view = isPossible && choice?.bundle === bundle ? choice.view : section.view
  return [view, (wanted) => choose({ bundle, view: wanted })]
}

interface ViewSwitchProps {
  readonly view: ShownView
  readonly show: (view: ShownView) => void
  readonly context: ViewContext
}

function ViewSwitch({ view, show, context }: ViewSwitchProps): ReactElement {
  const t = messages(context.language)
  const options = [
    ['coded', t('showCoded')],
    ['text', t('showText')],
  ] as const
  return (
    <Box
      component="fieldset"
      aria-label={t('chooseView')}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        marginBlock: 1,
        marginInline: 0,
        padding: 0,
        border: 0,
      }}
    >
      {options.map(([option, label]) => (
        <Button
          key={option}
          size="small"
          variant={view === option ? 'contained' : 'outlined'}
          aria-pressed={view === option}
          onClick={() => show(option)}
        >
          {label}
        </Button>
      ))}
    </Box>
  )
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
          // oxlint-disable-next-line react/no-array-index-key -- two entries may have the same words
          <li key={index} dir="auto">
            {words}
          </li>
        ))}
      </Box>
    </Notice>
  )
}
