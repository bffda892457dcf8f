import { hasNarrative } from '../../core/fhir/narrative'
import { decode } from './attributes'
import { languagePartsOf } from './languageParts'
import { narrativeWords } from './messages'
import { rewriteNarrative } from './rewriteNarrative'

/** Those of the ids that an element of the narrative has when it is shown, each once. Pure, total. */
export function heldIds(source: string, wanted: ReadonlySet<string>): readonly string[] {
  const named = [...source.matchAll(/\b(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi)].map(
    ([, double, single, bare]) => decode(double ?? single ?? bare ?? '').trim(),
  )
  const candidates = [...new Set(named)].filter((id) => wanted.has(id))
  if (candidates.length === 0) return []
  // What is cut off, or has become words, has no place. The words themselves do not matter here.
  const languages = languagePartsOf(source)
  const texts = languages
    ? [languages.before, ...languages.parts.map((part) => part.source), languages.after].filter(hasNarrative)
    : [source]
  const marked = new Set(
    texts.flatMap((shown) => [...rewriteNarrative(shown, narrativeWords('en'), candidates).places]),
  )
  return candidates.filter((_, number) => marked.has(number))
}
