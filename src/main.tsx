import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App, ScreenFailed } from './app/App'
import { OptionalFhir } from './app/ehr/OptionalFhir'
import { LoadedScreen } from './app/LoadedScreen'
import { ServicesContext } from './app/ServicesContext'
import { loadLanguage } from './i18n/defineMessages'
import { bestLanguage, DEFAULT_LANGUAGE, LANGUAGE_DIRECTIONS, type Language } from './i18n/language'
import { LanguageProvider } from './i18n/LanguageContext'
import { forgetOnLeaving, onArrival, siteBase, takeArrival } from './platform/address'
import { takeEhrReturn } from './platform/ehr/returned'
import { mayShowHere } from './platform/framePolicy'
import { createMailbox } from './platform/installed/mailbox'
import { createServices } from './platform/services'
import { readPreference, writePreference } from './platform/storage'
import { ErrorBoundary } from './ui/ErrorBoundary'
import { themeOf } from './ui/theme'

// What an EHR sent, or a link in the address, is read, removed from it and asked for before anything is drawn.
const back = takeEhrReturn()
const arrival = takeArrival()
const base = siteBase()
const services = createServices(base, back)
const mailbox = createMailbox()
const elsewhere = openArrival(arrival)
forgetOnLeaving(() => services.leaving.leave('page'))

const loadForeignFrame = async () => (await import('./app/frame/ForeignFrame')).ForeignFrame

void show()
  .then(() => import('./platform/installed/start'))
  .then(({ startInstalled }) => startInstalled(base, mailbox.put))
  // The viewer is whole without it; a share that nobody takes is gone from the worker's memory in a minute.
  .catch(() => undefined)

async function show(): Promise<void> {
  const [config, address] = await Promise.all([services.config, elsewhere])
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
              {address === undefined ? (
                <OptionalFhir>
                  <App config={config} onArrival={onArrival} onBrought={mailbox.listen} />
                </OptionalFhir>
              ) : (
                <LoadedScreen load={loadForeignFrame} props={{ address }} />
              )}
            </ErrorBoundary>
          </ServicesContext>
        </LanguageProvider>
      </ThemeProvider>
    </StrictMode>,
  )
}

/**
 * Opens what the address held. Inside a page that may not show the viewer nothing is opened, and nobody's server asked:
 * then it is the address to go on with elsewhere.
 */
async function openArrival(text: string | undefined): Promise<string | undefined> {
  if (!(await mayShowHere(services.config))) return text ?? window.location.href
  if (text !== undefined) void services.session.open(text)
  return undefined
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
