import Box from '@mui/material/Box'
import type { ReactElement, ReactNode } from 'react'
import { DEVIATION_CLAUSES, type Deviation } from '../../core/deviations'
import type { OrganizedBundle } from '../../core/organizeResources'
import { profileDeviations } from '../../core/patientSharedProfile'
import type { Origin } from '../../core/resolveSHX'
import type { Verdict } from '../../core/verdict'
import { describeDeviation, describeFinding } from '../../i18n/findings'
import type { Language } from '../../i18n/language'
import { useLanguage } from '../../i18n/LanguageContext'
import { describeAxes } from '../../i18n/verdicts'
import { Disclosure } from '../../ui/Disclosure'
import { FieldList } from '../../ui/FieldList'
import { JsonText } from '../../ui/JsonText'
import { messages } from '../messages'
import { checkFields } from './checkFields'
import { checkMessages } from './checkMessages'
import { linkMessages } from './linkMessages'
import { profileMessages } from './profileMessages'

export interface HowCheckedProps {
  readonly verdict: Verdict
  /** A bundle that is held against the patient-shared profile. */
  readonly profile?: OrganizedBundle | undefined
  /** Where the issuer says that it keeps the resources of this card. */
  readonly kept?: Origin['kept'] | undefined
  /** How the record came about, where its content is shown. */
  readonly children?: ReactNode
}

/** Every step of the check in plain words, and what specialists want to see. Nothing here changes the verdict. */
export function HowChecked({ verdict, profile, kept = [], children }: HowCheckedProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  return (
    <Disclosure summary={t('howChecked')}>
      {describeAxes(verdict, language).map(({ axis, label, state, explanation }) => (
        <Box key={axis} data-axis={axis} sx={{ marginBlock: 1 }}>
          <Box component="strong">{label}: </Box>
          <span>{state}</span>
          <Box sx={{ color: 'text.secondary' }}>{explanation}</Box>
        </Box>
      ))}
      <FieldList fields={checkFields(verdict, language)} />
      <Titled
        title={t('findings')}
        items={verdict.findings.map((finding) => `${describeFinding(finding, language)} (${finding.code})`)}
      />
      <Titled
        title={t('deviations')}
        items={verdict.deviations.map((deviation) => deviationWords(deviation, language))}
      />
      {profile && (
        <Titled title={linkMessages(language)('profileTitle')} items={profileWords(profile, language)} />
      )}
      <Titled
        title={checkMessages(language)('keptTitle')}
        items={kept.map(({ bundled, hosted }) => checkMessages(language)('keptItem', { bundled, hosted }))}
      />
      {children}
      {verdict.claims && (
        <Disclosure summary={t('headerAndClaims')} prints={false}>
          <JsonText value={{ header: verdict.header, claims: verdict.claims }} />
        </Disclosure>
      )}
    </Disclosure>
  )
}

function profileWords(bundle: OrganizedBundle, language: Language): readonly string[] {
  const t = linkMessages(language)
  return profileDeviations(bundle).map(({ code, clause, value }) => {
    const words = profileMessages(language)(code)
    return value === undefined
      ? t('profileItem', { words, clause })
      : t('profileItemAt', { words, clause, value })
  })
}

/** With its code and clause, for whoever makes the software that issued the card. */
function deviationWords({ code, value }: Deviation, language: Language): string {
  const t = checkMessages(language)
  const about = { words: describeDeviation(code, language), code, clause: DEVIATION_CLAUSES[code] }
  return value === undefined ? t('deviationItem', about) : t('deviationItemAt', { ...about, value })
}

function Titled({
  title,
  items,
}: {
  readonly title: string
  readonly items: readonly string[]
}): ReactElement | null {
  if (items.length === 0) return null
  return (
    <>
      <Box component="h3" sx={{ fontSize: '1rem', marginBlock: '1rem 0.25rem' }}>
        {title}
      </Box>
      <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5 }}>
        {[...new Set(items)].map((item) => (
          <li key={item}>{item}</li>
        ))}
      </Box>
    </>
  )
}
