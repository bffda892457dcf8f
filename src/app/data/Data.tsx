import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react'
import type { ShxState } from '../../core/session'
import { useLanguage } from '../../i18n/LanguageContext'
import { Copying } from '../copy/Copying'
import { useConfig } from '../ConfigContext'
import { Documents } from '../documents/Documents'
import { messages as leavingMessages } from '../leaving/messages'
import { messages } from '../messages'
import { Panel } from '../Panel'
import type { ScanBoxProps } from '../ScanBox'
import { useServices, useShx } from '../ServicesContext'
import { Failure } from './Failure'
import { Opening } from './Opening'
import { Ready } from './Ready'

export interface DataProps extends ScanBoxProps {
  /** Shows the Scan screen, ready for the next person. */
  readonly goScan: () => void
}

/**
 * What became of the last scan: progress, a question, a problem, or the record.
 * `data-shx-phase` and `data-shx-error` are a published contract: docs/dom-contract.md.
 */
export function Data({ goScan, ...scan }: DataProps): ReactElement {
  const { language } = useLanguage()
  const { session } = useServices()
  const t = messages(language)
  const state = useShx(session)
  const heading = useRef<HTMLHeadingElement>(null)
  // Whoever cannot see the screen is taken to where something happened, unless a passcode box has the focus already.
  useEffect(() => {
    if (!heading.current?.closest('section')?.contains(document.activeElement)) {
      heading.current?.focus({ preventScroll: true })
    }
  }, [])
  return (
    <section
      data-shx-phase={state.phase}
      data-shx-error={state.phase === 'failed' ? state.error.code : undefined}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', marginBlockEnd: 1.5 }}>
        <Box
          component="h1"
          ref={heading}
          tabIndex={-1}
          sx={{ margin: 0, fontSize: '1.5rem', flexGrow: 1, '&:focus': { outline: 'none' } }}
        >
          {t('dataTitle')}
        </Box>
        <WaysOut phase={state.phase} goScan={goScan} />
      </Box>
      {contentOf(state, goScan, scan)}
      {/* Whoever has read to the end need not go back to the top. */}
      {state.phase === 'ready' && (
        <Box sx={{ textAlign: 'end', '@media print': { display: 'none' } }}>
          <NextPatient />
        </Box>
      )}
    </section>
  )
}

interface WaysOutProps extends Pick<DataProps, 'goScan'> {
  readonly phase: ShxState['phase']
}

/** To close can be undone for a moment; to go to the next patient cannot. */
function WaysOut({ phase, goScan }: WaysOutProps): ReactElement | null {
  const { language } = useLanguage()
  const { session } = useServices()
  const { closeUndoSeconds } = useConfig()
  const t = messages(language)
  if (phase === 'empty') return null
  const way = phase === 'opening' ? 'cancel' : 'close'
  const close = (): void => {
    if (closeUndoSeconds > 0) session.setAside()
    else session.close()
    goScan()
  }
  return (
    <>
      <Button variant="outlined" data-shx-action={way} onClick={close}>
        {t(way)}
      </Button>
      {phase !== 'opening' && <NextPatient />}
    </>
  )
}

function NextPatient(): ReactElement {
  const { language } = useLanguage()
  const { leaving } = useServices()
  return (
    <Button variant="contained" data-shx-action="next-patient" onClick={() => leaving.leave('asked')}>
      {leavingMessages(language)('nextPatient')}
    </Button>
  )
}

function contentOf(state: ShxState, goScan: () => void, scan: ScanBoxProps): ReactNode {
  switch (state.phase) {
    case 'empty':
      return <Empty goScan={goScan} />
    case 'opening':
      return <Opening progress={state.progress} />
    case 'failed':
      return <Failure failure={state} goScan={goScan} scan={scan} />
    case 'ready':
      // What a reader chose for one record must not carry over to the next.
      return (
        <Copying key={state.opening}>
          <Documents>
            <Ready state={state} />
          </Documents>
        </Copying>
      )
    default:
      return state satisfies never
  }
}

function Empty({ goScan }: Pick<DataProps, 'goScan'>): ReactElement {
  const { language } = useLanguage()
  const { features } = useConfig()
  const t = messages(language)
  return (
    <Panel>
      <Box component="p" sx={{ marginBlock: 0, fontWeight: 700 }}>
        {t('emptyTitle')}
      </Box>
      <p>{t(features.files ? 'emptyAdvice' : 'emptyAdviceNoFiles')}</p>
      <Button variant="contained" onClick={goScan}>
        {t('goScan')}
      </Button>
    </Panel>
  )
}
