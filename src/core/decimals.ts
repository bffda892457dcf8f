import { endOfString } from './jsonString'

/**
 * How numbers were written whose end a JSON parser takes away: "7.0" says how exactly something was measured, 7 does
 * not. Kept beside the objects and not in them, so that what is exported is what was received; gone when they are.
 * Source: FHIR R4, `decimal`: "The precision of the decimal value has significance".
 */
const written = new WeakMap<object, Map<string, string>>()

/** The number with its digits as they were sent, where a parser would lose some; any other property as it is. */
export const asWritten = (holder: object, name: string, value: unknown): unknown =>
  typeof value === 'number' ? (writtenNumber(holder, name) ?? value) : value

/** `copy`, a part or all of `original` with the same values, remembers how the numbers of `original` were written. */
export function withDigitsOf<Copy extends object>(original: object, copy: Copy): Copy {
  const digits = written.get(original)
  if (digits) written.set(copy, digits)
  return copy
}

/** The digits of `holder[name]` as they were sent, where a parser would lose some. `undefined`: they are what the number prints as. */
export const writtenNumber = (holder: object, name: string): string | undefined =>
  written.get(holder)?.get(name)

/**
 * A property that is a number with a zero at its end, with more digits than a number keeps, or so small that it would
 * print as `1e-7`. Most texts have none, and are not read a second time.
 */
const LOSES_DIGITS = /:\s*(-?(?:\d+\.\d*0|\d[\d.]{15,}|0\.0{6}\d+))\s*[,}]/
const LOSES_DIGITS_HERE = new RegExp(LOSES_DIGITS, 'y')

/** Remembers such numbers. `parsed` is what a parser made of `json`, which is known to be JSON. One pass. */
export function rememberDecimals(json: string, parsed: unknown): void {
  if (!LOSES_DIGITS.test(json)) return
  const around: Place[] = []
  for (let at = 0; at < json.length; at++) {
    const place = around.at(-1)
    const char = json.charAt(at)
    if (char === '"') {
      const end = endOfString(json, at + 1)
      if (place) place.key ??= String(JSON.parse(json.slice(at, end + 1)))
      at = end
    } else if ('{['.includes(char)) {
      around.push({ value: place ? valueAt(place) : parsed, key: char === '[' ? 0 : undefined })
    } else if ('}]'.includes(char)) {
      around.pop()
    } else if (place && char === ',') {
      place.key = typeof place.key === 'number' ? place.key + 1 : undefined
    } else if (place && char === ':') {
      LOSES_DIGITS_HERE.lastIndex = at
      const digits = LOSES_DIGITS_HERE.exec(json)?.[1]
      if (digits !== undefined) remember(place, digits)
    }
  }
}

interface Place {
  /** The object or list that the text is inside of; something else where a key occurs twice. */
  readonly value: unknown
  /** The property that comes next, or was read last; `undefined` before the first. A number: the place in a list. */
  key: string | number | undefined
}

/** Only what an object has of its own: a key is data. */
const valueAt = ({ value, key }: Place): unknown =>
  key !== undefined && typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string | number, unknown>>)[key]
    : undefined

/** Of a key that occurs twice the parser took the last one; so is this. */
function remember(place: Place, digits: string): void {
  const { value, key } = place
  if (typeof key !== 'string' || typeof value !== 'object' || value === null) return
  if (valueAt(place) !== Number(digits) || String(Number(digits)) === digits) return
  written.set(value, (written.get(value) ?? new Map<string, string>()).set(key, digits))
}
