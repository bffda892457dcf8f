import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import type { Config } from '../../config/config'
import { isCardPart } from '../../core/shc/collectParts'
import { useLanguage } from '../../i18n/LanguageContext'
import { isFramed } from '../../platform/framePolicy'
import { Notice } from '../../ui/Notice'
import { FileButton } from '../FileButton'
import { LoadFailed } from '../LoadFailed'
import { Panel } from '../Panel'
import type { ScanBoxProps } from '../ScanBox'
import { useServices } from '../ServicesContext'
import { useLoaded } from '../useLoaded'
import { CameraFailure } from './CameraFailure'
import { CameraView, type Parts } from './CameraView'
import { messages } from './messages'

export interface PhotoProps extends ScanBoxProps {
  readonly config: Config
  /** Shows the Data screen with what the session says already. */
  readonly showData: () => void
}

/** The camera, and pictures that somebody has already. */
export function Photo({ config, viewData, showData, openFiles }: PhotoProps): ReactElement {
  const { language } = useLanguage()
  const { session } = useServices()
  const t = messages(language)
  const onText = useInTurn(async (text: string): Promise<Parts | 'done'> => {
    if (!isCardPart(text)) {
      viewData(text)
      return 'done'
    }
    // A part of a card stays here until the session has them all; the session says how many that is.
    await session.open(text)
    const state = session.state()
    if (state.phase === 'failed' && state.error.code === 'QR_CHUNK_INCOMPLETE') return state.error
    showData()
    return 'done'
  })
  return (
    <Panel>
      <Box component="h1" sx={{ marginBlock: 0, fontSize: '1.5rem' }}>
        {t('title')}
      </Box>
      <Box component="p" sx={{ marginBlock: 1, color: 'text.secondary' }}>
        {t('lead')}
      </Box>
      <CameraOrWindow config={config} onText={onText} />
      {config.features.files && (
        <Box component="p" sx={{ marginBlockStart: 2, marginBlockEnd: 1, color: 'text.secondary' }}>
          {t('pictures')}
        </Box>
      )}
      <FileButton openFiles={openFiles} />
      <Box component="p" sx={{ marginBlockEnd: 0, color: 'text.secondary', fontSize: '0.875rem' }}>
        {t('privacy')}
      </Box>
    </Panel>
  )
}

/**
 * One text after the other, and none after the last: while a card is being opened the camera may see its first part
 * again, which must not take the card's place.
 */
function useInTurn(take: (text: string) => Promise<Parts | 'done'>): CameraOrWindowProps['onText'] {
  const turn = useRef<Promise<Parts | 'done' | undefined>>(Promise.resolve(undefined))
  return async (text) => {
    turn.current = turn.current.then((before) => (before === 'done' ? before : take(text)))
    const after = await turn.current
    return after === 'done' ? undefined : after
  }
}

interface CameraOrWindowProps {
  readonly config: Config
  readonly onText: (text: string) => Promise<Parts | undefined>
}

/** The camera here; or, where a frame withholds it, in a window of its own. */
function CameraOrWindow({ config, onText }: CameraOrWindowProps): ReactElement {
  const { capture } = useServices()
  const { language } = useLanguage()
  const loaded = useLoaded(capture.loadCamera)
  const [popup, setPopup] = useState<'none' | 'open' | 'blocked'>('none')
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])
  const openWindow = (): void => {
    const opened = capture.openWindow({
      onText: (text) => {
        setPopup('none')
        void onText(text)
      },
      onClosed: () => setPopup('none'),
    })
    stop.current = opened === 'blocked' ? undefined : opened
    setPopup(opened === 'blocked' ? 'blocked' : 'open')
  }
  const stopWaiting = (): void => {
    stop.current?.()
    setPopup('none')
  }
  if (popup === 'open') return <Waiting stop={stopWaiting} />
  if (popup === 'blocked') {
    return <CameraFailure error={{ code: 'POPUP_BLOCKED' }} restart={openWindow} onOpenWindow={openWindow} />
  }
  if (loaded.status === 'loading') return <output>{messages(language)('starting')}</output>
  if (loaded.status === 'failed') return <LoadFailed retry={loaded.retry} />
  return (
    <CameraView
      createCamera={loaded.part}
      config={config}
      onText={onText}
      {...(isFramed() && { onOpenWindow: openWindow })}
    />
  )
}

function Waiting({ stop }: { readonly stop: () => void }): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  return (
    <Notice
      severity="info"
      announce="polite"
      title={t('windowOpen')}
      action={
        <Button variant="outlined" onClick={stop}>
          {t('windowCancel')}
        </Button>
      }
    />
  )
}
