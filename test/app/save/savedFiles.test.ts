import { expect, test } from 'vitest'
import { savedFile } from '../../../src/app/save/savedFiles'

const now = new Date('2026-03-04T23:30:00Z')

test('plain FHIR is saved to the letter, spacing and digits included', () => {
  const text = '{ "resourceType":"Bundle",\r\n "entry":[{"resource":{"value":1.50}}] }\n'
  expect(savedFile({ source: { kind: 'json', text } }, now)).toEqual({
    name: 'health-record-2026-03-04.json',
    text,
  })
})

test('a card is saved as a card file around the JWS that came', () => {
  const saved = savedFile({ source: { kind: 'jws', text: 'aaa.bbb.ccc' } }, now)
  expect(saved.name).toBe('health-card-2026-03-04.smart-health-card')
  expect(JSON.parse(saved.text)).toEqual({ verifiableCredential: ['aaa.bbb.ccc'] })
})
