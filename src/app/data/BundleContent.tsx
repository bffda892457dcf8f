import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import type { OrganizedBundle } from '../../core/organizeResources'
import { useLanguage } from '../../i18n/LanguageContext'
import { collection } from '../../renderers/collection'
import type { Renderer, ViewContext } from '../../renderers/renderer'
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
            <loaded.part.View bundle={bundle} context={context} />
          </ReceiptView>
        </>
      )
    default:
      return loaded satisfies never
  }
}
