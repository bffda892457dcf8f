import Box from '@mui/material/Box'
import type { SxProps, Theme } from '@mui/material/styles'
import { useId, useState, type ReactElement } from 'react'
import { useLanguage } from '../../i18n/LanguageContext'
import { DialogHead } from '../../ui/DialogHead'
import { ErrorBoundary } from '../../ui/ErrorBoundary'
import { Notice } from '../../ui/Notice'
import { largeDialog } from '../../ui/dialogStyles'
import { useModal } from '../../ui/useModal'
import { Copying } from '../copy/Copying'
import { messages } from './messages'
import { ShareCode } from './ShareCode'
import { ShareWays } from './ShareWays'
import type { Shareable, ShareRemark } from './sharing'

export interface ShareDialogProps {
  /** At least one. */
  readonly shareables: readonly Shareable[]
  readonly expires: Date | undefined
  readonly onClose: () => void
}

/** The code to be scanned, what to know before it is, and the other ways. Closed, nothing of it is left in the page. */
export function ShareDialog({ shareables, expires, onClose }: ShareDialogProps): ReactElement | null {
  const { language } = useLanguage()
  const t = messages(language)
  const dialog = useModal()
  const title = useId()
  const [chosen, setChosen] = useState(0)
  const shareable = shareables[chosen]
  if (!shareable) return null
  return (
    <Box
      component="dialog"
      ref={dialog}
      aria-labelledby={title}
      onClose={onClose}
      sx={DIALOG}
      data-shx-share=""
    >
      <Copying>
        <DialogHead
          id={title}
          title={t('title')}
          close={t('close')}
          onClose={() => dialog.current?.close()}
        />
        {shareables.length > 1 && <Choice shareables={shareables} chosen={chosen} onChoose={setChosen} />}
        <Warnings shareable={shareable} expires={expires} />
        <ErrorBoundary
          name="share"
          resetKey={shareable}
          fallback={<Notice severity="error" title={t('tooLarge')} announce="assertive" />}
        >
          <ShareCode key={shareable.kind} shareable={shareable} />
        </ErrorBoundary>
        <ShareWays key={`ways ${shareable.kind}`} shareable={shareable} />
      </Copying>
    </Box>
  )
}

interface ChoiceProps {
  readonly shareables: readonly Shareable[]
  readonly chosen: number
  readonly onChoose: (index: number) => void
}

function Choice({ shareables, chosen, onChoose }: ChoiceProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const name = useId()
  return (
    <Box
      component="fieldset"
      sx={{ margin: 0, padding: 0, border: 0, display: 'flex', gap: 3, flexWrap: 'wrap' }}
    >
      <Box component="legend" sx={{ padding: 0, fontWeight: 700 }}>
        {t('what')}
      </Box>
      {shareables.map(({ kind }, index) => (
        <Box
          key={kind}
          component="label"
          sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: '2.75rem', cursor: 'pointer' }}
        >
          <input type="radio" name={name} checked={index === chosen} onChange={() => onChoose(index)} />
          {t(kind)}
        </Box>
      ))}
    </Box>
  )
}

const REMARKS = {
  passcode: 'passcode',
  'long-term': 'longTerm',
  counted: 'counted',
  'not-current': 'notCurrent',
  'whole-link': 'wholeLink',
} as const satisfies Partial<Record<ShareRemark, string>>

interface WarningsProps {
  readonly shareable: Shareable
  readonly expires: Date | undefined
}

function Warnings({ shareable: { kind, remarks }, expires }: WarningsProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const date = expires?.toLocaleString(language, { dateStyle: 'long', timeStyle: 'short' }) ?? ''
  return (
    <Notice severity="warning" title={t(kind === 'card' ? 'warnCard' : 'warnLink')}>
      {remarks.map((remark) => (
        <div key={remark} data-share-remark={remark}>
          {remark === 'expires' || remark === 'expired' ? t(remark, { date }) : t(REMARKS[remark])}
        </div>
      ))}
    </Notice>
  )
}

const DIALOG: SxProps<Theme> = {
  ...largeDialog('48rem'),
  height: { xs: '100dvh', sm: 'auto' },
  '&[open]': { display: 'grid', gap: 2, alignContent: 'start', gridTemplateColumns: 'minmax(0, 1fr)' },
  '&::backdrop': { backgroundColor: 'rgb(0 0 0 / 70%)' },
  '@media print': { display: 'none !important' },
}
