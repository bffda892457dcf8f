import { describe, expect, test } from 'vitest'
import { loadLanguage } from '../../../src/i18n/defineMessages'
import { toTimeline } from '../../../src/renderers/tables/timeline'
import { ACCIDENT, bundleOf, formatFor, itemOf, marksOf, tablesOf, WRONG_SHAPES } from '../../support/fhir'

const LEE = { resourceType: 'Practitioner', id: 'lee', name: [{ text: 'Dr. Lee' }] }
const CLINIC = { resourceType: 'Organization', id: 'clinic', name: 'North Clinic' }
const ANA = { resourceType: 'Patient', id: 'ana', name: [{ text: 'Ana Ruiz' }] }
const condition = (id: string, elements: object = {}) => ({ resourceType: 'Condition', id, ...elements })
const told = (about: string, who: string, role = 'author', elements: object = {}) => ({
  resourceType: 'Provenance',
  target: [{ reference: about }],
  recorded: '2024-05-01',
  agent: [{ type: { coding: [{ code: role }] }, who: { reference: who } }],
  ...elements,
})

/** The words of the marks of each Condition that tell who is behind it. */
const sourcesIn = (...resources: readonly unknown[]): readonly (readonly string[])[] =>
  (tablesOf(resources).find(({ type }) => type === 'Condition')?.rows ?? [])
    .toSorted((a, b) => a.item.position - b.item.position)
    .map(({ marks }) => marks.filter(({ code }) => code.startsWith('source-')).map(({ text }) => text))

const labelled = (code: string, system?: string) => condition('a', { meta: { security: [{ code, system }] } })
const words = (resource: unknown) =>
  tablesOf([resource])[0]?.rows[0]?.marks.map(({ tone, text }) => `${tone}: ${text}`)
const tagged = (code: string) => condition('a', { meta: { tag: [{ code }] } })
const timelineOf = (...resources: readonly unknown[]) => {
  const bundle = bundleOf(...resources)
  return toTimeline(itemOf(bundle), formatFor(bundle))
}

describe('a row says who is behind it', () => {
  test('when the patient reported it, whatever else is stated', () => {
    expect(marksOf({ resourceType: 'Observation', performer: { reference: 'Patient/1' } })).toEqual([
      'source-patient',
    ])
    expect(sourcesIn(condition('a', { asserter: { reference: 'Patient/ana' } }), ANA)).toEqual([
      ['Reported by the patient'],
    ])
  })
  test('once, when label and Provenance agree', () => {
    const meta = { security: [{ code: 'PATAST' }] }
    const [row] =
      tablesOf([condition('a', { meta }), told('Condition/a', 'Patient/ana', 'informant'), ANA]).find(
        ({ type }) => type === 'Condition',
      )?.rows ?? []
    expect(row?.marks.map(({ text }) => text)).toEqual(['Reported by the patient'])
  })
  test('by name, when a Provenance names somebody for this entry and not for the others', () => {
    const rows = sourcesIn(
      condition('a'),
      condition('b'),
      LEE,
      CLINIC,
      told('Condition/a', 'Practitioner/lee'),
      told('Condition/b', 'Organization/clinic'),
    )
    expect(rows).toEqual([['Clinician: Dr. Lee'], ['Organization: North Clinic']])
  })
  test('not when every entry is from the same one, nor when it is the author of the document', () => {
    const all = [told('Condition/a', 'Practitioner/lee'), told('Condition/b', 'Practitioner/lee')]
    expect(sourcesIn(condition('a'), condition('b'), LEE, ...all)).toEqual([[], []])
    const composition = { resourceType: 'Composition', author: [{ reference: 'Practitioner/lee' }] }
    expect(
      sourcesIn(condition('a'), condition('b'), LEE, composition, told('Condition/a', 'Practitioner/lee')),
    ).toEqual([[], []])
  })
  test('a device that measured, and no clinician that a column names already', () => {
    const device = { resourceType: 'Device', id: 'd', deviceName: [{ name: 'Meter' }] }
    const observation = {
      resourceType: 'Observation',
      performer: [{ reference: 'Practitioner/lee' }],
      device: { reference: 'Device/d' },
    }
    const [row] = tablesOf([observation, device, LEE]).find(({ type }) => type === 'Observation')?.rows ?? []
    expect(row?.marks.map(({ text }) => text)).toEqual(['Device or software: Meter'])
  })
})

