import { isRecord } from '../../core/encoding'
import { formatBareCode, readConcept } from '../../core/fhir/code'
import { translationOf } from '../../core/fhir/extension'
import { flatList, text, type FhirRecord } from '../../core/fhir/shape'
import { isHl7System, systemName } from '../../core/fhir/systemNames'
import type { BundleItem } from '../../core/organizeResources'
import type { Format } from './format'
import type { WordOf } from './words'

/**
 * A coded element in words: the author's text, else the best coding's display, else a dictionary's word, else the
 * code with its system. Of several codings the one that a person selected comes first, then those that have words.
 */
export function conceptText(value: unknown, f: Format, from?: BundleItem): string | undefined {
  // Where a code is expected, R5 and careless senders also put a Reference.
  if (isRecord(value) && text(value['reference']) !== undefined) return f.reference(value, from)
  const concept = readConcept(value, f.speech.language)
  const selected = concept.codings.toSorted((a, b) => Number(isSelected(b)) - Number(isSelected(a)))
  const [worded] = selected.flatMap((coding) => codingWords(coding, f) ?? [])
  const words = concept.text ?? worded ?? selected.map(formatBareCode).find((code) => code !== undefined)
  const reference = concept.reference === undefined ? undefined : f.reference(concept.reference, from)
  return [words, reference].filter((part) => part !== undefined).join(', ') || undefined
}

const isSelected = ({ userSelected }: FhirRecord): boolean => userSelected === true

/** Words for one Coding: its display, else a dictionary's, else the code with its system. */
export const codingText = (coding: unknown, f: Format): string | undefined =>
  codingWords(coding, f) ?? formatBareCode(coding)

function codingWords(coding: unknown, f: Format): string | undefined {
  if (!isRecord(coding)) return undefined
  const translated = translationOf(coding['_display'], f.speech.language)
  return translated ?? text(f.context.codes.display(coding)) ?? ownWords(coding, f)
}

/** What this viewer itself knows to say for a code without a display. */
function ownWords({ system, code }: FhirRecord, f: Format): string | undefined {
  const none = f.speech.none(code)
  if (none !== undefined && (isHl7System(system) || systemName(system) === 'SNOMED CT')) return none
  if (!isHl7System(system)) return undefined
  const address = text(system) ?? ''
  if (address.endsWith('ObservationInterpretation')) return f.speech.interpretation(code)
  if (address.endsWith('v2-0203') || address.includes('C4DIC')) return f.speech.identifier(code)
  if (address.endsWith('v3-ActCode')) return f.speech.encounter(code)
  if (address.endsWith('v3-RoleCode')) return f.speech.relation(code)
  if (address.endsWith('v3-Confidentiality')) return f.speech.confidentiality(code)
  if (/NullFlavor|data-absent-reason/.test(address)) return f.speech.absent(code)
  return f.speech.status(code)
}

/**
 * A code that decides how an entry is read, in our own words for it, because the sender's may be in a language that
 * the reader does not speak. The sender's text is added where it says something else. Codes without words of ours
 * read like any other.
 */
export function knownConceptText(value: unknown, f: Format, words: WordOf): string | undefined {
  const bare = text(value)
  if (bare !== undefined) return words(bare) ?? words(bare.toLowerCase()) ?? bare
  const concept = readConcept(value, f.speech.language)
  const coding = concept.codings.find(
    ({ system, code }) => words(code) !== undefined && (system === undefined || isHl7System(system)),
  )
  const known = words(coding?.['code'])
  if (known === undefined) return conceptText(value, f, undefined)
  const same = [known, text(coding?.['code']), text(coding?.['display'])].some((word) =>
    isSame(word, concept.text),
  )
  return concept.text === undefined || same
    ? known
    : f.speech.t('remark', { text: known, remark: concept.text })
}

const isSame = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && plain(a) === plain(b)

const plain = (words: string): string => words.toLowerCase().replaceAll(/[\s_-]+/g, ' ')

/** Every code of a status-like element as it was sent, for a decision; words are for people. */
export const bareCodes = (value: unknown): readonly string[] =>
  flatList(value).flatMap((item) => {
    const bare = text(item)
    if (bare !== undefined) return bare
    return readConcept(item, 'en').codings.flatMap(({ code }) => text(code) ?? [])
  })
