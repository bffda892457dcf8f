import type { IssuerFacts, KeyFacts, RevocationFacts, Verdict } from '../../core/verdict'
import type { Language } from '../../i18n/language'
import { formatDay, formatInstant } from '../../i18n/values'
import type { Field } from '../../ui/FieldList'
import { messages } from '../messages'
import { checkMessages } from './checkMessages'

/** What the check rests on, for the curious: issuer, lists with their dates, key and dates of the card. */
export function checkFields(verdict: Verdict, language: Language): readonly Field[] {
  const { issuer, key, revocation, assurance, issued, expires } = verdict
  const t = messages(language)
  const dated = (date: Date): string =>
    date.toLocaleString(language, { dateStyle: 'long', timeStyle: 'long' })
  return [
    ...(issuer ? [{ label: t('issuerAddress'), value: issuerWords(issuer) }] : []),
    ...(issuer?.directory ? [{ label: t('issuerList'), value: listWords(issuer.directory, language) }] : []),
    ...(key ? keyFields(key, language) : []),
    ...(revocation ? [revocationField(revocation, language)] : []),
    ...(assurance ? [assuranceField(assurance, language)] : []),
    ...(issued ? [{ label: t('issuedOn'), value: dated(issued) }] : []),
    ...(expires ? [{ label: t('expiresOn'), value: dated(expires) }] : []),
  ]
}

const issuerWords = ({ name, iss }: IssuerFacts): string => (name === undefined ? iss : `${name} (${iss})`)

function listWords({ source, date }: NonNullable<IssuerFacts['directory']>, language: Language): string {
  const day = date && formatDay(date, language)
  return day === undefined ? source : checkMessages(language)('issuerListDated', { list: source, date: day })
}

function keyFields({ kid, thumbprint, crlVersion }: KeyFacts, language: Language): readonly Field[] {
  const t = checkMessages(language)
  const fits = thumbprint === kid ? t('thumbprintFits') : undefined
  return [
    { label: t('key'), value: kid },
    ...(thumbprint === undefined
      ? []
      : [{ label: t('thumbprint'), value: fits ?? t('thumbprintDiffers', { thumbprint }) }]),
    ...(crlVersion === undefined ? [] : [{ label: t('crlVersion'), value: crlVersion }]),
  ]
}

function revocationField({ source, counter, date }: RevocationFacts, language: Language): Field {
  const t = checkMessages(language)
  const moment = date && formatInstant(date, language)
  return {
    label: t('revocationList'),
    value:
      moment === undefined
        ? t('revocationListValue', { source, counter })
        : t('revocationListDated', { source, counter, date: moment }),
  }
}

function assuranceField(assurance: readonly string[], language: Language): Field {
  const t = checkMessages(language)
  return { label: t('assurance'), value: t('assuranceValue', { levels: assurance.join(', ') }) }
}
