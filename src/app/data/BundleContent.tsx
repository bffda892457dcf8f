import Box from '@mui/material/Box'
import { useState, type ReactElement, type ReactNode } from 'react'
import type { OrganizedBundle } from '../../core/organizeResources'
import { useLanguage } from '../../i18n/LanguageContext'
import { collection } from '../../renderers/collection'
import type { Renderer, ViewContext } from '../../renderers/renderer'
import type { SourceKind } from '../../renderers/tables/sourceKinds'
import { ErrorBoundary } from '../../ui/ErrorBoundary'
import { JsonText } from '../../ui/JsonText'
import { Notice } from '../../ui/Notice'
import { LoadFailed } from '../LoadFailed'
import { messages } from '../messages'
import { useLoaded } from '../useLoaded'
import { CodesNotice } from './CodesNotice'
import { ReceiptView } from './ReceiptView'

export interface BundleContentProps {
  readonly bundle: OrganizedBundle
  readonly renderer: Renderer
  readonly context: ViewContext
}

/** The record by its renderer; if that fails, by plain tables; if those fail, as JSON. Never nothing. */
export function BundleContent({ bundle, renderer, context }: BundleContentProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const asJson = (
    <>
      <Notice severity="error" title={t('listFailed')} announce="assertive" />
      <JsonText value={bundle.bundle} />
    </>
  )
  const asTables = (
    <>
      <Notice severity="warning" title={t('viewFailed')} announce="polite" />
      <ErrorBoundary name="collection" resetKey={context} fallback={asJson}>
        <RendererView bundle={bundle} renderer={collection} context={context} />
      </ErrorBoundary>
    </>
  )
  return (
    <ErrorBoundary
      name={renderer.id}
      resetKey={context}
      fallback={renderer.id === collection.id ? asJson : asTables}
    >
      <RendererView bundle={bundle} renderer={renderer} context={context} />
    </ErrorBoundary>
  )
}

function RendererView({ bundle, renderer, context }: BundleContentProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const loaded = useLoaded(renderer.load)
  switch (loaded.status) {
    case 'loading':
      return <Box component="output">{t('loading')}</Box>
    case 'failed':
      return <LoadFailed retry={loaded.retry} />
    case 'ready':
      return (
        <>
          <CodesNotice />
          <ReceiptView bundle={bundle}>
            <Filtered bundle={bundle}>
              <loaded.part.View bundle={bundle} context={context} />
            </Filtered>
          </ReceiptView>
        </>
      )
    default:
      return loaded satisfies never
  }
}

/** On the screen alone, and rows alone: paper has all of it, and so has the page for whoever looks for an entry. */
function hidingAllBut(kind: SourceKind) {
  const others = `& tr[data-sources]:not([data-sources~=${kind}])`
  return { '@media screen': { [`${others}, ${others} + tr.details, & tr.heading`]: { display: 'none' } } }
}

const loadFilter = () => import('./SourceFilter')

export interface FilteredProps {
  readonly bundle: OrganizedBundle
  readonly children: ReactNode
}

/** A record, of which the reader may look at what one kind of source says. Without the filter there is all of it. */
export function Filtered({ bundle, children }: FilteredProps): ReactElement {
  // Chosen for this record: what replaces it may have nothing of that kind, and would be hidden with no word about it.
  const [chosen, setChosen] = useState<{ readonly bundle: OrganizedBundle; readonly only: SourceKind }>()
  const only = chosen?.bundle === bundle ? chosen.only : undefined
  const loaded = useLoaded(loadFilter)
  return (
    <Box data-only={only} sx={only === undefined ? {} : hidingAllBut(only)}>
      {loaded.status === 'ready' && (
        <ErrorBoundary name="sourceFilter" resetKey={bundle} fallback={null}>
          <loaded.part.SourceFilter
            bundle={bundle}
            only={only}
            onChange={(kind) => setChosen(kind && { bundle, only: kind })}
          />
        </ErrorBoundary>
      )}
      {children}
    </Box>
  )
}
