import { expect, test } from 'vitest'
import { readChartDocument } from '../../../src/core/ehr/chartDocument'
import { IDENTIFIER_SYSTEM } from '../../../src/core/ehr/documentReference'
import { ranked, type Likelihood } from '../../../src/core/ehr/documentRank'
import { scan } from '../../support/chart'

const read = (extra: Record<string, unknown>) => readChartDocument(scan('d', extra), 'p1')
const attachment = (facts: object) => read({ content: [{ attachment: facts }] })

test('a scan is read with its own words, its date and its files', () => {
  const type = { coding: [{ system: 'http://loinc.org', code: '64290-0', display: 'Health insurance card' }] }
  expect(read({ type })).toEqual({
    ok: true,
    value: {
      title: 'Scan d',
      kind: 'Health insurance card',
      date: '2026-11-01T10:00:00Z',
      sortKey: Date.UTC(2026, 10, 1, 10),
      likelihood: 'likely',
      files: [{ type: 'image/png', source: { kind: 'address', url: 'Binary/d' } }],
    },
  })
})

test.each([
  ['replaced', { status: 'superseded' }, 'not-current'],
  ['entered in error', { status: 'entered-in-error' }, 'not-current'],
  ['with a text entered in error', { docStatus: 'entered-in-error' }, 'not-current'],
  ['about another patient', { subject: { reference: 'Patient/p2' } }, 'other-patient'],
  [
    'about another patient, by an address',
    { subject: { reference: 'https://ehr.example.org/Patient/xp1' } },
    'other-patient',
  ],
  ['about a group', { subject: { reference: 'Group/p1' } }, 'other-patient'],
  ['without content', { content: [] }, 'no-content'],
  ['without an attachment', { content: [{}, null, 'x'] }, 'no-content'],
  [
    'with an attachment of nothing',
    { content: [{ attachment: { contentType: 'image/png' } }] },
    'no-content',
  ],
  [
    'of another format',
    { content: [{ attachment: { contentType: 'text/html', url: 'Binary/1' } }] },
    'other-format',
  ],
])('a document %s is left out', (_, extra, reason) => {
  expect(read(extra)).toEqual({ ok: false, error: reason })
})

test.each([
  ['no status', { status: undefined }],
  ['no subject', { subject: undefined }],
  [
    'a subject in a version',
    { subject: { reference: 'https://ehr.example.org/fhir/Patient/p1/_history/3' } },
  ],
  ['a subject that names no address', { subject: { identifier: { value: 'x' } } }],
  ['content as one object', { content: { attachment: { contentType: 'IMAGE/JPEG; q=1', url: 'Binary/1' } } }],
])('a document with %s is kept', (_, extra) => {
  expect(read(extra).ok).toBe(true)
})

test.each([
  [{ contentType: 'application/pdf', url: 'x' }, true],
  [{ contentType: 'image/pjpeg', url: 'x' }, true],
  [{ contentType: 'image/tiff', url: 'x.png' }, false],
  [{ contentType: 'application/octet-stream', url: 'x' }, true],
  [{ contentType: 'application/octet-stream', url: 'x', title: 'notes.docx' }, false],
  [{ contentType: 'application/octet-stream', url: 'Binary/1', title: 'front.JPG' }, true],
  [{ url: 'https://ehr.example.org/file/card.pdf?x=1' }, true],
  [{ url: 'Binary/1' }, true],
  [{ url: 'Binary/1.2.840' }, true],
  [{ url: 'files/letter.rtf?v=1' }, false],
  [{ data: 'JVBERi0xLjQ=' }, true],
  [{ data: 'PGh0bWw+' }, false],
])('%j is looked at: %s', (facts, expected) => {
  expect(attachment(facts).ok).toBe(expected)
})

const likelihood = (extra: Record<string, unknown>) => {
  const document = read(extra)
  return document.ok ? document.value.likelihood : undefined
}
const loinc = (code: string, display = '') => ({ coding: [{ system: 'http://loinc.org', code, display }] })

