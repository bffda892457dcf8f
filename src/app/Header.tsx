import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { ReactElement } from 'react'
import type { Config } from '../config/config'
import type { Tab } from '../config/screens'
import { useLanguage } from '../i18n/LanguageContext'
import { CameraIcon, FileIcon, HomeIcon, InfoIcon, ScanIcon, SearchIcon } from '../ui/icons'
import { LanguageMenu } from './LanguageMenu'
import { messages } from './messages'

export interface HeaderProps {
  readonly tab: Tab
  readonly onTab: (tab: Tab) => void
  /** The screens that are offered here and now, in their order. */
  readonly tabs: readonly Tab[]
  readonly config: Pick<Config, 'title' | 'logo'>
}

const ICONS = {
  start: HomeIcon,
  scan: ScanIcon,
  photo: CameraIcon,
  search: SearchIcon,
  data: FileIcon,
  about: InfoIcon,
} as const

export function Header({ tab, tabs, onTab, config }: HeaderProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  return (
    <Box
      component="header"
      sx={{
        borderBlockEnd: '1px solid',
        borderColor: 'divider',
        backgroundColor: 'background.paper',
        '@media print': { display: 'none' },
      }}
    >
      <SkipLink label={t('skipToContent')} />
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: 3,
          maxWidth: '72rem',
          marginInline: 'auto',
          paddingInline: { xs: 1.5, sm: 3 },
        }}
      >
        <Brand logo={config.logo}>{config.title || t('appName')}</Brand>
        <Box
          component="nav"
          aria-label={t('navigation')}
          sx={{ display: 'flex', flexWrap: 'wrap', order: { xs: 3, sm: 0 }, width: { xs: 1, sm: 'auto' } }}
        >
          {tabs.map((name) => (
            <TabButton key={name} name={name} current={name === tab} label={t(`tab_${name}`)} onTab={onTab} />
          ))}
        </Box>
        <Box sx={{ marginInlineStart: 'auto' }}>
          <LanguageMenu />
        </Box>
      </Box>
    </Box>
  )
}

/** The deployment's name, with its picture where it has one; a picture that does not arrive leaves the name. */
function Brand({ logo, children }: { readonly logo: string; readonly children: string }): ReactElement {
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        fontWeight: 800,
        paddingBlock: 1.25,
        color: 'primary.main',
        letterSpacing: '-0.01em',
        '& img': { height: 32, maxWidth: 160 },
      }}
    >
      {logo !== '' && <img src={logo} alt="" />}
      {children}
    </Box>
  )
}

/** The first stop of a keyboard; out of sight until it has the focus. It moves the focus and leaves the address alone. */
function SkipLink({ label }: { readonly label: string }): ReactElement {
  return (
    <ButtonBase
      onClick={() => document.querySelector<HTMLElement>('#main')?.focus()}
      sx={{
        position: 'absolute',
        insetInlineStart: 8,
        insetBlockStart: -60,
        zIndex: 1,
        padding: 1,
        borderRadius: 1,
        backgroundColor: 'primary.main',
        color: 'primary.contrastText',
        font: 'inherit',
        '&:focus': { insetBlockStart: 8 },
      }}
    >
      {label}
    </ButtonBase>
  )
}

interface TabButtonProps {
  readonly name: Tab
  readonly current: boolean
  readonly label: string
  readonly onTab: (tab: Tab) => void
}

function TabButton({ name, current, label, onTab }: TabButtonProps): ReactElement {
  const Icon = ICONS[name]
  return (
    <ButtonBase
      data-tab={name}
      aria-current={current ? 'page' : undefined}
      onClick={() => onTab(name)}
      sx={{
        // On a phone the words stand under their pictures, so that all of them share one row.
        flexDirection: { xs: 'column', sm: 'row' },
        flexGrow: 1,
        gap: { xs: 0.25, sm: 0.75 },
        paddingBlock: { xs: 0.75, sm: 1.5 },
        paddingInline: { xs: 0.5, sm: 1.5 },
        font: 'inherit',
        fontSize: { xs: '0.8125rem', sm: '1rem' },
        fontWeight: current ? 700 : 500,
        color: current ? 'primary.main' : 'text.primary',
        borderBlockEnd: '3px solid',
        borderColor: current ? 'primary.main' : 'transparent',
        '&:focus-visible': { outline: '3px solid', outlineOffset: -3 },
      }}
    >
      <Icon />
      {label}
    </ButtonBase>
  )
}
