import * as fc from 'fast-check'
import { vi } from 'vitest'
import { SOON } from './duration'

// Many inputs take long on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

/** The same cases every time, so that a red run is red again; the report of a failure says how to run it alone. */
const SEED = 20_261_124

/** Checks that something holds for `runs` inputs, none of which takes long enough to count as a hang. */
export function always<T>(inputs: fc.Arbitrary<T>, holds: (input: T) => void, runs = 300): void {
  fc.assert(
    fc.property(inputs, (input) => {
      const started = performance.now()
      holds(input)
      expectSoon(started)
    }),
    { seed: SEED, numRuns: runs },
  )
}

/** The same for what takes its time. */
export async function alwaysAsync<T>(
  inputs: fc.Arbitrary<T>,
  holds: (input: T) => Promise<void>,
  runs = 150,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(inputs, async (input) => {
      const started = performance.now()
      await holds(input)
      expectSoon(started)
    }),
    { seed: SEED, numRuns: runs },
  )
}

function expectSoon(started: number): void {
  const seconds = (performance.now() - started) / 1000
  if (seconds > SOON) throw new Error(`took ${seconds} s`)
}

/** Text of any kind, lone surrogates and control characters included. */
export const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)

/** One way in which a text may have come to harm, or may have been written by somebody else. */
const harm = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constant('drop' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constant('double' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    text: fc.oneof(
      fc.constantFrom(
        '%',
        '\n',
        '\u0000',
        '#',
        '/',
        '"',
        '{',
        '=',
        '&',
        '٣',
        '\uFEFF',
        'shc:/',
        'shlink:/',
        '\uD800',
      ),
      fc.string({ maxLength: 3 }),
    ),
  }),
  fc.record({
    kind: fc.constant('replace' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    text: fc.string({ minLength: 1, maxLength: 1 }),
  }),
  fc.record({ kind: fc.constant('upper' as const), at: fc.constant(0) }),
  fc.record({ kind: fc.constant('percent' as const), at: fc.constant(0) }),
)
type Harm = typeof harm extends fc.Arbitrary<infer Kind> ? Kind : never

function harmed(text: string, how: Harm): string {
  const at = Math.floor(how.at * text.length)
  switch (how.kind) {
    case 'cut':
      return text.slice(0, at)
    case 'drop':
      return text.slice(0, at) + text.slice(at + 1)
    case 'double':
      return text.slice(0, at) + text.slice(Math.max(0, at - 5))
    case 'insert':
      return text.slice(0, at) + how.text + text.slice(at)
    case 'replace':
      return text.slice(0, at) + how.text + text.slice(at + 1)
    case 'upper':
      return text.toUpperCase()
    case 'percent':
      return encodeURIComponent(text.replaceAll(/[\uD800-\uDFFF]/g, ''))
    default:
      return how satisfies never
  }
}

/** A text that is none, one to four harms away from one of these. */
export const damaged = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...texts), fc.array(harm, { minLength: 1, maxLength: 4 }))
    .map(([text, harms]) => harms.reduce(harmed, text))

/** What stands where something else is expected. */
const ODD_VALUES: readonly unknown[] = [
  null,
  '',
  0,
  -1,
  1e21,
  true,
  false,
  [],
  [null],
  [[]],
  {},
  '2024-99-99',
]

/** Any JSON value, with `names` among its keys and values of wrong shapes where others are expected. */
export function anyJson(names: readonly string[], maxDepth = 4): fc.Arbitrary<unknown> {
  const leaf = fc.oneof(
    fc.constantFrom<unknown>(...ODD_VALUES),
    fc.jsonValue({ maxDepth: 1 }),
    fc.constantFrom(...names),
    fc.double(),
    fc.string(),
  )
  const name = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...names) },
    { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', '', 'hasOwnProperty') },
    { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
  )
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth, depthIdentifier: 'json' },
      leaf,
      fc.dictionary(name, tie('tree'), { maxKeys: 6, depthIdentifier: 'json' }),
      fc.array(tie('tree'), { maxLength: 4, depthIdentifier: 'json' }),
    ),
  }))
  return tree
}
