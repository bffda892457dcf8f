import { formatDate } from '../../src/core/fhir/date'
import { plainText } from '../../src/renderers/tables/plainText'
import type { Format } from '../../src/renderers/tables/format'
import { leavesOf } from './details'

/** How a plain value of a resource stands in its details; `lost` when it does not. */
export type Appearance =
  | 'verbatim'
  /** With other blanks, hyphens or capitals. */
  | 'loosely'
  /** A date with its month in words. */
  | 'date'
  /** HTML, without its tags. */
  | 'narrative'
  /** base64, told by its size. */
  | 'size'
  /** true and false, as Yes and No. */
  | 'yes-no'
  /** A code that FHIR defines, in this viewer's words. */
  | 'words'
  | 'lost'

const loose = (value: string): string => value.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')

/** Elements with short codes of FHIR that have words of this viewer's. */
const CODED =
  /(?:^|\/)(?:use|system|comparator|mode|unit|code|valueCode|status|priority|intent|type)(?:\/\d+)?$/

interface Said {
  readonly text: string
  /** Made once: the details of a code list are long. */
  readonly loosely: () => string
}

function appearanceOf(leaf: unknown, path: string, { text, loosely }: Said, f: Format): Appearance {
  if (typeof leaf === 'boolean') {
    return text.includes(f.speech.t(leaf ? 'yes' : 'no')) ? 'yes-no' : 'lost'
  }
  const sent = String(leaf).trim()
  if (sent === '' || text.includes(sent)) return 'verbatim'
  const dates = [formatDate(sent, 'en', { seconds: true }), formatDate(sent, 'en')]
  if (dates.some((date) => date !== undefined && text.includes(date))) return 'date'
  if (path.endsWith('/div') && text.includes(plainText(sent))) return 'narrative'
  if ((path.endsWith('/data') || sent.length > 400) && /\d (?:bytes?|kB|MB)/.test(text)) return 'size'
  if (loosely().includes(loose(sent))) return 'loosely'
  if (CODED.test(path)) {
    const words = [
      f.speech.status(sent),
      f.speech.purpose(sent),
      f.quantity({ value: 1, comparator: sent }),
      f.quantity({ value: 1, unit: sent }),
      f.quantity({ value: 1, code: sent }),
    ]
    const parts = words.flatMap((word) => word?.replaceAll(/^1\s|\s1$/g, '') ?? [])
    if (parts.some((word) => word !== '' && text.includes(word))) return 'words'
  }
  return 'lost'
}

/** How each plain value of `value` stands in `text`, with the way to it. */
export function audited(
  value: unknown,
  text: string,
  f: Format,
): readonly { readonly path: string; readonly leaf: unknown; readonly how: Appearance }[] {
  let loosened: string | undefined
  const said: Said = { text, loosely: () => (loosened ??= loose(text)) }
  return leavesOf(value).map(({ path, leaf }) => ({ path, leaf, how: appearanceOf(leaf, path, said, f) }))
}
