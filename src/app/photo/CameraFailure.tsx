import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactElement } from 'react'
import type { ShxError } from '../../core/errors'
import { describeError } from '../../i18n/errors'
import { useLanguage } from '../../i18n/LanguageContext'
import { CameraIcon, SwitchIcon } from '../../ui/icons'
import { Notice } from '../../ui/Notice'
import { messages } from './messages'

export interface CameraFailureProps {
  readonly error: ShxError
  readonly restart: () => void
  /** Where there is another camera to try. */
  readonly pressSwitch?: () => void
  /** Where a window of its own may be allowed more than this page. */
  readonly onOpenWindow?: () => void
}

/** Refusals that a window of its own may get around, because they may come from the page around this one. */
const FROM_OUTSIDE: ReadonlySet<string> = new Set([
  'CAMERA_BLOCKED_BY_FRAME',
  'CAMERA_DENIED',
  'POPUP_BLOCKED',
])
/** What starting again cannot mend. */
const FINAL: ReadonlySet<string> = new Set([
  'CAMERA_BLOCKED_BY_FRAME',
  'CAMERA_INSECURE_CONTEXT',
  'POPUP_BLOCKED',
])

/** Why there is no camera, and the way on. */
export function CameraFailure(props: CameraFailureProps): ReactElement {
  const { error, restart, pressSwitch, onOpenWindow } = props
  const { language } = useLanguage()
  const t = messages(language)
  const { title, advice } = describeError(error, language)
  return (
    <Box data-camera-error={error.code}>
      <Notice
        severity="warning"
        announce="assertive"
        title={title}
        action={
          <>
            {onOpenWindow && FROM_OUTSIDE.has(error.code) && (
              <Button variant="contained" startIcon={<CameraIcon />} onClick={onOpenWindow}>
                {t('openWindow')}
              </Button>
            )}
            {!FINAL.has(error.code) && (
              <Button variant="outlined" onClick={restart}>
                {t('tryAgain')}
              </Button>
            )}
            {pressSwitch && (
              <Button variant="outlined" startIcon={<SwitchIcon />} onClick={pressSwitch}>
                {t('switchCamera')}
              </Button>
            )}
          </>
        }
      >
        <Box component="p" sx={{ marginBlock: 0.5 }}>
          {advice}
        </Box>
      </Notice>
    </Box>
  )
}
