import { periodState } from './date'
import { extensionsNamed } from './extension'
import { list, record, text, type FhirRecord } from './shape'

/** Scripts in which the family name comes first and nothing stands between the names. */
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\s]+$/u

/** A HumanName as one text: the sender's `text`, else its parts in the usual order. A bare string is a name, too. */
export function formatName(value: unknown): string | undefined {
  const name = record(value)
  if (!name) return text(value)
  const whole = text(name['text'])
  if (whole !== undefined) return whole.replaceAll(/\s+/g, ' ')
  const [prefix, given, family, suffix] = ['prefix', 'given', 'family', 'suffix'].map((part) =>
    words(name[part]),
  )
  const parts = isFamilyFirst(name, `${family}${given}`)
    ? [prefix, family, given, suffix]
    : [prefix, given, family, suffix]
  return parts.filter((part) => part).join(' ') || undefined
}

/** Said by the sender, else told by the script. Source: the extension `humanname-assembly-order`, code F. */
function isFamilyFirst(name: FhirRecord, letters: string): boolean {
  const [order] = extensionsNamed(name, 'humanname-assembly-order')
  const code = text(order?.['valueCode']) ?? text(order?.['valueString'])
  return code === undefined ? EAST_ASIAN.test(letters) : code === 'F'
}

/** DSTU2 has lists where R4 has one text; both read as words with single blanks. */
const words = (value: unknown): string =>
  list(value)
    .map(text)
    .filter((word) => word !== undefined)
    .join(' ')
    .replaceAll(/\s+/g, ' ')

/** The name to show for a person, best first. */
const NAME_USES = ['official', 'usual', undefined, 'temp', 'nickname', 'anonymous', 'maiden', 'old']
const ADDRESS_USES = ['home', 'work', undefined, 'billing', 'temp', 'old']
const TELECOM_USES = ['mobile', 'home', undefined, 'work', 'temp', 'old']
const IDENTIFIER_USES = ['usual', 'official', undefined, 'temp', 'secondary', 'old']

export const byNameUse = (names: unknown, now: Date): readonly unknown[] => inOrder(names, NAME_USES, now)
/** By use, and of the same use the place itself before where letters go. */
export const byAddressUse = (addresses: unknown, now: Date): readonly unknown[] =>
  inOrder(
    list(addresses).toSorted((a, b) => Number(isPostal(a)) - Number(isPostal(b))),
    ADDRESS_USES,
    now,
  )

const isPostal = (address: unknown): boolean => record(address)?.['type'] === 'postal'

export const byIdentifierUse = (identifiers: unknown, now: Date): readonly unknown[] =>
  inOrder(identifiers, IDENTIFIER_USES, now)

/** Those in use first, then by the patient's own `rank` (1 is first), then by use. */
export const byTelecomUse = (telecoms: unknown, now: Date): readonly unknown[] =>
  inOrder(telecoms, TELECOM_USES, now).toSorted(
    (a, b) => Number(isFormer(a, now)) - Number(isFormer(b, now)) || rankOf(a) - rankOf(b),
  )

const rankOf = (telecom: unknown): number =>
  Number(text(record(telecom)?.['rank'])) || Number.MAX_SAFE_INTEGER

/** No longer in use: marked `old`, or its period has ended. It is shown as a former one, never as the present one. */
export const isFormer = (value: unknown, now: Date): boolean => {
  const { use, period } = record(value) ?? {}
  return use === 'old' || use === 'maiden' || periodState(period, now) === 'past'
}

/** Those in use first, then by use; the sender's order otherwise. Nothing is left out. */
function inOrder(values: unknown, uses: readonly (string | undefined)[], now: Date): readonly unknown[] {
  const place = (value: unknown): number => {
    const position = uses.indexOf(text(record(value)?.['use']))
    return (isFormer(value, now) ? uses.length : 0) + (position === -1 ? uses.indexOf(undefined) : position)
  }
  return list(values).toSorted((a, b) => place(a) - place(b))
}

/**
 * A person's current name, in words; a former one only when there is no other. A name that is written in ideographs or
 * syllables brings the same name in letters with it, where the sender says so: `王秀英 (Wang Xiuying)`.
 */
export function bestName(names: unknown, now: Date): string | undefined {
  const sorted = byNameUse(names, now).filter((name) => formatName(name) !== undefined)
  const own = representationOf(sorted[0])
  const best = formatName(sorted[0])
  const isOther = own === 'ABC' ? isWritten : isSpelled
  const other = own === undefined ? undefined : sorted.find((name) => isOther(name) && !isFormer(name, now))
  const twin = formatName(other)
  if (best === undefined || twin === undefined || twin === best) return best
  return own === 'ABC' ? `${twin} (${best})` : `${best} (${twin})`
}

/** `IDE`, `SYL` or `ABC`. Source: the extension `iso21090-EN-representation`. */
const representationOf = (name: unknown): string | undefined => {
  const [found] = extensionsNamed(name, 'iso21090-EN-representation')
  return text(found?.['valueCode']) ?? text(found?.['valueString'])
}

const isSpelled = (name: unknown): boolean => representationOf(name) === 'ABC'
const isWritten = (name: unknown): boolean => representationOf(name) === 'IDE'

/** An Address in one line. The sender's `text` where it covers the parts or stands alone, else the parts. */
export function formatAddress(value: unknown): string | undefined {
  const address = record(value)
  if (!address) return text(value)
  const lines = list(address['text']).flatMap((sent) => text(sent)?.split('\n') ?? [])
  const whole = lines.flatMap((line) => text(line) ?? []).join(', ')
  const parts = addressParts(address)
  if (whole !== '' && parts.flat().every((part) => whole.includes(part))) return whole
  return parts.map((line) => line.join(' ')).join(', ') || undefined
}

function addressParts(address: FhirRecord): readonly (readonly string[])[] {
  const line = (...names: readonly string[]): readonly string[] =>
    names.map((name) => words(address[name])).filter((part) => part !== '')
  const streets = list(address['line'])
    .map((street) => [text(street) ?? ''])
    .filter(([street]) => street !== '')
  const rest = [line('city'), line('district'), line('state', 'postalCode'), line('country')]
  return [...streets, ...rest.filter((part) => part.length > 0)]
}
