import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useId, useRef, useState, useSyncExternalStore, type ReactElement } from 'react'
import type { Config } from '../../config/config'
import { useLanguage } from '../../i18n/LanguageContext'
import type { Camera, CameraOptions, CameraState } from '../../platform/cameraTypes'
import { CameraIcon, LightIcon, SwitchIcon } from '../../ui/icons'
import { Notice } from '../../ui/Notice'
import { CameraFailure } from './CameraFailure'
import { messages } from './messages'

/** How much of a card in several codes has been read. */
export interface Parts {
  readonly have: number
  readonly need: number
}

export interface CameraViewProps {
  readonly createCamera: (options: CameraOptions) => Camera
  readonly config: Pick<Config, 'cameraFacing' | 'cameraPauseSeconds'>
  /** Takes a scanned text; answers with what is still missing when it was one part of a card. */
  readonly onText: (text: string) => Promise<Parts | undefined>
  /** Scans in a window of its own, where a frame withholds the camera from this one. */
  readonly onOpenWindow?: () => void
}

/** The camera's picture and everything around it; the app and the capture window show the same one. */
export function CameraView({ createCamera, config, onText, onOpenWindow }: CameraViewProps): ReactElement {
  const place = useRef<HTMLDivElement>(null)
  const [parts, setParts] = useState<Parts>()
  const [camera] = useState(() =>
    createCamera({ facing: config.cameraFacing, pauseSeconds: config.cameraPauseSeconds }),
  )
  useEffect(() => camera.listen((text) => void onText(text).then(setParts)), [camera, onText])
  useEffect(() => {
    if (place.current) camera.start(place.current)
    return () => camera.stop()
  }, [camera])
  const state = useSyncExternalStore(camera.subscribe, camera.state)
  const isShown = state.phase === 'starting' || state.phase === 'scanning'
  return (
    <Box data-camera-phase={state.phase} sx={{ display: 'grid', gap: 1.5 }}>
      <Viewfinder
        place={place}
        isShown={isShown}
        isMirrored={state.phase === 'scanning' && state.facing === 'user'}
      />
      <CameraStatus state={state} parts={parts} />
      {state.phase === 'scanning' && <CameraControls camera={camera} state={state} />}
      {state.phase === 'paused' && <Paused restart={camera.restart} />}
      {state.phase === 'failed' && (
        <CameraFailure
          error={state.error}
          restart={camera.restart}
          {...(state.cameras > 1 && { pressSwitch: camera.pressSwitch })}
          {...(onOpenWindow && { onOpenWindow })}
        />
      )}
    </Box>
  )
}

interface ViewfinderProps {
  readonly place: React.RefObject<HTMLDivElement | null>
  readonly isShown: boolean
  readonly isMirrored: boolean
}

/** The square that is read. Its picture belongs to the camera, which puts it there and takes it away. */
function Viewfinder({ place, isShown, isMirrored }: ViewfinderProps): ReactElement {
  const { language } = useLanguage()
  return (
    <Box
      component="figure"
      aria-label={messages(language)('viewfinder')}
      ref={place}
      sx={{
        display: isShown ? 'block' : 'none',
        position: 'relative',
        width: 'min(100%, 34rem, 62vh)',
        aspectRatio: '1',
        marginBlock: 0,
        marginInline: 'auto',
        borderRadius: 2,
        overflow: 'hidden',
        backgroundColor: '#111',
        outline: '3px solid',
        outlineColor: 'primary.main',
        '& video': {
          width: '100%',
          height: '100%',
          objectFit: 'cover',
          display: 'block',
          transform: isMirrored ? 'scaleX(-1)' : 'none',
        },
      }}
    />
  )
}

interface StatusProps {
  readonly state: CameraState
  readonly parts: Parts | undefined
}

/** One line that says what happens; read out when it changes. */
function CameraStatus({ state, parts }: StatusProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const text = (): string => {
    if (state.phase === 'starting') return t(state.slow ? 'slow' : 'starting')
    if (state.phase !== 'scanning') return ''
    if (state.hint === 'dark') return t('hintDark')
    if (parts) return t('part', { have: parts.have, need: parts.need })
    return t(state.hint === 'no-code' ? 'hintNoCode' : 'scanning')
  }
  return (
    <Box
      component="output"
      sx={{ display: 'block', textAlign: 'center', fontWeight: parts ? 700 : 400, minHeight: '1.5em' }}
    >
      {text()}
    </Box>
  )
}

interface ControlsProps {
  readonly camera: Camera
  readonly state: Extract<CameraState, { phase: 'scanning' }>
}

/** Only what this device has: with one camera there is no switch, without a lamp no light. */
function CameraControls({ camera, state }: ControlsProps): ReactElement | null {
  const { language } = useLanguage()
  const t = messages(language)
  const hint = useId()
  const { cameras, light, zoom } = state
  if (cameras < 2 && light === undefined && !zoom) return null
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', justifyContent: 'center' }}>
      {cameras > 1 && (
        <Button
          variant="outlined"
          startIcon={<SwitchIcon />}
          onClick={camera.pressSwitch}
          aria-describedby={cameras > 2 ? hint : undefined}
        >
          {t('switchCamera')}
        </Button>
      )}
      {light !== undefined && (
        <Button variant="outlined" startIcon={<LightIcon />} onClick={camera.toggleLight}>
          {t(light ? 'lightOff' : 'lightOn')}
        </Button>
      )}
      {zoom && (
        <Box component="label" sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
          {t('zoom')}
          <input
            type="range"
            min={zoom.least}
            max={zoom.most}
            step={zoom.step}
            value={zoom.value}
            onChange={(event) => camera.zoomTo(event.currentTarget.valueAsNumber)}
          />
        </Box>
      )}
      {cameras > 2 && (
        <Box
          id={hint}
          sx={{ flexBasis: '100%', textAlign: 'center', color: 'text.secondary', fontSize: '0.875rem' }}
        >
          {t('switchHint', { count: cameras })}
        </Box>
      )}
    </Box>
  )
}

function Paused({ restart }: { readonly restart: () => void }): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  return (
    <Notice
      severity="info"
      announce="polite"
      title={t('paused')}
      action={
        <Button variant="contained" startIcon={<CameraIcon />} onClick={restart}>
          {t('restart')}
        </Button>
      }
    />
  )
}
