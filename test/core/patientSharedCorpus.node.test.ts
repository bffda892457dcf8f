import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Bundle } from '../../src/core/fhir/types'
import { organizeResources } from '../../src/core/organizeResources'
import { isPatientShared } from '../../src/core/patientShared'
import { profileDeviations } from '../../src/core/patientSharedProfile'

const folder = join(process.env['SHX_CORPUS'] ?? 'not-there', 'patient-shared-invalid')

/** What each file breaks beyond what its own name says, or under another name. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  '_valid-baseline': [],
  'docref-content-type': ['attachment-content-type', 'docref-content-type'],
  'docref-data-base64': ['docref-data'],
  'entry-count': ['entry-count', 'rendered-missing'],
  'patient-count-two': ['patient-count'],
  'patient-count-zero': ['docref-subject', 'patient-count'],
  'reference-dangling-contained': ['reference-dangling'],
  'reference-dangling-urn': ['reference-dangling'],
  'warn-docref-pataast': ['docref-label'],
}

describe.skipIf(process.env['SHX_CORPUS'] === undefined)(
  'published violations of the patient-shared profile',
  () => {
    const names =
      process.env['SHX_CORPUS'] === undefined
        ? ['-']
        : readdirSync(folder).map((name) => name.replace('.json', ''))
    test.each(names)('%s', (name) => {
      const bundle = organizeResources(
        JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Bundle,
      )
      const codes = new Set(profileDeviations(bundle).map(({ code }) => code))
      expect([...codes].toSorted()).toEqual(EXPECTED[name] ?? [name.replace('warn-', '')])
      // What holds nothing but a patient cannot be told from any other record.
      expect(isPatientShared(bundle)).toBe(name !== 'entry-count')
    })
  },
)
