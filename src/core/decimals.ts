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
const ENDS_IN_ZERO = /:\s*-?\d+\.\d*0\s*[,}]/

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/** Remembers such numbers. `parsed` is what a parser made of `json`, which is known to be JSON. One pass. */
export function rememberDecimals(json: string, parsed: unknown): void {
  if (!ENDS_IN_ZERO.test(json)) return
  const around: Place[] = []
  for (let at = 0; at < json.length; at++) {
    const place = around.at(-1)
    const char = json[at]
    if (char === '"') {
      const end = endOfString(json, at + 1)
      if (place && place.key === undefined) place.key = keyFrom(json.slice(at, end + 1))
      at = end
    } else if (char === '{' || char === '[') {
      const value = place ? valueAt(place) : parsed
      around.push({ value, key: char === '[' ? 0 : undefined })
    } else if (char === '}' || char === ']') {
      around.pop()
    } else if (char === ',') {
      if (place) place.key = typeof place.key === 'number' ? place.key + 1 : undefined
    } else if (char === '-' || (char !== undefined && char >= '0' && char <= '9')) {
      NUMBER.lastIndex = at
      const digits = NUMBER.exec(json)?.[0] ?? char
      if (place && /\.\d*0$/.test(digits)) remember(place, digits)
      at += digits.length - 1
    }
  }
}

interface Place {
  /** The object or list that the text is inside of; something else where a key occurs twice. */
  readonly value: unknown
  /** The property that comes next, or was read last; `undefined` before the first. A number: the place in a list. */
  key: string | number | undefined
}

function valueAt({ value, key }: Place): unknown {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined
  const isOwn =
    typeof value === 'object' && value !== null && typeof key === 'string' && Object.hasOwn(value, key)
  return isOwn ? (value as Readonly<Record<string, unknown>>)[key] : undefined
}

function remember(place: Place, digits: string): void {
  const { value, key } = place
  // A key that occurs twice: the parser took the last one, and so is this.
  if (typeof key !== 'string' || typeof value !== 'object' || value === null) return
  if (valueAt(place) !== Number(digits)) return
  const known = written.get(value) ?? new Map<string, string>()
  written.set(value, known.set(key, digits))
}

const keyFrom = (quoted: string): string =>
  quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1)
