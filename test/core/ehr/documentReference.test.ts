import { describe, expect, test } from 'vitest'
import {
  documentReference,
  IDENTIFIER_SYSTEM,
  MOST_DOCUMENT_BYTES,
  type DocumentToSave,
} from '../../../src/core/ehr/documentReference'

const BYTES = new TextEncoder().encode('%PDF-1.7 made up')
const base: DocumentToSave = {
  kind: 'insurance-card',
  form: 'pdf',
  bytes: BYTES,
  patientId: 'pat-1',
  user: 'Practitioner/doc-2',
  encounterId: 'enc-9',
  title: 'Insurance card, shown on 28 Nov 2026',
  description: 'Signed by payer.example. Verified.',
  patientAsserted: false,
  now: new Date('2026-11-28T13:45:10.123Z'),
}
const made = async (over: Partial<DocumentToSave> = {}, recordText = 'eyJ.a.b') => {
  const result = await documentReference({ ...base, ...over }, recordText)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

const sha1 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-1', bytes))))
const valueOf = async (...args: Parameters<typeof made>) => (await made(...args)).identifier[0].value
const zeroes = (length: number) => ({ bytes: new Uint8Array(length) })

test('it has what US Core, Oracle Health and Epic ask for', async () => {
  expect(await made()).toEqual({
    resourceType: 'DocumentReference',
    identifier: [{ system: IDENTIFIER_SYSTEM, value: expect.stringMatching(/^[\da-f]{64}$/) }],
    status: 'current',
    docStatus: 'final',
    type: { coding: [{ system: 'http://loinc.org', code: '64290-0', display: 'Health insurance card' }] },
    category: [
      {
        coding: [
          {
            system: 'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category',
            code: 'clinical-note',
            display: 'Clinical Note',
          },
        ],
      },
    ],
    subject: { reference: 'Patient/pat-1' },
    date: '2026-11-28T13:45:10.123Z',
    author: [{ reference: 'Practitioner/doc-2' }],
    description: 'Signed by payer.example. Verified.',
    content: [
      {
        attachment: {
          contentType: 'application/pdf',
          data: btoa('%PDF-1.7 made up'),
          size: BYTES.length,
          hash: await sha1(BYTES),
          title: 'Insurance card, shown on 28 Nov 2026',
          creation: '2026-11-28T13:45:10.123Z',
        },
      },
    ],
    context: {
      encounter: [{ reference: 'Encounter/enc-9' }],
      period: { start: '2026-11-28T13:45:10.123Z', end: '2026-11-28T13:45:10.123Z' },
    },
  })
})

describe('the author', () => {
  const users: readonly (readonly [string | undefined, unknown])[] = [
    ['Practitioner/doc-2', [{ reference: 'Practitioner/doc-2' }]],
    ['https://ehr.example/fhir/Practitioner/doc-2', [{ reference: 'Practitioner/doc-2' }]],
    ['Patient/pat-1', undefined],
    ['RelatedPerson/3', undefined],
    ['PractitionerRole/3', undefined],
    [undefined, undefined],
  ]
  test.each(users)('of %s', async (user, author) => {
    expect((await made({ user }))['author']).toEqual(author)
  })
})

test('what nobody but the patient vouches for is labelled so', async () => {
  expect((await made())['securityLabel']).toBeUndefined()
  expect((await made({ patientAsserted: true }))['securityLabel']).toMatchObject([
    { coding: [{ code: 'PATAST' }] },
  ])
})

test('without an encounter none is stated', async () => {
  expect((await made({ encounterId: undefined }))['context']).not.toHaveProperty('encounter')
})

test('the same record is the same document; another chart, form or record is another', async () => {
  const own = await valueOf()
  expect(await valueOf({ now: new Date('2027-01-01T00:00:00Z'), title: 'Other words' })).toBe(own)
  expect(await valueOf({ patientId: 'pat-2' })).not.toBe(own)
  expect(await valueOf({ form: 'jpeg' })).not.toBe(own)
  expect(await valueOf({}, 'eyJ.a.c')).not.toBe(own)
})

test('five megabytes are taken, and not a byte more', async () => {
  expect((await documentReference({ ...base, ...zeroes(MOST_DOCUMENT_BYTES) }, '')).ok).toBe(true)
  expect(await documentReference({ ...base, ...zeroes(MOST_DOCUMENT_BYTES + 1) }, '')).toEqual({
    ok: false,
    error: 'too-large',
  })
})