test.each([
  ['the code of an insurance card', { type: loinc('64290-0') }, 'likely'],
  ['the code of payment sources as its category', { category: [loinc('48768-6')] }, 'likely'],
  ['the code of an insurance form without a system', { type: { coding: [{ code: '64291-8' }] } }, 'likely'],
  ['a word for it in its name', { description: 'scan_INSURANCE-card.front' }, 'likely'],
  ['a Spanish word for it', { type: { text: 'Póliza' } }, 'likely'],
  [
    'a word for it in the name of its file',
    { content: [{ attachment: { contentType: 'image/png', url: 'x', title: 'Tarjeta sanitaria' } }] },
    'likely',
  ],
  ['nothing said about it', {}, 'possible'],
  [
    'a vaccination record, though coded',
    { type: loinc('11369-6', 'History of Immunization note') },
    'possible',
  ],
  ['a clinical note', { category: [{ coding: [{ code: 'clinical-note' }] }] }, 'clinical'],
  ['another LOINC type', { type: loinc('18842-5', 'Discharge summary') }, 'clinical'],
  ['a word that only contains one', { description: 'Reinsurances' }, 'possible'],
])('a document with %s is %s', (_, extra, expected) => {
  expect(likelihood(extra)).toBe(expected)
})

test.each([
  [{ date: '2020-02-01' }, Date.UTC(2020, 1, 1)],
  [
    { date: undefined, context: { period: { start: '2021-01-01' } }, indexed: '2022-01-01' },
    Date.UTC(2021, 0, 1),
  ],
  [{ date: 'yesterday', indexed: '2022-01-01' }, Date.UTC(2022, 0, 1)],
  [{ date: undefined, meta: { lastUpdated: '2023-01-01' } }, Date.UTC(2023, 0, 1)],
  [{ date: undefined }, undefined],
])('%j is its date', (extra, expected) => {
  const document = read(extra)
  expect(document.ok && document.value.sortKey).toBe(expected)
})

const item = (id: string, likelihoodOf: Likelihood, sortKey?: number) => ({
  id,
  likelihood: likelihoodOf,
  ...(sortKey !== undefined && { sortKey }),
})

test('the likely come first, of these the newest, and what is equal stays in its order', () => {
  const items = [
    item('saved here', 'own', 10),
    item('note', 'clinical', 9),
    item('undated', 'likely'),
    item('old', 'likely', 1),
    item('a', 'possible', 5),
    item('b', 'possible', 5),
    item('at the epoch', 'likely', 0),
    item('new', 'likely', 2),
  ]
  expect(ranked(items).map(({ id }) => id)).toEqual([
    'new',
    'old',
    'at the epoch',
    'undated',
    'a',
    'b',
    'note',
    'saved here',
  ])
})

test('what this viewer saved is looked at last, whatever it is about', () => {
  const insurance = { type: { coding: [{ system: 'http://loinc.org', code: '64290-0' }] } }
  const ofInsurance = (extra: object) => {
    const document = read({ ...insurance, ...extra })
    return document.ok && document.value.likelihood
  }
  expect(ofInsurance({ identifier: [{ system: IDENTIFIER_SYSTEM, value: 'abc' }] })).toBe('own')
  expect(ofInsurance({ identifier: [{ system: 'urn:oid:1.2', value: 'abc' }, null] })).toBe('likely')
})

test.each([
  [{ resourceType: 'DocumentReference' }],
  [{ content: 'x', type: 7, category: 'y', subject: 'Patient/p2', context: [], meta: 'z', date: {} }],
  [{ content: [{ attachment: { contentType: 5, url: {}, data: [], title: 0 } }] }],
])('whatever shape it has, nothing is thrown', (resource) => {
  expect(readChartDocument(resource, 'p1').ok).toBe(false)
})
