import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { jsonFromText } from '../../../src/core/encoding'
import { organizeResources } from '../../../src/core/organizeResources'
import type { Bundle } from '../../../src/core/fhir/types'
import { patientSummary } from '../../../src/renderers/patientSummary'
import { toModel } from '../../../src/renderers/patientSummary/model'
import type { SectionModel } from '../../../src/renderers/patientSummary/sections'
import { toGlance } from '../../../src/renderers/tables/glance/glance'
import { toTrends } from '../../../src/renderers/tables/trends/series'
import { ACCIDENT, formatFor, viewContext } from '../../support/fhir'

vi.setConfig({ testTimeout: 120_000 })

const CORPUS = process.env['SHX_CORPUS']
const folder = join(CORPUS ?? '', 'ips')
const files = CORPUS === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.json'))

const itemsIn = (sections: readonly SectionModel[]): readonly string[] =>
  sections.flatMap(({ items, sections: inner }) => [...items.map(({ ref }) => ref), ...itemsIn(inner)])

test.skipIf(CORPUS === undefined)('every entry of every summary of the corpus has a place', () => {
  expect(files.length).toBeGreaterThan(0)
  for (const name of files) {
    const bundle = organizeResources(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Bundle)
    expect(patientSummary.matches(bundle)).toBe(true)
    const { parts, around } = toModel(bundle, viewContext())
    const rows = [...parts.flatMap(({ rest }) => rest), ...around].flatMap((table) => table.rows)
    const placed = new Set([
      ...parts.flatMap(({ documents }) => documents.flatMap(({ sections }) => itemsIn(sections))),
      ...rows.map(({ ref }) => ref),
    ])
    const lost = bundle.items.filter(({ ref }) => !placed.has(ref)).map(({ ref }) => ref)
    expect({ name, lost }).toEqual({ name, lost: [] })
    for (const { fields, remarks } of parts.flatMap(({ documents }) => documents)) {
      expect(JSON.stringify([fields, remarks])).not.toMatch(ACCIDENT)
    }
  }
})

test.skipIf(CORPUS === undefined)(
  'every summary of the corpus says at a glance what it has, or why it has none',
  () => {
    for (const name of files) {
      const bundle = organizeResources(jsonFromText(readFileSync(join(folder, name), 'utf8')) as Bundle)
      for (const { bundle: inner, glance } of toModel(bundle, viewContext()).parts) {
        const f = formatFor(inner)
        const groups = toGlance(glance, f)
        expect(JSON.stringify([groups, toTrends(inner.items, f)])).not.toMatch(ACCIDENT)
        const silent = groups.filter(({ items, notes }) => items.length === 0 && notes.length === 0)
        expect({ name, silent: silent.map(({ id }) => id) }).toEqual({ name, silent: [] })
        const ids = groups.map(({ id }) => id)
        expect(ids).toEqual(expect.arrayContaining(['allergies', 'problems', 'medications']))
      }
    }
  },
)
