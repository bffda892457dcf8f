import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import { StrictMode, useRef, useState, type ReactElement } from 'react'
import type { Config } from '../../config/config'
import { collectParts } from '../../core/shc/collectParts'
import type { Language } from '../../i18n/language'
import { LanguageProvider, useLanguage } from '../../i18n/LanguageContext'
import type { Camera, CameraOptions } from '../../platform/cameraTypes'
import { themeOf } from '../../ui/theme'
import { LoadFailed } from '../LoadFailed'
import { Panel } from '../Panel'
import { useLoaded } from '../useLoaded'
import { CameraView, type Parts } from './CameraView'
import { messages } from './messages'

export interface CapturePageProps {
  readonly config: Config
  readonly loadCamera: () => Promise<(options: CameraOptions) => Camera>
  /** Hands the text to the page that opened this window; absent when none of ours did. */
  readonly deliver: ((text: string) => void) | undefined
}

/** The page of the capture window, ready to be rendered. */
export const capturePage = ({
  language,
  ...props
}: CapturePageProps & { language: Language }): ReactElement => (
  <StrictMode>
    <ThemeProvider theme={themeOf(props.config.colours)}>
      <CssBaseline />
      <LanguageProvider initialLanguage={language} onChange={() => undefined}>
        <Box component="main" sx={{ padding: 1.5 }}>
          <Panel>
            <CapturePage {...props} />
          </Panel>
        </Box>
      </LanguageProvider>
    </ThemeProvider>
  </StrictMode>
)

/** Scans one card or link, hands it over and is done. */
function CapturePage({ config, loadCamera, deliver }: CapturePageProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const loaded = useLoaded(loadCamera)
  const parts = useRef<readonly string[]>([])
  const [isSent, setSent] = useState(false)
  const onText = async (scanned: string): Promise<Parts | undefined> => {
    const collected = collectParts(parts.current, scanned)
    parts.current = collected.parts
    if (collected.text === undefined) return collected
    setSent(true)
    deliver?.(collected.text)
    return undefined
  }
  const isOver = isSent || !deliver
  return (
    <>
      <Box component="h1" sx={{ marginBlock: 0, fontSize: '1.25rem' }}>
        {t('title')}
      </Box>
      <p>{t(isSent ? 'captureSent' : deliver ? 'captureLead' : 'captureAlone')}</p>
      {isOver && (
        <Button variant="contained" onClick={() => window.close()}>
          {t('close')}
        </Button>
      )}
      {!isOver && loaded.status === 'loading' && <output>{t('starting')}</output>}
      {!isOver && loaded.status === 'failed' && <LoadFailed retry={loaded.retry} />}
      {!isOver && loaded.status === 'ready' && (
        <CameraView createCamera={loaded.part} config={config} onText={onText} />
      )}
    </>
  )
}
