import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isRecord } from '../../../src/core/encoding'
import { formatDate } from '../../../src/core/fhir/date'
import { toBundle } from '../../../src/core/content'
import { organizeResources, type OrganizedBundle } from '../../../src/core/organizeResources'
import { toDetails } from '../../../src/renderers/tables/details'
import { plainText } from '../../../src/renderers/tables/plainText'
import { toTables } from '../../../src/renderers/tables/toTables'
import { leavesOf, textOfFields } from '../../support/details'
import { formatFor, viewContext } from '../../support/fhir'

const CORPUS = process.env['SHX_CORPUS']
const FOLDERS = ['ips', 'uscore', 'insurance', 'collections', 'patient-shared-invalid']
/** Each reads the whole corpus, on a machine that may be busy. */
const PATIENCE = 300_000

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]))

interface Sample {
  readonly path: string
  readonly bundle: OrganizedBundle
}

const samples = (): readonly Sample[] =>
  FOLDERS.flatMap((folder) => filesBelow(join(CORPUS ?? '', folder)))
    .filter((path) => path.endsWith('.json'))
    .map((path) => ({ path, json: JSON.parse(readFileSync(path, 'utf8')) as unknown }))
    .flatMap(({ path, json }) =>
      isRecord(json) && typeof json['resourceType'] === 'string'
        ? { path, bundle: organizeResources(toBundle([json])) }
        : [],
    )

/** What no cell of the corpus may say. Its senders do write "null" and "function". */
const ACCIDENT = /\[object|\bundefined\b|\bNaN\b|Invalid Date/

test.skipIf(CORPUS === undefined)(
  'every entry of the corpus has a row, and no row says anything by accident',
  () => {
    const all = samples()
    expect(all.length).toBeGreaterThan(100)
    const problems = all.flatMap(({ path, bundle }) => {
      const rows = toTables(bundle.items, bundle, viewContext()).flatMap((table) => table.rows)
      const placed = new Set(rows.map(({ item }) => item))
      const lost = bundle.items.filter((item) => !placed.has(item)).map(({ ref }) => ref)
      const texts = rows.flatMap(({ label, cells, marks }) => [
        label,
        ...cells.flat(),
        ...marks.map(({ text }) => text),
      ])
      const odd = texts.filter((text) => text.trim() === '' || ACCIDENT.test(text))
      const blank = rows.filter(({ cells }) => cells[0]?.[0] === undefined).map(({ ref }) => ref)
      const failed = rows
        .filter(({ marks }) => marks.some(({ code }) => code === 'not-readable'))
        .map(({ ref }) => ref)
      return rows.length === bundle.items.length &&
        [lost, odd, blank, failed].every(({ length }) => length === 0)
        ? []
        : [{ path, lost, odd, blank, failed }]
    })
    expect(problems).toEqual([])
  },
  PATIENCE,
)

const loose = (value: string): string => value.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')

/** Ways in which a plain value may have been put into words. */
const isShown = (leaf: string, path: string, text: string): boolean => {
  const sent = leaf.trim()
  if (sent === '' || text.includes(sent)) return true
  const date = formatDate(sent, 'en', { seconds: true })
  if (date !== undefined && (text.includes(date) || text.includes(formatDate(sent, 'en') ?? date)))
    return true
  if (path.endsWith('/div')) return text.includes(plainText(leaf))
  if (path.endsWith('/data') || sent.length > 400)
    return text.includes('of data') || / byte| [kM]B/.test(text)
  // Codes that have words of ours, units and comparators, blanks that were closed up.
  return (
    loose(text).includes(loose(sent)) ||
    /(?:\/(?:use|system|unit|code|comparator|mode|valueCode))$/.test(path)
  )
}

test.skipIf(CORPUS === undefined)(
  'the details of every entry of the corpus leave out nothing that it says',
  () => {
    const missing = samples().flatMap(({ path, bundle }) => {
      const f = formatFor(bundle)
      return bundle.items.flatMap((item) => {
        const text = textOfFields(toDetails(item, f))
        return leavesOf(item.entry)
          .filter(({ leaf, path: way }) => typeof leaf === 'string' && !isShown(leaf, way, text))
          .map(({ leaf, path: way }) => `${path} ${item.ref} ${way}: ${String(leaf).slice(0, 80)}`)
      })
    })
    expect(missing).toEqual([])
  },
  PATIENCE,
)
