import { readContent } from './content'
import { looksLikeJws } from './shc/card'
import { decodeNumeric, joinChunks, type CardChunk } from './shc/numeric'

/** One thing that can be opened by itself. */
export interface Choice {
  readonly kind: 'cards' | 'link' | 'record'
  readonly text: string
  /** How many cards it holds; 1 for everything else. */
  readonly count: number
}

export interface Combined {
  /** All cards together, and each link and record by itself, in the order in which they were found. */
  readonly choices: readonly Choice[]
  /** Texts that are nothing this viewer reads, such as the web address on a letterhead. */
  readonly others: readonly string[]
}

/**
 * Puts together what was found at once: on the pages of a document, in several files. Cards open together as one file
 * of cards, whatever form they came in, and parts of one card as that card. Links stay apart: each opening is counted
 * by its server, so that a person has to choose. Parts that are not all there stay text, for the reader to say so.
 */
export function combineTexts(texts: readonly string[]): Combined {
  const distinct = [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== '')
  const sorted = distinct.map(sortText)
  const cards = [
    ...sorted.flatMap((part) => (part.kind === 'cards' ? part.credentials : [])),
    ...joined(sorted),
  ]
  const unique = [...new Set(cards)]
  const loose = looseParts(sorted)
  return {
    choices: [
      ...(unique.length > 0 ? [cardsChoice(unique, sorted)] : []),
      ...(loose.length > 0 ? [{ kind: 'cards', text: loose.join('\n'), count: 1 } as const] : []),
      ...sorted.flatMap((part) =>
        part.kind === 'link' || part.kind === 'record'
          ? [{ kind: part.kind, text: part.text, count: 1 }]
          : [],
      ),
    ],
    others: sorted.flatMap((part) => (part.kind === 'other' ? [part.text] : [])),
  }
}

type Sorted =
  | { readonly kind: 'cards'; readonly text: string; readonly credentials: readonly unknown[] }
  | { readonly kind: 'part'; readonly text: string; readonly chunk: CardChunk }
  | { readonly kind: 'link' | 'record' | 'other'; readonly text: string }

function sortText(text: string): Sorted {
  if (/^shc:/i.test(text)) return sortCode(text)
  if (looksLikeJws(text)) return { kind: 'cards', text, credentials: [text] }
  if (/shlink:/i.test(text.slice(0, 2_000))) return { kind: 'link', text }
  if (!/^[[{"]/.test(text)) return { kind: 'other', text }
  const content = readContent(text)
  if (content.kind === 'cards') return { kind: 'cards', text, credentials: content.credentials }
  return { kind: 'record', text }
}

/** A code that is damaged is kept as it is: opened by itself it says what is wrong with it. */
function sortCode(text: string): Sorted {
  const chunk = decodeNumeric(text.replace(/^shc:\/{0,2}/i, ''))
  if (!chunk.ok) return { kind: 'record', text }
  return chunk.value.total === 1
    ? { kind: 'cards', text, credentials: [chunk.value.text] }
    : { kind: 'part', text, chunk: chunk.value }
}

const partsOf = (sorted: readonly Sorted[]) => sorted.filter((part) => part.kind === 'part')

/** The card that the parts make when they are all there. Parts of several cards cannot be told apart by their headers. */
function joined(sorted: readonly Sorted[]): readonly string[] {
  const parts = partsOf(sorted)
  const jws = joinChunks(parts.map(({ chunk }) => chunk))
  return parts.length > 0 && jws.ok ? [jws.value] : []
}

const looseParts = (sorted: readonly Sorted[]): readonly string[] =>
  joined(sorted).length > 0 ? [] : partsOf(sorted).map(({ text }) => text)

/** One text that was a card stays to the letter what it was; several become a file of cards. */
function cardsChoice(credentials: readonly unknown[], sorted: readonly Sorted[]): Choice {
  const whole = sorted.filter(({ kind }) => kind === 'cards').map(({ text }) => text)
  const parts = partsOf(sorted).map(({ text }) => text)
  const one = credentials.length === 1 ? (whole[0] ?? parts.join('\n')) : undefined
  const only = whole.length === 1 && parts.length === 0 ? whole[0] : undefined
  return {
    kind: 'cards',
    text: only ?? one ?? JSON.stringify({ verifiableCredential: credentials }),
    count: credentials.length,
  }
}
