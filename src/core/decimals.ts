import { endOfString } from './jsonString'

/**
 * How numbers were written whose end a JSON parser takes away: "7.0" says how exactly something was measured, 7 does
 * not. Kept beside the objects and not in them, so that what is exported is what was received; gone when they are.
 * Source: FHIR R4, `decimal`: "The precision of the decimal value has significance".
 */
const written = new WeakMap<object, Map<string, string>>()

/** The digits of `holder[name]` as they were sent, where a parser would lose some. `undefined`: they are what the number prints as. */
export const writtenNumber = (holder: object, name: string): string | undefined =>
  written.get(holder)?.get(name)

/** A property that is a number with a zero at its end. Most texts have none, and are not read a second time. */
const ENDS_IN_ZERO = /:\s*(-?\d+\.\d*0)\s*[,}]/
const ENDS_IN_ZERO_HERE = new RegExp(ENDS_IN_ZERO, 'y')

/** Remembers such numbers. `parsed` is what a parser made of `json`, which is known to be JSON. One pass. */
export function rememberDecimals(json: string, parsed: unknown): void {
  if (!ENDS_IN_ZERO.test(json)) return
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
      ENDS_IN_ZERO_HERE.lastIndex = at
      const digits = ENDS_IN_ZERO_HERE.exec(json)?.[1]
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
  if (valueAt(place) !== Number(digits)) return
  written.set(value, (written.get(value) ?? new Map<string, string>()).set(key, digits))
}
