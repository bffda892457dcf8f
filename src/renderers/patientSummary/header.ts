import { codesOf } from '../../core/fhir/code'
import { dateSortKey } from '../../core/fhir/date'
import { field, flatList, list, records, text } from '../../core/fhir/shape'
import type { Bundle } from '../../core/fhir/types'
import { typeOf, type BundleItem } from '../../core/organizeResources'
import { bareCodes } from '../tables/formatCode'
import type { RowMark } from '../tables/table'
import { isPatientSummary } from './documents'
import { sectionWords } from './messagesSections'
import { marksAsRemarks, type Remark } from '../tables/remark'
import type { LabelledText, Place } from './place'

/** What a reader has to know about a document before its content: what it is, whose, by whom, how old. */
export function headerFields(place: Place): readonly LabelledText[] {
  const { f, t, composition } = place
  const { resource } = composition
  const { bundle } = f.bundle
  const events = records(resource['event'])
  const fields: readonly (readonly [string, string | undefined])[] = [
    [t('documentTitle'), f.text(resource['title'], resource['_title'])],
    [t('type'), f.code(resource['type'], composition)],
    [t('category'), f.code(resource['category'], composition)],
    [t('subject'), f.reference(resource['subject'], composition)],
    [t('date'), f.date(resource['date'], resource['_date'])],
    [t('author'), authorship(place) ?? t('authorNotStated')],
    ...attestations(place).map((words) => [t('attester'), words] as const),
    [t('custodian'), f.reference(resource['custodian'], composition)],
    [t('status'), f.status(resource['status'], resource['_status'])],
    [t('language'), languageWords(languageOf(composition, bundle), f.speech.language)],
    [t('confidentiality'), confidentiality(resource['confidentiality'], place)],
    ...events.map(
      (event) =>
        [
          t('period'),
          [
            careWords(event['code'], place),
            f.period(event['period']),
            f.reference(event['detail'], composition),
          ]
            .filter((words) => words !== undefined)
            .join(', ') || undefined,
        ] as const,
    ),
    [t('encounter'), f.reference(resource['encounter'], composition)],
    ...records(resource['relatesTo']).map((related) => [t('relatesTo'), relation(related, place)] as const),
    [t('identifier'), f.identifier(resource['identifier'])],
    [t('assembled'), f.date(bundle['timestamp'])],
  ]
  return fields.flatMap(([label, value]) => (value === undefined ? [] : { label, value }))
}

/**
 * The same in a few lines, for a telephone's first screen: of when and by whom, kept by whom, and what is unusual about
 * the document. Everything else is one click away.
 */
export function headerLead(place: Place): readonly string[] {
  const { f, t, composition, isForeign } = place
  const { resource } = composition
  const language = languageWords(languageOf(composition, f.bundle.bundle), f.speech.language)
  const custodian = f.reference(resource['custodian'], composition)
  const related = records(resource['relatesTo']).map((one) => relation(one, place))
  const lines = [
    f.date(resource['date'], resource['_date']),
    authorship(place) ?? t('authorUnknown'),
    custodian && t('keptBy', { name: custodian }),
    isForeign && language !== undefined ? t('inLanguage', { language }) : undefined,
    ...related,
  ]
  return lines.filter((line) => line !== undefined)
}

/** Every summary covers "care provision"; to say so tells nobody anything. */
const careWords = (code: unknown, { f }: Place): string | undefined =>
  bareCodes(code).every((bare) => bare === 'PCPR') ? undefined : f.code(code)

const CONFIDENTIALITY = {
  U: 'confidentiality_U',
  L: 'confidentiality_L',
  M: 'confidentiality_M',
  N: 'confidentiality_N',
  R: 'confidentiality_R',
  V: 'confidentiality_V',
} as const

/** A bare code in FHIR R4; a letter says nothing to anybody. */
function confidentiality(sent: unknown, { f, t }: Place): string | undefined {
  const [code, ...others] = bareCodes(sent)
  const isKnown = code !== undefined && others.length === 0 && Object.hasOwn(CONFIDENTIALITY, code)
  return isKnown ? t(CONFIDENTIALITY[code as keyof typeof CONFIDENTIALITY]) : f.code(sent)
}

function relation(related: unknown, { f, t, composition }: Place): string | undefined {
  const kind = f.status(field(related, 'code') ?? field(related, 'type'))
  const target = f.value(related, 'target', composition) ?? f.value(related, 'resource', composition)
  if (kind === undefined || target === undefined) return kind ?? target
  return t('remark', { text: target, remark: kind })
}

type Hand = 'people' | 'software' | 'others'

const PEOPLE: ReadonlySet<string> = new Set(['Practitioner', 'PractitionerRole', 'Patient', 'RelatedPerson'])

/**
 * Whether people or software put the document together, in one sentence: it decides how far a reader may trust an
 * omission. Source: IPS 2.0.1, General Principles.
 */
