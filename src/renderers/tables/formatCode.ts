import { isRecord } from '../../core/encoding'
import { formatBareCode, readConcept } from '../../core/fhir/code'
import { translationOf } from '../../core/fhir/extension'
import { flatList, text, type FhirRecord } from '../../core/fhir/shape'
import { isHl7System } from '../../core/fhir/systemNames'
import type { BundleItem } from '../../core/organizeResources'
import { rememberWords, type WordsOrigin } from './dictionaryWords'
import type { Format } from './format'
import { definedWords, listedWords } from './ownWords'
import type { WordOf } from './words'

/**
 * A coded element in words: the author's text, else what a sender calls one of its codings, else our own words, else a
 * dictionary's, else the code with its system. Of several codings the one that a person selected comes first. A
 * dictionary is only asked when nobody else has words.
 */
export function conceptText(value: unknown, f: Format, from?: BundleItem): string | undefined {
  // Where a code is expected, R5 and careless senders also put a Reference.
  if (isRecord(value) && text(value['reference']) !== undefined) return f.reference(value, from)
  const concept = readConcept(value, f.speech.language)
  const selected = concept.codings.toSorted((a, b) => Number(isSelected(b)) - Number(isSelected(a)))
  const words = concept.text ?? wordsOfAny(selected, f)
  const reference = concept.reference === undefined ? undefined : f.reference(concept.reference, from)
  return [words, reference].filter((part) => part !== undefined).join(', ') || undefined
}

const isSelected = ({ userSelected }: FhirRecord): boolean => userSelected === true

/** Words for one Coding: its display, else ours, else a dictionary's, else the code with its system. */
export const codingText = (coding: unknown, f: Format): string | undefined =>
  isRecord(coding) ? wordsOfAny([coding], f) : undefined

/** Who may have words for a coding, in the order in which they are believed. */
const SPEAKERS: readonly ((coding: FhirRecord, f: Format) => string | undefined)[] = [
  (coding, f) => translationOf(coding['_display'], f.speech.language) ?? text(coding['display']),
  (coding, f) => definedWords(coding, f.speech),
  (coding, f) => withCode(listedWords(coding, f.speech), coding, f, {}),
  dictionaryWords,
  (coding) => formatBareCode(coding),
]

function wordsOfAny(codings: readonly FhirRecord[], f: Format): string | undefined {
  for (const speaker of SPEAKERS) {
    for (const coding of codings) {
      const words = speaker(coding, f)
      if (words !== undefined) return words
    }
  }
  return undefined
}

function dictionaryWords(coding: FhirRecord, f: Format): string | undefined {
  const [system, code] = [text(coding['system']), text(coding['code'])]
  if (system === undefined || code === undefined) return undefined
  const term = f.context.codes.term({ system, code }, f.speech.language)
  return term && withCode(term.text, coding, f, { dictionary: term.dictionary, language: term.language })
}

/** Words that the sender has not said are told with their code. */
function withCode(
  words: string | undefined,
  coding: FhirRecord,
  f: Format,
  origin: WordsOrigin,
): string | undefined {
  const code = formatBareCode(coding)
  if (words === undefined || code === undefined) return undefined
  return rememberWords(f.context.codes, f.speech.t('withCode', { text: words, code }), origin)
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
export function bareCodes(value: unknown): readonly string[] {
  // Most resources lack most elements, and every row of every table is judged by a dozen of them.
  if (value === undefined || value === null) return NO_CODES
  return flatList(value).flatMap((item) => {
    const bare = text(item)
    if (bare !== undefined) return bare
    return readConcept(item, 'en').codings.flatMap(({ code }) => text(code) ?? [])
  })
}

const NO_CODES: readonly string[] = []
