import SvgIcon, { type SvgIconProps } from '@mui/material/SvgIcon'
import type { ReactElement } from 'react'

/** Icons are a few paths of our own: they always stand beside words, so they are hidden from screen readers. */
const icon =
  (path: string) =>
  (props: SvgIconProps): ReactElement => (
    <SvgIcon fontSize="small" {...props}>
      <path d={path} />
    </SvgIcon>
  )

const CIRCLE = 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16Z'

export const ChevronIcon = icon('M8.6 5.6 7.2 7l5 5-5 5 1.4 1.4L15 12 8.6 5.6Z')
export const CheckIcon = icon(`${CIRCLE}M10.7 16.4 6.8 12.5l1.4-1.4 2.5 2.5 5.1-5.1 1.4 1.4-6.5 6.5Z`)
export const WarningIcon = icon('M12 2 1 21h22L12 2Zm0 4 7.5 13h-15L12 6Zm-1 4v5h2v-5h-2Zm0 6v2h2v-2h-2Z')
export const StopIcon = icon(`${CIRCLE}M11 7v6h2V7h-2Zm0 8v2h2v-2h-2Z`)
export const InfoIcon = icon(`${CIRCLE}M11 11v6h2v-6h-2Zm0-4v2h2V7h-2Z`)
export const CloseIcon = icon(
  'm18.3 7.1-1.4-1.4L12 10.6 7.1 5.7 5.7 7.1l4.9 4.9-4.9 4.9 1.4 1.4 4.9-4.9 4.9 4.9 1.4-1.4-4.9-4.9 4.9-4.9Z',
)
export const ScanIcon = icon(
  'M3 9V5a2 2 0 0 1 2-2h4v2H5v4H3Zm12-6h4a2 2 0 0 1 2 2v4h-2V5h-4V3ZM3 15h2v4h4v2H5a2 2 0 0 1-2-2v-4Zm16 0h2v4a2 2 0 0 1-2 2h-4v-2h4v-4ZM7 7h4v4H7V7Zm6 0h4v4h-4V7Zm-6 6h4v4H7v-4Zm6 0h4v4h-4v-4Z',
)
export const FileIcon = icon(
  'M6 2h8l6 6v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V4c0-1.1.9-2 2-2Zm0 2v16h12V9h-5V4H6Z',
)
export const SearchIcon = icon(
  'M10 3a7 7 0 0 1 5.6 11.2l5.1 5.1-1.4 1.4-5.1-5.1A7 7 0 1 1 10 3Zm0 2a5 5 0 1 0 0 10 5 5 0 0 0 0-10Z',
)
export const LockIcon = icon(
  'M12 2a5 5 0 0 1 5 5v2h1a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-9c0-1.1.9-2 2-2h1V7a5 5 0 0 1 5-5Zm0 2a3 3 0 0 0-3 3v2h6V7a3 3 0 0 0-3-3Zm-6 7v9h12v-9H6Z',
)
export const HomeIcon = icon('m12 3-9 8h3v9h5v-6h2v6h5v-9h3l-9-8Z')
export const PersonIcon = icon(
  'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8Zm0 10c4.4 0 8 1.8 8 4v2H4v-2c0-2.2 3.6-4 8-4Z',
)
export const CameraIcon = icon(
  'M9 4h6l1.8 2H20a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V8c0-1.1.9-2 2-2h3.2L9 4Zm3 4a5 5 0 1 0 0 10 5 5 0 0 0 0-10Zm0 2a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z',
)
export const SwitchIcon = icon('M7 4 3 8l4 4V9h10V7H7V4Zm10 8v3H7v2h10v3l4-4-4-4Z')
export const LightIcon = icon('M7 2h10v4l-3 5v11h-4V11L7 6V2Zm2 2v1h6V4H9Zm0 3 2.7 4.5V20h.6v-8.5L15 7H9Z')
export const CopyIcon = icon(
  'M8 2h11a2 2 0 0 1 2 2v13h-2V4H8V2ZM5 6h9a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2Zm0 2v12h9V8H5Z',
)
export const TickIcon = icon('m9 16.2-4.2-4.2-1.4 1.4L9 19 21 7l-1.4-1.4L9 16.2Z')