function authorship(place: Place): string | undefined {
  const { f, t, composition } = place
  const hands: Record<Hand, string[]> = { people: [], software: [], others: [] }
  for (const author of flatList(composition.resource['author'])) {
    hands[handOf(author, place)].push(f.reference(author, composition) ?? t('someone'))
  }
  const [people = '', software = '', others = ''] = [hands.people, hands.software, hands.others].map(
    (names) => names.join('; '),
  )
  const sentences = [others, sentenceFor(people, software, place)].filter((words) => words !== '')
  return sentences.join('; ') || undefined
}

function sentenceFor(people: string, software: string, place: Place): string {
  const { t } = place
  if (software === '') return people === '' ? '' : t('byPeople', { names: people })
  if (people !== '') return t('byPeopleWithSoftware', { names: people, software })
  const attesters = attestations(place).join('; ')
  return attesters === ''
    ? t('bySoftware', { names: software })
    : t('bySoftwareConfirmed', { names: software, attesters })
}

/** By the type of what is referred to; where that is not included, by the type that the reference names. */
function handOf(author: unknown, { f, composition }: Place): Hand {
  const found = f.bundle.resolve(author, composition)
  const named =
    text(field(author, 'type')) ?? /([A-Za-z]+)\/[^/]+$/.exec(text(field(author, 'reference')) ?? '')?.[1]
  const type = found ? typeOf(found.resource) : (named ?? '')
  if (PEOPLE.has(type)) return 'people'
  return type === 'Device' ? 'software' : 'others'
}

/** `Ana Ruiz (legal, 3 Mar 2026)`, one for each. */
const attestations = ({ f, t, composition }: Place): readonly string[] =>
  flatList(composition.resource['attester']).map((attester) => {
    const name = f.reference(field(attester, 'party'), composition) ?? t('someone')
    const details = [f.status(field(attester, 'mode')), f.date(field(attester, 'time'))]
    const remark = details.filter((words) => words !== undefined).join(', ')
    return remark === '' ? name : t('remark', { text: name, remark })
  })

/** The language that the document, or the bundle around it, says it is in; as sent. */
export function languageOf({ resource }: BundleItem, bundle: Bundle): string | undefined {
  const sent: unknown = resource['language'] ?? bundle['language']
  return text(sent) ?? codesOf(sent)[0]
}

/** A language by its name, or as it was sent: invalid tags are common. */
function languageWords(tag: string | undefined, language: string): string | undefined {
  if (tag === undefined) return undefined
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(tag.replaceAll('_', '-')) ?? tag
  } catch {
    return tag
  }
}

const SENTENCES = {
  'entered-in-error': 'retracted',
  preliminary: 'preliminary',
  amended: 'amended',
} as const

/** LOINC codes of the sections that a patient summary must have. Source: IPS 2.0.1, Composition. */
const REQUIRED_SECTIONS = ['48765-2', '11450-4', '10160-0']

/** What changes how the whole document has to be read. */
export function headerRemarks(place: Place): readonly Remark[] {
  const { f, t, composition } = place
  const { resource } = composition
  const sentence = ({ code }: RowMark): string | undefined =>
    Object.hasOwn(SENTENCES, code) ? t(SENTENCES[code as keyof typeof SENTENCES]) : undefined
  const confidential = bareCodes(resource['confidentiality']).some((code) => code === 'R' || code === 'V')
  const absent = isPatientSummary(composition) ? absentSections(resource['section'], place) : []
  return [
    ...marksAsRemarks(resource, f, sentence),
    ...(confidential ? [{ severity: 'warning', text: t('confidential') } as const] : []),
    ...ageRemarks(resource['date'], place),
    ...(absent.length > 0
      ? [{ severity: 'warning', text: t('sectionsMissing', { sections: absent.join(', ') }) } as const]
      : []),
  ]
}

function absentSections(sections: unknown, { f }: Place): readonly string[] {
  const present = new Set(sectionCodes(sections))
  return REQUIRED_SECTIONS.filter((code) => !present.has(code)).flatMap(
    (code) => sectionWords(f.speech.language)(code) ?? [],
  )
}

const sectionCodes = (sections: unknown): readonly string[] =>
  list(sections).flatMap((section) => [
    ...codesOf(field(section, 'code')),
    ...sectionCodes(field(section, 'section')),
  ])

const DAY = 86_400_000
const MONTH = 30.44 * DAY
/** From this age on, in months, a reader is reminded of it. */
const OLD = 6

function ageRemarks(date: unknown, { f, t }: Place): readonly Remark[] {
  const written = dateSortKey(date)
  if (written === undefined) return [{ severity: 'warning', text: t('dateNotStated') }]
  const age = f.context.now.getTime() - written
  if (age < -DAY) return [{ severity: 'warning', text: t('dateInFuture') }]
  const months = Math.floor(age / MONTH)
  return months < OLD ? [] : [{ severity: 'warning', text: t('old', { count: months }) }]
}
