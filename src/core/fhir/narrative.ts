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
  return /<(?:\w+:)?(?:img|input)\b/i.test(source) || hasText(source)
}

/** FHIR's `Narrative.status`, as sent; `undefined` when not stated. */
export const narrativeStatus = (text: unknown): string | undefined =>
  isRecord(text) && typeof text['status'] === 'string' ? text['status'] : undefined

/** Whether anything but blanks stands outside of the tags and comments. Stops at the first word. */
function hasText(source: string): boolean {
  for (let position = 0; position < source.length;) {
    const tag = source.indexOf('<', position)
    if (!isBlank(source.slice(position, tag === -1 ? undefined : tag))) return true
    if (tag === -1) return false
    const [opening, closing] = BRACKETS.find(([start]) => source.startsWith(start, tag)) ?? ['<', '>']
    const end = source.indexOf(closing, tag + opening.length)
    const inside = source.slice(tag + opening.length, end === -1 ? undefined : end)
    // Character data is text; and a bracket that is never closed is no tag.
    if ((opening === CHARACTER_DATA || end === -1) && !isBlank(inside)) return true
    if (end === -1) return false
    position = end + closing.length
  }
  return false
}

const CHARACTER_DATA = '<![CDATA['

/** What may stand between brackets besides a tag, and what closes it: both may hold a `>` of their own. */
const BRACKETS: readonly (readonly [opening: string, closing: string])[] = [
  [CHARACTER_DATA, ']]>'],
  ['<!--', '-->'],
]

const isBlank = (text: string): boolean => text.replaceAll(/&(?:nbsp|#160|#xa0);/gi, ' ').trim() === ''
