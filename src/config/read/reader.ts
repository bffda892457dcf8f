import { isRecord } from '../../core/encoding'
import type { Expected, Refusal } from '../config'

/** Where a value stands, and how to say that it cannot be used. */
export interface Spot {
  readonly path: string
  readonly refuse: (refusal: Refusal) => undefined
}

/** Reads the value of a key. `expected` is what the documentation says about it. */
export interface Reader<T> {
  readonly expected: Expected
  /** The value in its final form, or `undefined` after `spot.refuse`. `before` holds so far, for values of several parts. */
  read(value: unknown, spot: Spot, before?: T): T | undefined
}

export type Readers<T> = { readonly [K in keyof T]-?: Reader<T[K]> }

/** A value without parts: `take` answers `undefined` for what it cannot use. */
export function leaf<T>(expected: Expected, take: (value: unknown) => T | undefined): Reader<T> {
  return {
    expected,
    read: (value, spot) => {
      const taken = take(value)
      if (taken === undefined) spot.refuse({ path: spot.path, expected, given: excerpt(value) })
      return taken
    },
  }
}

/** A text without blanks around it. Longer ones are refused rather than cut. */
export const text = (longest: number): Reader<string> =>
  leaf({ kind: 'text', longest }, (value) =>
    typeof value === 'string' && value.trim().length <= longest ? value.trim() : undefined,
  )

export const number = (least: number, most: number): Reader<number> =>
  leaf({ kind: 'number', least, most }, (value) =>
    typeof value === 'number' && value >= least && value <= most ? value : undefined,
  )

export const yesOrNo: Reader<boolean> = leaf({ kind: 'switch' }, (value) =>
  typeof value === 'boolean' ? value : undefined,
)

export const oneOf = <const T extends string>(values: readonly T[]): Reader<T> =>
  leaf({ kind: 'one-of', values }, (value) => values.find((known) => known === value))

/** A list is taken whole or not at all: half a list of trusted directories is another list. `least`: the fewest entries. */
export function list<T>(of: Reader<T>, least = 0): Reader<readonly T[]> {
  const expected: Expected = { kind: 'list', of: of.expected }
  return {
    expected,
    read: (value, spot) => {
      if (!Array.isArray(value) || value.length < least) {
        return spot.refuse({ path: spot.path, expected, given: excerpt(value) })
      }
      const entries: readonly unknown[] = value
      const taken = entries.flatMap((entry, index): readonly T[] => {
        const read = of.read(entry, { ...spot, path: `${spot.path}[${index}]` })
        return read === undefined ? [] : [read]
      })
      return taken.length === entries.length ? taken : undefined
    },
  }
}

/** An object whose properties each keep what they were when they are missing or wrong. */
export function parts<T extends object>(readers: Readers<T>): Reader<T> {
  const expected: Expected = { kind: 'object', keys: Object.keys(readers) }
  return {
    expected,
    read: (value, spot, before) => {
      if (!isRecord(value) || before === undefined) {
        return spot.refuse({ path: spot.path, expected, given: excerpt(value) })
      }
      return readInto(before, readers, value, spot)
    },
  }
}

/** An object with all of `required`; `optional` properties are left out where they are missing, and refused where wrong. */
export function whole<R extends object, O extends object>(
  required: Readers<R>,
  optional: Readers<O>,
): Reader<R & Partial<O>> {
  const readers: Readonly<Record<string, Reader<unknown>>> = { ...required, ...optional }
  const names = Object.keys(required)
  const expected: Expected = { kind: 'object', keys: Object.keys(readers) }
  return {
    expected,
    read: (value, spot) => {
      if (!isRecord(value) || !names.every((name) => Object.hasOwn(value, name))) {
        return spot.refuse({ path: spot.path, expected, given: excerpt(value) })
      }
      const given = Object.entries(readers).filter(([name]) => Object.hasOwn(value, name))
      const read = given.map(([name, reader]) => [name, reader.read(value[name], below(spot, name))] as const)
      if (read.some(([, taken]) => taken === undefined)) return undefined
      return Object.fromEntries(read) as R & Partial<O>
    },
  }
}

/** `before` with the properties of `json` that have a reader and could be read. Others are ignored. */
export function readInto<T extends object>(
  before: T,
  readers: Readers<T>,
  json: Record<string, unknown>,
  spot: Spot,
): T {
  const held = new Map<string, unknown>(Object.entries(before))
  const read = Object.entries<Reader<unknown>>(readers)
    .filter(([key]) => Object.hasOwn(json, key))
    .map(([key, reader]) => [key, reader.read(json[key], below(spot, key), held.get(key))] as const)
    .filter(([, taken]) => taken !== undefined)
  return { ...before, ...(Object.fromEntries(read) as Partial<T>) }
}

const below = (spot: Spot, name: string): Spot => ({
  ...spot,
  path: spot.path === '' ? name : `${spot.path}.${name}`,
})

/** Characters of a value that are quoted. */
const LONGEST_EXCERPT = 60

export function excerpt(value: unknown): string {
  const json = JSON.stringify(value) ?? ''
  return json.length > LONGEST_EXCERPT ? `${json.slice(0, LONGEST_EXCERPT)}…` : json
}
