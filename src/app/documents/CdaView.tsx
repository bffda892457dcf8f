import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import type { CdaDocument, CdaPerson, CdaSection } from '../../core/document/cda'
import { strangersIn } from '../../core/document/cdaPatient'
import { formatDate } from '../../core/fhir/date'
import type { Patient } from '../../core/fhir/types'
import type { Language } from '../../i18n/language'
import { useLanguage } from '../../i18n/LanguageContext'
import { Disclosure } from '../../ui/Disclosure'
import { FieldList, type Field } from '../../ui/FieldList'
import { Narrative } from '../../ui/Narrative'
import { Notice } from '../../ui/Notice'
import type { ShowFile } from './DocumentBody'
import { messages } from './messages'

export interface CdaViewProps {
  readonly cda: CdaDocument
  /** Whom the record around it is about. */
  readonly patients: readonly Patient[]
  readonly showFile: ShowFile
}

/** What a CDA document says of itself, and its sections as their author wrote them. */
export function CdaView({ cda, patients, showFile }: CdaViewProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const { confidentiality: secret, file, sections } = cda
  return (
    <div>
      {strangersIn(cda, patients).map((person, index) => (
        // People have no identity but their order.
        <Notice key={index} severity="error" title={t('cdaStranger')} announce="assertive">
          <bdi>{personText(person, language)}</bdi>
        </Notice>
      ))}
      {(secret === 'R' || secret === 'V') && (
        <Notice severity="warning" title={t(secret === 'V' ? 'cdaVeryConfidential' : 'cdaConfidential')} />
      )}
      <Box component="section" aria-label={t('cdaHeader')} sx={{ marginBlock: 1.5 }}>
        <Box sx={{ fontWeight: 700 }}>{t('cdaHeader')}</Box>
        <FieldList fields={headerFields(cda, language)} />
      </Box>
      <Sections sections={sections} language={language} level={3} />
      {sections.length === 0 && !file && <Notice severity="info" title={t('cdaNoSections')} />}
      {file && <Disclosure summary={t('cdaFile')}>{showFile(file)}</Disclosure>}
    </div>
  )
}

const personText = ({ name, birthDate }: CdaPerson, language: Language): string =>
  [name, birthDate && (formatDate(birthDate, language) ?? birthDate)]
    .filter((part) => part !== undefined)
    .join(', ')

/** Every person who is named: two patients in one document must be seen. */
function headerFields(cda: CdaDocument, language: Language): readonly Field[] {
  const t = messages(language)
  const date = (value: string | undefined) => value && (formatDate(value, language) ?? value)
  const person = ({ name, organization, date: when }: CdaPerson): string | undefined =>
    [name, organization, date(when)].filter((part) => part !== undefined).join(', ') || undefined
  const patient = (one: CdaPerson): readonly (readonly [string, string | undefined])[] => [
    [t('cdaPatient'), one.name],
    [t('cdaBirthDate'), date(one.birthDate)],
    [t('cdaSex'), sexText(one.gender, language)],
    [t('cdaIdentifiers'), one.identifiers.join(', ') || undefined],
  ]
  const fields: readonly (readonly [string, string | undefined])[] = [
    [t('cdaTitle'), cda.title ?? cda.kind],
    ...cda.patients.flatMap(patient),
    [t('cdaDate'), date(cda.date)],
    ...cda.authors.map((author) => [t('cdaAuthor'), person(author)] as const),
    [t('cdaSigner'), cda.signer && person(cda.signer)],
    [t('cdaCustodian'), cda.custodian],
  ]
  return fields.flatMap(([label, value]) => (value === undefined ? [] : { label, value }))
}

const sexText = (code: string | undefined, language: Language): string | undefined => {
  const t = messages(language)
  return code === 'M' || code === 'F' || code === 'UN' ? t(`sex_${code}`) : code
}

interface SectionsProps {
  readonly sections: readonly CdaSection[]
  readonly language: Language
  /** Of the heading. */
  readonly level: 3 | 4
}

function Sections({ sections, language, level }: SectionsProps): ReactElement {
  const t = messages(language)
  return (
    <>
      {sections.map((section, index) => (
        // Sections have no identity but their order, which never changes.
        <Box component="section" key={index} sx={{ marginBlockStart: 2 }} data-cda-section="">
          <Box
            component={`h${level}`}
            dir="auto"
            sx={{ margin: 0, fontSize: level === 3 ? '1.125rem' : '1rem' }}
          >
            {section.title ?? t('cdaUntitled')}
          </Box>
          {section.nullFlavor !== undefined && (
            <Notice severity="info" title={t('cdaNoInformation', { code: section.nullFlavor })} />
          )}
          {section.html === undefined ? (
            <Missing section={section} language={language} />
          ) : (
            <Narrative div={section.html} language={language} />
          )}
          <Box sx={{ paddingInlineStart: 2 }}>
            <Sections sections={section.sections} language={language} level={4} />
          </Box>
        </Box>
      ))}
    </>
  )
}

interface MissingProps {
  readonly section: CdaSection
  readonly language: Language
}

/** What is coded and not put into words must not look like an empty section. */
function Missing({ section, language }: MissingProps): ReactElement | null {
  const t = messages(language)
  const { entries, sections } = section
  if (entries > 0)
    return (
      <Notice severity="warning" title={t('cdaEmpty')}>
        {t('cdaEntries', { count: entries })}
      </Notice>
    )
  return sections.length > 0 ? null : <p>{t('cdaEmpty')}</p>
}
