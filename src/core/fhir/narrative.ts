import { isRecord } from '../encoding'

/**
 * The XHTML of a Narrative, whatever shape it came in: the Narrative, a list with one, its `div`, or bare text.
 * `undefined` when there is none. It is *not* safe to show; `ui/Narrative` is the only place that does.
 */
export function narrativeSource(text: unknown): string | undefined {
  const div: unknown = isRecord(text) ? text['div'] : text
  if (typeof div === 'string') return div
  if (!Array.isArray(div)) return undefined
  const parts = div.map(narrativeSource).filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join('\n')
}

/**
 * Whether a Narrative has anything to read. A missing `status` is ordinary and no reason to hide what somebody wrote;
 * markup without any text is what generators leave behind.
 */
export function hasNarrative(text: unknown): boolean {
  const source = narrativeSource(text)
  if (source === undefined) return false
  return /<(?:\w+:)?(?:img|input)\b/i.test(source) || visibleText(source).trim() !== ''
}

/** FHIR's `Narrative.status`, as sent; `undefined` when not stated. */
export const narrativeStatus = (text: unknown): string | undefined =>
  isRecord(text) && typeof text['status'] === 'string' ? text['status'] : undefined

/** What is left of markup without its tags. Splits instead of matching, so that its time stays linear. */
function visibleText(source: string): string {
  const [first = '', ...parts] = source.split('<')
  const behindTags = parts.map((part) => part.slice(part.indexOf('>') + 1))
  return [first, ...behindTags].join('').replaceAll(/&(?:nbsp|#160|#xa0);/gi, ' ')
}
