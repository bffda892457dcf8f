import Box from '@mui/material/Box'
import { useCallback, useEffect, useState, type ReactElement, type ReactNode } from 'react'
import type { Config, ParsedConfig } from '../config/config'
import type { Footer as FooterTexts } from '../config/appearance'
import type { Tab } from '../config/screens'
import type { ShxError } from '../core/errors'
import { useLanguage } from '../i18n/LanguageContext'
import type { Mailbox } from '../platform/installed/mailbox'
import { endVisit } from '../platform/visit'
import { ErrorBoundary } from '../ui/ErrorBoundary'
import { Notice } from '../ui/Notice'
import { ConfigContext } from './ConfigContext'
import { ChartBanner } from './ehr/ChartBanner'
import { useEhrMark } from './ehr/OptionalFhir'
import { createLazyReading } from './files/lazyReading'
import { Files } from './files/Files'
import { Header } from './Header'
import { IdleGuard } from './leaving/IdleGuard'
import { LeavingNotice, LeavingVoice } from './leaving/LeavingNotice'
import { nextTab } from './leaving/nextTab'
import { LoadedScreen } from './LoadedScreen'
import { messages } from './messages'
import { shownTab, useOfferedTabs } from './offeredTabs'
import { Scan } from './Scan'
import { useLeft, useServices } from './ServicesContext'
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
const loadEhrNotice = async () => (await import('./ehr/EhrNotice')).EhrNotice
const loadRejected = async () => (await import('./settings/Rejected')).Rejected
const loadSearch = async () => (await import('./search/Search')).Search
const loadPhoto = async () => (await import('./photo/Photo')).Photo

/** The desk of one person after the other: for the next one, everything on it begins anew. */
export function App(props: AppProps): ReactElement {
  const { count } = useLeft(useServices().leaving)
  return (
    <ConfigContext value={props.config.config}>
      <Desk key={count} {...props} />
      <LeavingVoice />
    </ConfigContext>
  )
}

/** The frame: header, one screen, footer. */
function Desk({ config, onArrival, onBrought }: AppProps): ReactElement {
  const opening = useOpening(config.config)
  const { setTab, reading, viewData, showData, reject } = opening
  const tabs = useOfferedTabs(config.config)
  const tab = shownTab(opening.tab, tabs)
  useEffect(() => onArrival(viewData), [onArrival, viewData])
  useScanner(viewData, showData)
  useFocusForNext()
  useEffect(() => {
    // Fetched ahead, so that a scan at the desk finds it there.
    void loadData().catch(() => undefined)
  }, [])
  const ehr = useEhrMark()
  return (
    <Box data-ehr={ehr} sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column' }}>
      <Header tab={tab} tabs={tabs} onTab={setTab} config={config.config} />
      <ChartBanner />
      <Main>
        {config.rejected.length > 0 && (
          <LoadedScreen load={loadRejected} props={{ rejected: config.rejected }} />
        )}
        <LeavingNotice showData={showData} />
        {ehr !== undefined && <LoadedScreen load={loadEhrNotice} props={{}} />}
        <ErrorBoundary name="screen" resetKey={tab} fallback={<ScreenFailed />}>
          <Screen
            tab={tab}
            config={config.config}
            viewData={viewData}
            openFiles={(files) => void reading.read(files)}
            onTab={setTab}
          />
        </ErrorBoundary>
      </Main>
      <Footer texts={config.config.footer} />
      <IdleGuard />
      <Files reading={reading} viewData={viewData} reject={reject} onBrought={onBrought} />
    </Box>
  )
}

/** Where the screens stand; what a keyboard skips to. */
function Main({ children }: { readonly children: ReactNode }): ReactElement {
  return (
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
      {children}
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
function useOpening({ initialTab, tabs, features }: Config) {
  const { session, capture, leaving, hold } = useServices()
  const [tab, setTab] = useState<Tab>(() => {
    if (session.state().phase !== 'empty') return 'data'
    if (leaving.left().count > 0) return nextTab({ initialTab, tabs, features })
    return tabs.includes(initialTab) ? initialTab : (tabs[0] ?? 'data')
  })
  const open = useCallback(
    (text: string): void => {
      if (hold.refuses()) return
      setTab('data')
      // What is still being opened is either this very scan, or has left nothing behind yet.
      if (session.state().phase !== 'opening') endVisit()
      void session.open(text)
    },
    [session, hold],
  )
  const reject = useCallback(
    (error: ShxError): void => {
      if (hold.refuses()) return
      session.reject(error)
      setTab('data')
    },
    [session, hold],
  )
  const [reading] = useState(() => createLazyReading({ readDocument: capture.readDocument, open, reject }))
  useEffect(() => () => reading.cancel(), [reading])
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

/** Whoever comes next starts at the top, unless the screen has a box that waits for a scan. */
function useFocusForNext(): void {
  const { leaving } = useServices()
  useEffect(() => {
    const isFree = document.activeElement === null || document.activeElement === document.body
    if (leaving.left().because === 'asked' && isFree) document.querySelector<HTMLElement>('#main')?.focus()
  }, [leaving])
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
      return (
        <LoadedScreen key={tab} load={loadData} props={{ ...input, goScan: () => onTab(nextTab(config)) }} />
      )
    case 'about':
      return <LoadedScreen key={tab} load={loadAbout} props={{ config, viewData: input.viewData }} />
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
