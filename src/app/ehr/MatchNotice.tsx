import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import type { ChartMatch } from '../../core/ehr/chartPatient'
import type { Language } from '../../i18n/language'
import { Notice } from '../../ui/Notice'
import { MatchDetails, type MatchDetailsProps } from './MatchDetails'
import { patientMessages } from './patientMessages'

/**
 * Whether a record is about the patient whose chart is open: a calm line where it is, a warning where nobody can tell, an
 * alarm where it is about somebody else. `data-patient-match` is a published contract: docs/dom-contract.md.
 */
export function MatchNotice(props: MatchDetailsProps): ReactElement {
  const { match, context } = props
  const t = patientMessages(context.language)
  if (match.kind === 'match') {
    return (
      <Box data-patient-match="match" sx={{ marginBlock: 1.5 }}>
        <Notice severity="success" announce="polite">
          {matchWords(match, context.language)} {t('noProof')}
        </Notice>
      </Box>
    )
  }
  const isMismatch = match.kind === 'mismatch'
  return (
    <Box data-patient-match={match.kind} sx={{ marginBlock: 1.5 }}>
      <Notice
        severity={isMismatch ? 'error' : 'warning'}
        announce={isMismatch ? 'assertive' : 'polite'}
        title={t(isMismatch ? 'mismatchTitle' : 'unclearTitle')}
      >
        <MatchDetails {...props} />
        {t(isMismatch ? 'mismatchAdvice' : 'unclearAdvice')}
      </Notice>
    </Box>
  )
}

/** The fields that agree, by name. */
function matchWords({ subjects }: ChartMatch, language: Language): string {
  const t = patientMessages(language)
  if (subjects.filter(({ subject }) => subject.role !== 'subscriber').length > 1) {
    const insured = subjects.some(({ subject }) => subject.role === 'insured')
    if (insured) return t('matchesFamily')
  }
  const fields = subjects.find(({ kind }) => kind === 'match')?.fields ?? []
  const agrees = (name: string): boolean =>
    fields.some(({ field, answer }) => field === name && answer === 'same')
  if (!agrees('identifier')) return t('matchesBoth')
  return t(agrees('name') ? 'matchesAll' : 'matchesByNumber')
}
