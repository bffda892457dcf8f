import { isRecord } from '../encoding'

/**
 * Total readers for values of any shape. FHIR from strangers has lists where one object is expected, one object where
 * a list is expected, numbers as strings and `null` in between; these readers make the best of it and never throw.
 */
export type FhirRecord = Readonly<Record<string, unknown>>

/** A list as it is, without the holes (`null`, `undefined`); one value as a list of one; nothing as an empty list. */
export function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined && item !== null)
  return value === undefined || value === null ? [] : [value]
}

/** The first object of a value: itself, or the first one of a list. */
export function record(value: unknown): FhirRecord | undefined {
  return list(value).find(isRecord)
}

/** Every object of a value. */
export const records = (value: unknown): readonly FhirRecord[] => list(value).filter(isRecord)

/** A property of an object's own; `undefined` for anything else, and never something inherited such as `constructor`. */
export function field(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

/** A string without the blanks around it, a number or a boolean as text. `undefined` for blank strings and all else; 0 and false are text. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined
  return typeof value === 'boolean' ? String(value) : undefined
}

/** A finite number, also one that was sent as a string. 0 is a number. */
export function number(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string' || !/^\s*-?\d+(?:\.\d+)?(?:e[+-]?\d+)?\s*$/i.test(value)) return undefined
  const parsed = Number(value)
  return Number.isFinite(parsed) ? parsed : undefined
}

/** A boolean, also one that was sent as a string. */
export function boolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (value === 'true') return true
  return value === 'false' ? false : undefined
}
