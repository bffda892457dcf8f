import Box from '@mui/material/Box'
import { useMemo, type ReactElement } from 'react'
import type { VerifiedBundle } from '../../core/openSHX'
import { peopleOf, type Person } from '../../core/samePatient'
import { useLanguage } from '../../i18n/LanguageContext'
import { formatList } from '../../i18n/values'
import { rendererFor } from '../../renderers/registry'
import type { ViewContext } from '../../renderers/renderer'
import { createFormat } from '../../renderers/tables/format'
import { Notice } from '../../ui/Notice'
import { messages } from '../messages'
import { recordMessages } from './recordMessages'
import { useViewContext } from './useViewContext'

export interface PeopleNoticeProps {
  readonly bundles: readonly VerifiedBundle[]
}

/**
 * Points out that the records of one opening name different people, or that nobody can tell. Says nothing when they
 * agree: that two records look alike proves nothing. Records that must not be relied on are left out.
 */
export function PeopleNotice({ bundles }: PeopleNoticeProps): ReactElement | null {
  const { language } = useLanguage()
  const context = useViewContext()
  const t = recordMessages(language)
  const { kind, people } = useMemo(() => peopleIn(bundles), [bundles])
  if (kind === 'same') return null
  const isDifferent = kind === 'different'
  return (
    <Box sx={{ marginBlock: 2 }} data-shx-people={kind}>
      <Notice
        severity={isDifferent ? 'warning' : 'info'}
        announce="polite"
        title={t(isDifferent ? 'differentTitle' : 'unclearTitle')}
      >
        <Box component="ul" sx={{ marginBlock: 0.5, paddingInlineStart: 2.5 }}>
          {people.map((person, index) => (
            // Two people may share name and birth date.
            <li key={index}>{personWords(person, bundles, context)}</li>
          ))}
        </Box>
        {t(isDifferent ? 'differentAdvice' : 'unclearAdvice')}
      </Notice>
    </Box>
  )
}

const peopleIn = (bundles: readonly VerifiedBundle[]) =>
  peopleOf(
    bundles.map(({ organized, verdict }) =>
      verdict.status === 'invalid' ? [] : rendererFor(organized).subjects(organized),
    ),
  )

/** `Ana Ruiz, born 1 March 1980: records 1 and 3`. */
function personWords(
  { patient, records }: Person,
  bundles: readonly VerifiedBundle[],
  context: ViewContext,
): string {
  const { language } = context
  const [t, common] = [recordMessages(language), messages(language)]
  const organized = bundles[records[0] ?? 0]?.organized
  const format = organized && createFormat(organized, context)
  const born = format?.date(patient.birthDate)
  const numbers = formatList(
    records.map((position) => position + 1),
    language,
  )
  return t('person', {
    name: format?.name(patient.name) ?? common('nameNotStated'),
    born: born === undefined ? common('birthDateNotStated') : common('bornOn', { date: born }),
    records: t('inRecords', { count: records.length, numbers }),
  })
}