describe('security labels are words', () => {
  test('for what is sensitive, was removed, or must not be passed on', () => {
    expect(words(labelled('HIV'))).toEqual(['info: Sensitive: HIV'])
    expect(words(labelled('REDACTED'))).toEqual(['warning: Parts were removed by the sender'])
    expect(words(labelled('NORDSCLCD', 'http://terminology.hl7.org/CodeSystem/v3-ActCode'))).toEqual([
      'info: Not to be passed on without consent',
    ])
  })
  test('but not for the same letters of another publisher', () => {
    expect(words(labelled('SEX', 'https://hospital.example/tags'))).toEqual([])
  })
  test('a tag counts only where it says that parts are missing', () => {
    expect(words(tagged('SUBSETTED'))).toEqual(['warning: Only a part of the entry was sent'])
    expect(words(tagged('SEX'))).toEqual([])
  })
})

describe('the details of an entry', () => {
  test('tell every source and how it is known', () => {
    const meta = { security: [{ code: 'PATAST' }] }
    const timeline = timelineOf(
      condition('a', { meta, asserter: { reference: 'Patient/ana' } }),
      ANA,
      LEE,
      told('Condition/a', 'Practitioner/lee'),
    )
    expect(timeline?.sources).toEqual([
      'Reported by the patient (as the security label PATAST says)',
      'Clinician: Dr. Lee (as a record of its origin says: Author)',
      'Reported by the patient: Ana Ruiz (as the entry says: Asserter)',
    ])
    expect(timeline?.labels).toEqual(['Asserted by the patient [PATAST]'])
  })
  test('tell every label in words, and one that nobody knows as it was sent', () => {
    const security = [{ code: 'MH' }, { code: 'R' }, { code: 'X', display: 'House rule' }, { code: 'Y' }]
    expect(timelineOf(condition('a', { meta: { security } }))?.labels).toEqual([
      'Sensitive: mental health [MH]',
      'Confidentiality: Restricted [R]',
      'House rule',
      'Y',
    ])
  })
  test('say that nobody is named, and who wrote the document', () => {
    expect(timelineOf(condition('a'))?.sources).toEqual(['Not stated in this entry.'])
    const composition = { resourceType: 'Composition', author: { reference: 'Practitioner/lee' } }
    expect(timelineOf(condition('a'), composition, LEE)?.sources).toEqual([
      'Not stated in this entry. The document is by: Clinician: Dr. Lee',
    ])
    expect(timelineOf(CLINIC)).toBeUndefined()
  })
  test('tell what happened, oldest first, with what was removed and that no signature was checked', () => {
    const change = told('Condition/a/_history/1', 'Practitioner/lee', 'enterer', {
      recorded: '2023-01-05',
      activity: {
        coding: [{ code: 'UPDATE', system: 'http://terminology.hl7.org/CodeSystem/v3-DataOperation' }],
      },
      entity: [{ role: 'removal', what: { display: 'Old entry' } }],
      signature: [{}],
    })
    const sent = told('Condition/a', 'Organization/clinic', 'transmitter')
    const entry = condition('a', { meta: { versionId: '3' } })
    const timeline = timelineOf(entry, LEE, CLINIC, sent, change)
    expect(timeline?.steps).toEqual([
      {
        when: 'Recorded Jan 5, 2023',
        what: 'Changed',
        lines: [
          'This is about version 1 of the entry, not about the one shown here.',
          'Entered by: Dr. Lee',
          'Removed: Old entry',
          'Carries a digital signature, which this viewer has not checked.',
        ],
        ref: 'urn:test:4',
      },
      {
        when: 'Recorded May 1, 2024',
        what: 'Origin stated',
        lines: ['Sent by: North Clinic'],
        ref: 'urn:test:3',
      },
    ])
  })
  test('are in the reader’s language', async () => {
    await loadLanguage('es')
    const bundle = bundleOf(condition('a', { meta: { security: [{ code: 'PATAST' }] } }))
    expect(toTimeline(itemOf(bundle), formatFor(bundle, 'es'))).toMatchObject({
      sources: ['Referido por el paciente (según la etiqueta de seguridad PATAST)'],
      labels: ['Afirmado por el paciente [PATAST]'],
    })
  })
  test('are words for values of any shape', () => {
    for (const shape of WRONG_SHAPES) {
      for (const element of ['meta', 'asserter', 'securityLabel']) {
        const bundle = bundleOf(
          condition('a', { [element]: shape }),
          told('Condition/a', 'x', 'author', { agent: shape, entity: shape, activity: shape, reason: shape }),
          told('Condition/a', 'x', 'author', { agent: { who: shape, type: shape }, entity: { what: shape } }),
        )
        expect(JSON.stringify(toTimeline(itemOf(bundle), formatFor(bundle)))).not.toMatch(ACCIDENT)
      }
    }
  })
})
