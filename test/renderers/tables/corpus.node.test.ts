import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { isRecord } from '../../../src/core/encoding'
import type { Resource } from '../../../src/core/fhir/types'
import { toBundle } from '../../../src/core/content'
import { organizeResources, type OrganizedBundle } from '../../../src/core/organizeResources'
import { knownDigest, loadDigest } from '../../../src/renderers/tables/digest'
import { toDetails } from '../../../src/renderers/tables/details'
import { toTables } from '../../../src/renderers/tables/toTables'
import { textOfFields } from '../../support/details'
import { formatFor, viewContext } from '../../support/fhir'
import { audited } from '../../support/leafAudit'
import { jsonFilesIn } from '../../../scripts/terminology/npmPackage'

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

/** The ways in which a value may be shown other than as it was sent; `lost` is none of them. */
const WAYS = ['verbatim', 'loosely', 'date', 'narrative', 'size', 'yes-no', 'words']

function lostIn(path: string, bundle: OrganizedBundle): readonly string[] {
  const f = formatFor(bundle)
  return bundle.items.flatMap((item) => {
    const text = textOfFields(toDetails(item, f, knownDigest()))
    return audited(item.entry, text, f)
      .filter(({ how }) => !WAYS.includes(how))
      .map(({ path: way, leaf }) => `${path} ${item.ref} ${way}: ${String(leaf).slice(0, 80)}`)
  })
}

test.skipIf(CORPUS === undefined)(
  'the details of every entry of the corpus leave out nothing that it says',
  async () => {
    await loadDigest()
    expect(samples().flatMap(({ path, bundle }) => lostIn(path, bundle))).toEqual([])
  },
  PATIENCE,
)

/** The archive of the package `hl7.fhir.r4.examples`, as `npm pack` fetches it. Definitions and code lists in it are left out. */
const EXAMPLES = process.env['SHX_FHIR_EXAMPLES']
const DEFINING =
  /\/(?:SearchParameter|ValueSet|CodeSystem|StructureDefinition|ConceptMap|OperationDefinition|package|ig)[-.]/

test.skipIf(EXAMPLES === undefined)(
  'the details of every example of FHIR R4 leave out nothing that it says',
  async () => {
    await loadDigest()
    const files = [...jsonFilesIn(gunzipSync(readFileSync(EXAMPLES ?? '')))].filter(
      ([name, json]) => !DEFINING.test(name) && isRecord(json) && typeof json['resourceType'] === 'string',
    )
    expect(files.length).toBeGreaterThan(700)
    const lost = files.flatMap(([name, json]) =>
      lostIn(name, organizeResources(toBundle([json as Resource]))),
    )
    expect(lost).toEqual([])
  },
  PATIENCE,
)
