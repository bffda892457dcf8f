import { parseDate, type FhirDate } from './fhir/date'
import { formatName } from './fhir/person'
import { flatList, list, record, text } from './fhir/shape'
import type { Patient } from './fhir/types'

/** What two Patients were compared by. */
export type PatientField = 'name' | 'birthDate'

/**
 * same: name and birth date agree · different: at least one of `fields` contradicts · unclear: nothing contradicts, but
 * `fields` are missing, partial or cannot be compared. "Cannot tell" is an answer of its own, never a match.
 */
export type Likeness =
  | { readonly kind: 'same' }
  | { readonly kind: 'different' | 'unclear'; readonly fields: readonly PatientField[] }

/**
 * Do two Patients look like one person? By name and birth date alone: identifiers of two senders say nothing about each
 * other. Accents, case, order, titles and middle names make no difference; a name in another script cannot be compared.
 * A likeness is no proof of identity.
 */
export function likenessOf(a: Patient, b: Patient): Likeness {
  const answers = compareFields(a, b)
  const fieldsThat = (wanted: Answer) => FIELDS.filter((field) => answers[field] === wanted)
  const different = fieldsThat('different')
  if (different.length > 0) return { kind: 'different', fields: different }
  const unclear = fieldsThat('unclear')
  return unclear.length > 0 ? { kind: 'unclear', fields: unclear } : { kind: 'same' }
}

const FIELDS = ['name', 'birthDate'] as const satisfies readonly PatientField[]

type Answer = Likeness['kind']

/** The same comparison, field by field. */
export const compareFields = (a: Patient, b: Patient): Readonly<Record<PatientField, Answer>> => ({
  name: compareNames(a.name, b.name),
  birthDate: compareDates(a.birthDate, b.birthDate),
})

/** Parts that both dates state have to agree; a part that only one of them states leaves it open. */
function compareDates(a: unknown, b: unknown): Answer {
  const [first, second] = [parseDate(a), parseDate(b)]
  if (!first || !second) return 'unclear'
  const parts = ['year', 'month', 'day'] as const satisfies readonly (keyof FhirDate)[]
  const pairs = parts.map((part) => [first[part], second[part]] as const)
  if (pairs.some(([one, other]) => one !== undefined && other !== undefined && one !== other))
    return 'different'
  return pairs.every(([one, other]) => one !== undefined && other !== undefined) ? 'same' : 'unclear'
}

/** The parts of one name as words. Without `family` and `given`, all of it is `whole` and nobody knows which is which. */
interface NameWords {
  readonly whole: readonly string[]
  readonly family: readonly string[]
  readonly given: readonly string[]
}

/** Names of one person that are compared; a hostile record could have thousands. */
const MOST_NAMES = 8

/** The best agreement between any name of one and any name of the other: maiden and usual names count as well. */
function compareNames(a: unknown, b: unknown): Answer {
  const answers = namesOf(a).flatMap((one) => namesOf(b).map((other) => compareWords(one, other)))
  if (answers.includes('same')) return 'same'
  return answers.length > 0 && answers.every((answer) => answer === 'different') ? 'different' : 'unclear'
}

const namesOf = (names: unknown): readonly NameWords[] =>
  flatList(names)
    .slice(0, MOST_NAMES)
    .map(wordsOfName)
    .filter(({ whole }) => whole.length > 0)

function wordsOfName(name: unknown): NameWords {
  const parts = record(name)
  const [family, given] = [wordsOf(parts?.['family']), wordsOf(parts?.['given'])]
  const whole = [...given, ...family]
  return { family, given, whole: whole.length > 0 ? whole : wordsOf(formatName(name)) }
}

/** `De la Peña-Ruiz` → de, la, pena, ruiz. */
const wordsOf = (value: unknown): readonly string[] =>
  list(value).flatMap((part) => plainWords(text(part) ?? ''))

const plainWords = (words: string): readonly string[] =>
  words
    .slice(0, 300)
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLocaleLowerCase('en')
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== '')

function compareWords(a: NameWords, b: NameWords): Answer {
  if (isLatin(a) !== isLatin(b)) return 'unclear'
  const [short, long] = a.whole.length <= b.whole.length ? [a.whole, b.whole] : [b.whole, a.whole]
  if (short.every((word) => long.includes(word))) {
    return short.length > 1 || long.length === 1 ? 'same' : 'unclear'
  }
  const [family, given] = [shares(a.family, b.family), shares(a.given, b.given)]
  // Brothers and sisters share the family name; whoever marries may change it.
  if (family && !given && a.given.length > 0 && b.given.length > 0 && !initialsFit(a.given, b.given)) {
    return 'different'
  }
  return shares(a.whole, b.whole) || initialsFit(a.given, b.given) ? 'unclear' : 'different'
}

const isLatin = ({ whole }: NameWords): boolean => /\p{Script=Latin}/u.test(whole.join(''))

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((word) => b.includes(word))

/** `J` may be John. */
function initialsFit([a = '']: readonly string[], [b = '']: readonly string[]): boolean {
  return (a.length === 1 || b.length === 1) && a !== '' && b !== '' && a.charAt(0) === b.charAt(0)
}

/** One person, as far as anybody can tell, and the records that name them. */
export interface Person {
  readonly patient: Patient
  /** Positions of the records, counted from 0, each once. */
  readonly records: readonly number[]
}

export interface People {
  /** same: every record names one and the same person · different: two records have nobody in common. */
  readonly kind: Likeness['kind']
  readonly people: readonly Person[]
}

/** People of one record, and records, that are compared with each other; a hostile share could have thousands. */
const MOST_PEOPLE = 10
const MOST_RECORDS = 30

/**
 * Who the records of one opening are about. Two records agree when they have somebody in common: an insurance card also
 * names the subscriber. Records that name nobody are left out; that is said where they are shown. Where there are too many
 * to compare all of them, it is at best unclear.
 */
export function peopleOf(records: readonly (readonly Patient[])[]): People {
  const naming = records
    .map((patients, position) => ({ position, patients }))
    .filter(({ patients }) => patients.length > 0)
  const named = naming
    .slice(0, MOST_RECORDS)
    .map(({ position, patients }) => ({ position, patients: patients.slice(0, MOST_PEOPLE) }))
  const tooMany = naming.length > MOST_RECORDS || naming.some(({ patients }) => patients.length > MOST_PEOPLE)
  const people: { patient: Patient; records: number[] }[] = []
  for (const { position, patients } of named) {
    for (const patient of patients) {
      const known = people.find((person) => likenessOf(person.patient, patient).kind === 'same')
      if (!known) people.push({ patient, records: [position] })
      else if (!known.records.includes(position)) known.records.push(position)
    }
  }
  const kinds = named.flatMap((one, index) =>
    named.slice(index + 1).map((other) => closest(one.patients, other.patients)),
  )
  const worst = KINDS.find((kind) => kinds.includes(kind)) ?? 'same'
  return { kind: worst === 'same' && tooMany && naming.length > 1 ? 'unclear' : worst, people }
}

/** The worst first. */
const KINDS = ['different', 'unclear', 'same'] as const

function closest(a: readonly Patient[], b: readonly Patient[]): Likeness['kind'] {
  const kinds = a.flatMap((one) => b.map((other) => likenessOf(one, other).kind))
  return KINDS.findLast((kind) => kinds.includes(kind)) ?? 'unclear'
}
