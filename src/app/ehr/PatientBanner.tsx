import Box from '@mui/material/Box'
import GlobalStyles from '@mui/material/GlobalStyles'
import type { SxProps, Theme } from '@mui/material/styles'
import type { ReactElement } from 'react'
import type { EhrConnection } from '../../core/ehr/connection'
import { useLanguage } from '../../i18n/LanguageContext'
import { PersonIcon } from '../../ui/icons'
import { useViewContext } from '../data/useViewContext'
import { messages } from '../messages'
import { chartFormat, recordNumberOf } from './chartWords'
import { patientMessages } from './patientMessages'

export interface PatientBannerProps {
  readonly connection: EhrConnection
}

/**
 * Whose chart is open, as the EHR says it: always in sight, on every screen and on paper. Smaller where the EHR shows its
 * patient itself, never gone: the record below may be about somebody else.
 * `data-patient-banner` is a published contract: docs/dom-contract.md.
 */
export function PatientBanner({ connection }: PatientBannerProps): ReactElement {
  const { patient, label, needsBanner } = connection
  const { language } = useLanguage()
  const [t, common] = [patientMessages(language), messages(language)]
  const context = useViewContext()
  const format = chartFormat(patient, context)
  const born = format.date(patient.birthDate)
  const number = format.identifier(recordNumberOf(patient, context.now))
  return (
    <Box
      component="section"
      aria-label={t('bannerLabel')}
      data-patient-banner={needsBanner ? 'full' : 'compact'}
      sx={needsBanner ? FULL : STRIP}
    >
      {/* What is jumped to by keyboard does not end up beneath it. */}
      <GlobalStyles styles={{ html: { scrollPaddingBlockStart: '6rem' } }} />
      <Box sx={LINE}>
        <PersonIcon sx={{ flexShrink: 0 }} />
        <span>{t('chart')}</span>
        <Box component="strong" translate="no" sx={{ fontSize: '1.15em' }}>
          <bdi>{format.name(patient.name) ?? common('nameNotStated')}</bdi>
        </Box>
        <span>{born === undefined ? common('birthDateNotStated') : common('bornOn', { date: born })}</span>
        <Box component="span" translate="no">
          <bdi>{number ?? t('noRecordNumber')}</bdi>
        </Box>
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {t('openIn')} <bdi translate="no">{label}</bdi>
        </Box>
      </Box>
    </Box>
  )
}

const STRIP: SxProps<Theme> = {
  position: 'sticky',
  insetBlockStart: 0,
  zIndex: 2,
  fontSize: '0.9375rem',
  paddingBlock: 0.75,
  backgroundColor: 'background.paper',
  borderBlockEnd: '3px solid',
  borderColor: 'primary.main',
  // At 400 % zoom it would cover what is read: it then scrolls away like the rest.
  '@media (max-height: 24rem)': { position: 'static' },
  '@media print': { position: 'static' },
}

const FULL: SxProps<Theme> = { ...STRIP, fontSize: '1.0625rem', paddingBlock: 1.25 }

const LINE: SxProps<Theme> = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  columnGap: 1.5,
  rowGap: 0.25,
  maxWidth: '72rem',
  marginInline: 'auto',
  paddingInline: { xs: 1.5, sm: 3 },
  overflowWrap: 'anywhere',
  '& > svg': { alignSelf: 'center' },
}
