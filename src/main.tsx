import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App, ScreenFailed } from './app/App'
import { ServicesContext } from './app/ServicesContext'
import { loadLanguage } from './i18n/defineMessages'
import { bestLanguage, DEFAULT_LANGUAGE, LANGUAGE_DIRECTIONS, type Language } from './i18n/language'
import { LanguageProvider } from './i18n/LanguageContext'
import { forgetOnLeaving, onArrival, siteBase, takeArrival } from './platform/address'
import { createMailbox } from './platform/installed/mailbox'
import { createServices } from './platform/services'
import { readPreference, writePreference } from './platform/storage'
import { ErrorBoundary } from './ui/ErrorBoundary'
import { themeOf } from './ui/theme'

// A link in the address is read, removed from it and asked for before anything is drawn.
const arrival = takeArrival()
const base = siteBase()
const services = createServices(base)
const mailbox = createMailbox()
if (arrival !== undefined) void services.session.open(arrival)
forgetOnLeaving(() => services.leaving.leave('page'))

void show()
  .then(() => import('./platform/installed/start'))
  .then(({ startInstalled }) => startInstalled(base, mailbox.put))
  // The viewer is whole without it; a share that nobody takes is gone from the worker's memory in a minute.
  .catch(() => undefined)

async function show(): Promise<void> {
  const config = await services.config
  const asked = new URLSearchParams(window.location.search).get('lang') ?? readPreference('language')
  const language = await inWords(bestLanguage([asked ?? config.config.language, ...navigator.languages]))
  setPageLanguage(language)
  if (config.config.title !== '') document.title = config.config.title
  const root = document.querySelector('#root')
  if (!root) return
  createRoot(root).render(
    <StrictMode>
      <ThemeProvider theme={themeOf(config.config.colours)}>
        <CssBaseline />
        <LanguageProvider initialLanguage={language} onChange={rememberLanguage}>
          <ServicesContext value={services}>
            <ErrorBoundary name="app" fallback={<ScreenFailed />}>
              <App config={config} onArrival={onArrival} onBrought={mailbox.listen} />
            </ErrorBoundary>
          </ServicesContext>
        </LanguageProvider>
      </ThemeProvider>
    </StrictMode>,
  )
}

/** The wanted language if its words can be had, else English: words first, the right ones second. */
function inWords(language: Language): Promise<Language> {
  return loadLanguage(language).then(
    () => language,
    () => DEFAULT_LANGUAGE,
  )
}

function setPageLanguage(language: Language): void {
  document.documentElement.lang = language
  document.documentElement.dir = LANGUAGE_DIRECTIONS[language]
}

function rememberLanguage(language: Language): void {
  writePreference('language', language)
  setPageLanguage(language)
}
