import Box from '@mui/material/Box'
import { useMemo, type ReactElement } from 'react'
import type { OrganizedBundle } from '../../core/organizeResources'
import { Disclosure } from '../../ui/Disclosure'
import { ErrorBoundary } from '../../ui/ErrorBoundary'
import { FieldList } from '../../ui/FieldList'
import { Narrative } from '../../ui/Narrative'
import { Section } from '../../ui/Section'
import type { ViewContext } from '../renderer'
import { ResourceTables } from '../tables/ResourceTables'
import { EntryList } from './EntryList'
import { messages } from './messages'
import { toModel, type DocumentBundleModel, type DocumentModel } from './model'
import { Remarks } from '../tables/Remarks'
import { SectionView } from './SectionView'

export interface ViewProps {
  readonly bundle: OrganizedBundle
  readonly context: ViewContext
}

export function View({ bundle, context }: ViewProps): ReactElement {
  const { parts, around } = useMemo(() => toModel(bundle, context), [bundle, context])
  const t = messages(context.language)
  return (
    <>
      {parts.map((part, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the parts of a bundle never change their order
        <PartView key={index} part={part} context={context} />
      ))}
      {around.length > 0 && (
        <Section title={t('around')} level={3} defaultOpen={false}>
          <ResourceTables tables={around} bundle={bundle} context={context} headingLevel={4} />
        </Section>
      )}
    </>
  )
}

interface PartProps {
  readonly part: DocumentBundleModel
  readonly context: ViewContext
}

function PartView({ part, context }: PartProps): ReactElement {
  const { bundle, documents, rest, restIsClinical } = part
  const t = messages(context.language)
  const count = rest.reduce((total, { rows }) => total + rows.length, 0)
  return (
    <>
      {documents.map((document, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the documents of a bundle never change their order
        <DocumentView key={index} document={document} bundle={bundle} context={context} />
      ))}
      {count > 0 && (
        <Section title={t('alsoHere')} level={3} count={count} defaultOpen={restIsClinical}>
          <ErrorBoundary
            name="rest"
            resetKey={context}
            fallback={
              <EntryList items={rest.flatMap(({ rows }) => rows.map(({ item }) => item))} context={context} />
            }
          >
            <ResourceTables tables={rest} bundle={bundle} context={context} headingLevel={4} />
          </ErrorBoundary>
        </Section>
      )}
    </>
  )
}

interface DocumentProps extends ViewProps {
  readonly document: DocumentModel
}

function DocumentView({ document, bundle, context }: DocumentProps): ReactElement {
  const { ref, remarks, fields, narrative, sections } = document
  const t = messages(context.language)
  return (
    <Box component="article" sx={{ marginBlockStart: 1.5 }}>
      <div data-ref={ref}>
        <Remarks remarks={remarks} />
        <FieldList fields={fields} />
        {narrative !== undefined && (
          <Disclosure summary={t('documentText')}>
            <Narrative div={narrative} language={context.language} />
          </Disclosure>
        )}
      </div>
      {sections.map((section) => (
        <SectionView key={section.key} section={section} bundle={bundle} context={context} level={3} />
      ))}
    </Box>
  )
}
