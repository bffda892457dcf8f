import { isRecord } from '../../src/core/encoding'

/** What stands at a path of property names; `undefined` where the path breaks off. */
export const at = (value: unknown, ...names: readonly string[]): unknown =>
  names.reduce<unknown>((part, name) => (isRecord(part) ? part[name] : undefined), value)

/** The text at a path; empty where there is none. */
export function textAt(value: unknown, ...names: readonly string[]): string {
  const found = at(value, ...names)
  return typeof found === 'string' ? found : ''
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
