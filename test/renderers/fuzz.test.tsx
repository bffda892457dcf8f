// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { isRecord } from '../../src/core/encoding'
import type { Bundle } from '../../src/core/fhir/types'
import { organizeResources, type OrganizedBundle } from '../../src/core/organizeResources'
import { toDetails } from '../../src/renderers/tables/details'
import { createFormat } from '../../src/renderers/tables/format'
import { toTables } from '../../src/renderers/tables/toTables'
import { rendererFor } from '../../src/renderers/registry'
import { textOfFields } from '../support/details'
import { viewContext } from '../support/fhir'

/**
 * Every property of every sample in turn removed, doubled or made something else, and the record looked at again: no
 * row may be lost, no part may fail, nothing may be said by accident. A seeded share of the changes; with SHX_FUZZ=1
 * all of them.
 */
const FULL = String(import.meta.env['SHX_FUZZ']) === '1'
/** Changes of each sample that are looked at as models, and as pages. */
const [MODELS, PAGES] = FULL ? [Number.POSITIVE_INFINITY, 200] : [20, 1.5]
const PATIENCE = FULL ? 3_600_000 : 120_000

const samples = Object.entries(
  import.meta.glob<{ default: unknown }>('../../samples/bundles/*.json', { eager: true }),
).map(([path, { default: content }]) => [path.replace(/^.*\//, ''), content] as const)

/** Records do say "null" and "function"; no record says these. */
const ACCIDENT = /\[object|\bundefined\b|\bNaN\b|Invalid Date/

afterEach(cleanup)

type Path = readonly (string | number)[]

/** The way to every property below the entries. */
function pathsOf(value: unknown, way: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const path = [...way, Array.isArray(value) ? Number(name) : name]
    return [path, ...pathsOf(inner, path)]
  })
}

const CHANGES: Readonly<Record<string, (value: unknown) => unknown>> = {
  removed: () => undefined,
  null: () => null,
  doubled: (value) => [value, value],
  nested: (value) => [[[value]]],
  'the first of a list': (value) => (Array.isArray(value) ? value[0] : { value }),
  'a text': (value) => JSON.stringify(value).replaceAll('"', '').slice(0, 30),
  'a number': () => 7,
  'an empty object': () => ({}),
  'an empty text': () => '',
  true: () => true,
  'itself within': (value) => ({ extension: [{ url: 'urn:x', valueReference: value }], value }),
}

function changed(value: unknown, [step, ...rest]: Path, change: (value: unknown) => unknown): unknown {
  if (step === undefined) return change(value)
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? changed(item, rest, change) : item))
  return isRecord(value) ? { ...value, [step]: changed(value[step], rest, change) } : value
}

/** The same numbers on every run. */
function* seeded(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    yield state / 2 ** 32
  }
}

interface Changed {
  readonly name: string
  readonly bundle: OrganizedBundle
  /** Position of the entry that was changed. */
  readonly position: number
}

function* changesOf(sample: unknown, most: number, seed: number): Generator<Changed> {
  const paths = pathsOf(isRecord(sample) ? sample['entry'] : []).map((path): Path => ['entry', ...path])
  const all = paths.flatMap((path) => Object.keys(CHANGES).map((kind) => ({ path, kind })))
  const random = seeded(seed)
  const share = Math.min(1, most / all.length)
  for (const { path, kind } of all) {
    if (share < 1 && Number(random.next().value) >= share) continue
    const bundle = changed(sample, path, CHANGES[kind] ?? (() => undefined)) as Bundle
    yield {
      name: `${path.join('.')} is ${kind}`,
      bundle: organizeResources(bundle),
      position: Number(path[1]),
    }
  }
}

function problemsOf({ name, bundle, position }: Changed): readonly string[] {
  const context = viewContext()
  const f = createFormat(bundle, context)
  const rows = toTables(bundle.items, bundle, context).flatMap((table) => table.rows)
  const said = rows.map(({ label, cells, marks }) =>
    [label, ...cells.flat(), ...marks.map(({ code, text }) => `${code} ${text}`)].join('\n'),
  )
  const details = bundle.items.slice(position, position + 1).map((item) => textOfFields(toDetails(item, f)))
  return [
    ...(rows.length === bundle.items.length ? [] : [`${name}: a row is missing`]),
    ...said
      .filter((words) => ACCIDENT.test(words) || words.includes('not-readable'))
      .map((words) => `${name}: ${words}`),
    ...details.filter((words) => ACCIDENT.test(words)).map(() => `${name}: details by accident`),
  ]
}

test.each(samples)(
  'rows and details of %s survive any change of any property',
  (_, sample) => {
    expect([...changesOf(sample, MODELS, 5)].flatMap(problemsOf)).toEqual([])
  },
  PATIENCE,
)

test.each(samples)(
  'the page of %s survives, too, and loses no entry',
  async (_, sample) => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    for (const { name, bundle } of changesOf(sample, PAGES, 11)) {
      const { View } = await rendererFor(bundle).load()
      const { container, unmount } = render(<View bundle={bundle} context={viewContext()} />)
      const refs = new Set(
        [...container.querySelectorAll<HTMLElement>('[data-ref]')].map(({ dataset }) => dataset['ref']),
      )
      const lost = bundle.items.filter(({ ref }) => !refs.has(ref)).map(({ ref }) => ref)
      const failed = [...container.querySelectorAll('[data-error-boundary]')].map((part) =>
        part.getAttribute('data-error-boundary'),
      )
      expect({ name, lost, failed }).toEqual({ name, lost: [], failed: [] })
      unmount()
    }
    expect(quiet.mock.calls.filter(([words]) => !String(words).includes('same key'))).toEqual([])
    quiet.mockRestore()
  },
  PATIENCE,
)
