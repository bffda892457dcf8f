import Box from '@mui/material/Box'
import { useCallback, useEffect, useState, type ReactElement } from 'react'
import type { Config, ParsedConfig } from '../config/config'
import type { Footer as FooterTexts } from '../config/appearance'
import type { Tab } from '../config/screens'
import type { ShxError } from '../core/errors'
import { useLanguage } from '../i18n/LanguageContext'
import type { Mailbox } from '../platform/installed/mailbox'
import { ErrorBoundary } from '../ui/ErrorBoundary'
import { Notice } from '../ui/Notice'
import { createLazyReading } from './files/lazyReading'
import { Files } from './files/Files'
import { Header } from './Header'
import { LoadedScreen } from './LoadedScreen'
import { messages } from './messages'
import { shownTab, useOfferedTabs } from './offeredTabs'
import { Scan } from './Scan'
import { useServices } from './ServicesContext'
import { Start } from './Start'
import { useScanner } from './useScanner'

export interface AppProps {
  readonly config: ParsedConfig
  /** Tells when another link arrives in this tab's own address. Returns how to stop listening. */
  readonly onArrival: (open: (text: string) => void) => () => void
  /** Tells what is shared with the installed app, or opened with it. Returns how to stop listening. */
  readonly onBrought: Mailbox['listen']
}

const loadData = async () => (await import('./data/Data')).Data
const loadAbout = async () => (await import('./about/About')).About
const loadRejected = async () => (await import('./settings/Rejected')).Rejected
const loadSearch = async () => (await import('./search/Search')).Search
const loadPhoto = async () => (await import('./photo/Photo')).Photo

/** The frame: header, one screen, footer. */
export function App({ config, onArrival, onBrought }: AppProps): ReactElement {
  const opening = useOpening(config.config)
  const { setTab, reading, viewData, showData, reject } = opening
  const tabs = useOfferedTabs(config.config)
  const tab = shownTab(opening.tab, tabs)
  useEffect(() => onArrival(viewData), [onArrival, viewData])
  useScanner(viewData, showData)
  useEffect(() => {
    // Fetched ahead, so that a scan at the desk finds it there.
    void loadData().catch(() => undefined)
  }, [])
  return (
    <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column' }}>
      <Header tab={tab} tabs={tabs} onTab={setTab} config={config.config} />
      <Box
        component="main"
        id="main"
        tabIndex={-1}
        sx={{
          flexGrow: 1,
          width: '100%',
          maxWidth: '72rem',
          boxSizing: 'border-box',
          marginInline: 'auto',
          padding: { xs: 1.5, sm: 3 },
          '&:focus': { outline: 'none' },
        }}
      >
        {config.rejected.length > 0 && (
          <LoadedScreen load={loadRejected} props={{ rejected: config.rejected }} />
        )}
        <ErrorBoundary name="screen" resetKey={tab} fallback={<ScreenFailed />}>
          <Screen
            tab={tab}
            config={config.config}
            viewData={viewData}
            openFiles={(files) => void reading.read(files)}
            onTab={setTab}
          />
        </ErrorBoundary>
      </Box>
      <Footer texts={config.config.footer} />
      <Files reading={reading} viewData={viewData} reject={reject} onBrought={onBrought} />
    </Box>
  )
}

function Footer({ texts }: { readonly texts: FooterTexts }): ReactElement {
  const { language } = useLanguage()
  const own = texts[language] ?? texts.en ?? ''
  return (
    <Box
      component="footer"
      sx={{ padding: 2, textAlign: 'center', color: 'text.secondary', fontSize: '0.875rem' }}
    >
      {own !== '' && (
        <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', color: 'text.primary' }}>{own}</Box>
      )}
      {messages(language)('footerPrivacy')}
    </Box>
  )
}

/** What is shown, and the two ways to bring something to it: as a text or as files. */
function useOpening({ initialTab, tabs }: Config) {
  const { session, capture } = useServices()
  const firstTab = tabs.includes(initialTab) ? initialTab : (tabs[0] ?? 'data')
  const [tab, setTab] = useState<Tab>(() => (session.state().phase === 'empty' ? firstTab : 'data'))
  const open = useCallback(
    (text: string): void => {
      setTab('data')
      void session.open(text)
    },
    [session],
  )
  const reject = useCallback(
    (error: ShxError): void => {
      session.reject(error)
      setTab('data')
    },
    [session],
  )
  const [reading] = useState(() => createLazyReading({ readDocument: capture.readDocument, open, reject }))
  const viewData = useCallback(
    (text: string): void => {
      reading.cancel() // a later scan wins
      open(text)
    },
    [reading, open],
  )
  const showData = useCallback(() => setTab('data'), [])
  return { tab, setTab, reading, viewData, showData, reject }
}

interface ScreenProps {
  readonly tab: Tab
  readonly config: Config
  readonly viewData: (text: string) => void
  readonly openFiles: (files: readonly File[]) => void
  readonly onTab: (tab: Tab) => void
}

function Screen({ tab, onTab, config, ...input }: ScreenProps): ReactElement {
  switch (tab) {
    case 'start':
      return <Start {...input} samples={config.features.samples} />
    case 'scan':
      return <Scan {...input} />
    case 'photo':
      return (
        <LoadedScreen
          key={tab}
          load={loadPhoto}
          props={{ ...input, config, showData: () => onTab('data') }}
        />
      )
    case 'search':
      return <LoadedScreen key={tab} load={loadSearch} props={{ viewData: input.viewData }} />
    case 'data':
      return <LoadedScreen key={tab} load={loadData} props={{ ...input, goScan: () => onTab('scan') }} />
    case 'about':
      return (
        <LoadedScreen
          key={tab}
          load={loadAbout}
          props={{ config, viewData: input.viewData, goPhoto: () => onTab('photo') }}
        />
      )
    default:
      return tab satisfies never
  }
}

/** Also the last resort around everything: it needs no service and no configuration. */
export function ScreenFailed(): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  return (
    <Notice severity="error" title={t('screenFailed')} announce="assertive">
      {t('screenFailedAdvice')}
    </Notice>
  )
}
