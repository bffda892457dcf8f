import Box from '@mui/material/Box'
import type { ReactElement, ReactNode } from 'react'
import { CheckIcon, InfoIcon, StopIcon, WarningIcon } from './icons'

export type NoticeSeverity = 'success' | 'info' | 'warning' | 'error'

export interface NoticeProps {
  readonly severity: NoticeSeverity
  readonly title?: ReactNode
  readonly children?: ReactNode
  /** Buttons: what the reader can do about it. */
  readonly action?: ReactNode
  /** Read out as soon as it appears: `assertive` for what stops the reader, `polite` for the rest. Default: not announced. */
  readonly announce?: 'assertive' | 'polite'
}

const ICONS = { success: CheckIcon, info: InfoIcon, warning: WarningIcon, error: StopIcon } as const

/** A framed remark of the viewer's own. Colour and icon repeat what the words say; they never say it alone. */
export function Notice({ severity, title, children, action, announce }: NoticeProps): ReactElement {
  const Icon = ICONS[severity]
  const role = announce === 'assertive' ? 'alert' : announce === 'polite' ? 'status' : undefined
  return (
    <Box
      role={role}
      sx={(theme) => ({
        display: 'flex',
        gap: 1.5,
        padding: 2,
        borderRadius: 2,
        borderInlineStart: `6px solid ${theme.vars?.palette[severity].main}`,
        backgroundColor: `color-mix(in srgb, ${theme.vars?.palette[severity].main} 12%, ${theme.vars?.palette.background.paper})`,
        overflowWrap: 'anywhere',
        '@media (forced-colors: active)': { border: '2px solid' },
      })}
    >
      <Icon color={severity} sx={{ marginBlockStart: '2px', flexShrink: 0 }} />
      <Box sx={{ minWidth: 0, flexGrow: 1 }}>
        {title !== undefined && <Box sx={{ fontWeight: 700 }}>{title}</Box>}
        {children}
        {action !== undefined && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, marginBlockStart: 1.5 }}>{action}</Box>
        )}
      </Box>
    </Box>
  )
}
