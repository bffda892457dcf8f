import type { CodeRenderer, Term } from '../../core/codes/codeRenderer'
import type { Language } from '../../i18n/language'
import { messages } from './messages'

/**
 * Where words for a code come from that its sender has not said: from a dictionary, or (without one) from this viewer
 * itself. Such words always end in their code, `Ambulatory [v3-ActCode AMB]`, and wherever they end up in a line they
 * are known again by it: cells stay plain text, and their views can still say who is speaking.
 */
export interface WordsOrigin {
  readonly dictionary?: Term['dictionary']
  /** BCP 47. Absent: the reader's own. */
  readonly language?: string
}

export interface WordsPart {
  readonly text: string
  /** Absent for what the sender says. */
  readonly origin?: WordsOrigin
}

/** By the code at their end: how they read in full, and where they come from. */
type Known = Map<string, Map<string, WordsOrigin>>

const knownTo = new WeakMap<CodeRenderer, Known>()

/** Notes that `words`, which end in `[code]`, come from `origin`. Returns them. */
export function rememberWords(codes: CodeRenderer, words: string, origin: WordsOrigin): string {
  const known = knownTo.get(codes) ?? new Map()
  knownTo.set(codes, known)
  const code = words.slice(words.lastIndexOf('['))
  known.set(code, (known.get(code) ?? new Map<string, WordsOrigin>()).set(words, origin))
  return words
}

/** Takes a line apart into what its sender says and what a dictionary does. One part for most lines. */
export function partsOf(line: string, codes: CodeRenderer): readonly WordsPart[] {
  const known = line.includes(']') ? knownTo.get(codes) : undefined
  if (!known) return [{ text: line }]
  const parts: WordsPart[] = []
  let done = 0
  for (let end = line.indexOf(']'); end !== -1; end = line.indexOf(']', end + 1)) {
    const said = line.slice(done, end + 1)
    const found = [...(known.get(said.slice(said.lastIndexOf('['))) ?? [])].find(([words]) =>
      said.endsWith(words),
    )
    if (!found) continue
    const [words, origin] = found
    if (said.length > words.length) parts.push({ text: said.slice(0, -words.length) })
    parts.push({ text: words, origin })
    done = end + 1
  }
  return done === line.length ? parts : [...parts, { text: line.slice(done) }]
}

/** Who says some words, in words. */
export function originText({ dictionary }: WordsOrigin, language: Language): string {
  const t = messages(language)
  if (!dictionary) return t('wordsOurs')
  return t('wordsFrom', { name: dictionary.name, version: dictionary.version })
}
