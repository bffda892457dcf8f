// `captureQR.html` is the camera in a window of its own, for when the viewer stands in a frame that may not use it.
import { createRoot } from 'react-dom/client'
import { capturePage } from './app/photo/CapturePage'
import { loadLanguage } from './i18n/defineMessages'
import { bestLanguage, DEFAULT_LANGUAGE, LANGUAGE_DIRECTIONS, type Language } from './i18n/language'
import { loadCamera } from './platform/capture'
import { deliverCapture, takeCaptureNonce } from './platform/capturePopup'
import { loadConfig } from './platform/loadConfig'
import { readPreference } from './platform/storage'

void show()

async function show(): Promise<void> {
  const nonce = takeCaptureNonce()
  const { config } = await loadConfig(new URL(document.baseURI), '')
  const language = bestLanguage([readPreference('language') ?? config.language, ...navigator.languages])
  const shown = await loadLanguage(language).then(
    (): Language => language,
    (): Language => DEFAULT_LANGUAGE,
  )
  document.documentElement.lang = shown
  document.documentElement.dir = LANGUAGE_DIRECTIONS[shown]
  const root = document.querySelector('#root')
  if (!root) return
  const deliver = nonce === undefined ? undefined : (text: string) => deliverCapture(nonce, text)
  createRoot(root).render(capturePage({ config, language: shown, loadCamera, deliver }))
}
