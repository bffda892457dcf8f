import Box from '@mui/material/Box'
import { useMemo, useState, type ReactElement, type ReactNode } from 'react'
import type { OrganizedBundle } from '../../core/organizeResources'
import { ErrorBoundary } from '../../ui/ErrorBoundary'
import { Section } from '../../ui/Section'
import type { ViewContext } from '../renderer'
import { Glance } from '../tables/Glance'
import { ResourceTables } from '../tables/ResourceTables'
import { Choice } from './Choice'
import { DocumentHeader } from './DocumentHeader'
import { EntryList } from './EntryList'
import { ReadingProvider } from './LinkedText'
import { messages } from './messages'
import { toModel, type DocumentBundleModel, type DocumentModel } from './model'
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
        // The parts of a bundle never change their order.
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
  const { bundle, documents, rest, restIsClinical, glance } = part
  const t = messages(context.language)
  const count = rest.reduce((total, { rows }) => total + rows.length, 0)
  return (
    <>
      {documents.map((document, index) => (
        <DocumentView
          // The documents of a bundle never change their order.
          key={index}
          document={document}
          strip={index === 0 && <Glance {...glance} bundle={bundle} context={context} />}
          bundle={bundle}
          context={context}
        />
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
  /** What comes between the header of the document and its sections. */
  readonly strip: ReactNode
}

function DocumentView({ document, strip, bundle, context }: DocumentProps): ReactElement {
  const { sections } = document
  const t = messages(context.language)
  const [asWritten, showAsWritten] = useState(false)
  const hasChoice = sections.some(({ narrative }) => narrative !== undefined)
  return (
    <Box component="article" sx={{ marginBlockStart: 1.5 }}>
      <DocumentHeader document={document} context={context} />
      {strip}
      {hasChoice && (
        <Choice
          label={t('chooseDocumentView')}
          options={[
            [false, t('asData')],
            [true, t('asWritten')],
          ]}
          chosen={asWritten}
          choose={showAsWritten}
        />
      )}
      <ReadingProvider links={document.links}>
        {sections.map((section) => (
          <SectionView
            key={section.key}
            section={section}
            bundle={bundle}
            context={context}
            level={3}
            asWritten={asWritten}
          />
        ))}
      </ReadingProvider>
    </Box>
  )
}
