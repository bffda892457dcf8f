import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import type { OrganizedBundle } from '../../core/organizeResources'
import { profileDeviations } from '../../core/patientSharedProfile'
import type { IssuerFacts, Verdict } from '../../core/verdict'
import { describeDeviation, describeFinding } from '../../i18n/findings'
import type { Language } from '../../i18n/language'
import { useLanguage } from '../../i18n/LanguageContext'
import { describeAxes } from '../../i18n/verdicts'
import { Disclosure } from '../../ui/Disclosure'
import { FieldList, type Field } from '../../ui/FieldList'
import { JsonText } from '../../ui/JsonText'
import { messages } from '../messages'
import { linkMessages } from './linkMessages'
import { profileMessages } from './profileMessages'

export interface HowCheckedProps {
  readonly verdict: Verdict
  /** A bundle that is held against the patient-shared profile. */
  readonly profile?: OrganizedBundle | undefined
}

/** Every step of the check in plain words, and what specialists want to see. Nothing here changes the verdict. */
export function HowChecked({ verdict, profile }: HowCheckedProps): ReactElement {
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
      <FieldList fields={fieldsOf(verdict, language)} />
      <Titled
        title={t('findings')}
        items={verdict.findings.map((finding) => `${describeFinding(finding, language)} (${finding.code})`)}
      />
      <Titled
        title={t('deviations')}
        items={verdict.deviations.map((deviation) => describeDeviation(deviation, language))}
      />
      {profile && (
        <Titled title={linkMessages(language)('profileTitle')} items={profileWords(profile, language)} />
      )}
      {verdict.claims && (
        <Disclosure summary={t('headerAndClaims')}>
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

function fieldsOf({ issuer, issued, expires }: Verdict, language: Language): readonly Field[] {
  const t = messages(language)
  const dated = (date: Date): string =>
    date.toLocaleString(language, { dateStyle: 'long', timeStyle: 'long' })
  return [
    ...(issuer ? [{ label: t('issuerAddress'), value: issuerWords(issuer) }] : []),
    ...(issuer?.directory ? [{ label: t('issuerList'), value: issuer.directory.source }] : []),
    ...(issued ? [{ label: t('issuedOn'), value: dated(issued) }] : []),
    ...(expires ? [{ label: t('expiresOn'), value: dated(expires) }] : []),
  ]
}

const issuerWords = ({ name, iss }: IssuerFacts): string => (name === undefined ? iss : `${name} (${iss})`)

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
