import { expect, test } from 'vitest'
import { claimsOf, fileOf, issueCard, issueCardText, numericOf } from '../../scripts/samples/issueCard'
import { ISSUERS, readKey } from '../../scripts/samples/material'
import { readCard } from '../../src/core/shc/card'
import { opened } from '../support/open'

const options = {
  iss: ISSUERS.sample.iss,
  key: readKey('sample'),
  issuedAt: new Date('2026-01-15T15:00:00.900Z'),
}

/** The text that was signed. */
function payloadOf(jws: string): string {
  const card = readCard(jws)
  if (!card.ok) throw new Error(card.error.code)
  expect(card.value.deviations).toEqual([])
  return card.value.payloadText
}

test('a card is signed over what it is given, with whole seconds and nothing that was not asked for', async () => {
  const bundle = { resourceType: 'Bundle', type: 'collection', entry: [] }
  expect(JSON.parse(payloadOf(await issueCard(bundle, options)))).toEqual({
    iss: 'https://issuer.shx-viewer.example',
    nbf: 1_768_489_200,
    vc: {
      type: ['https://smarthealth.cards#health-card'],
      credentialSubject: { fhirVersion: '4.0.1', fhirBundle: bundle },
    },
  })
})

test('a card over JSON text keeps it to the letter, blanks in texts included', async () => {
  const text = '{\n  "resourceType": "Bundle",\n  "note": "two  blanks, \\"a $& b\\"",\n  "value": 7.0\n}\n'
  const payload = payloadOf(await issueCardText(text, options))
  expect(payload).toContain(
    '"fhirBundle":{"resourceType":"Bundle","note":"two  blanks, \\"a $& b\\"","value":7.0}',
  )
})

test('overrides add, replace and leave out', () => {
  const claims = claimsOf(
    {},
    { ...options, rid: 'r', types: ['#x'], claims: { nbf: undefined, sub: 'me' }, vc: { rid: null } },
  )
  expect(JSON.parse(JSON.stringify(claims))).toEqual({
    iss: options.iss,
    sub: 'me',
    vc: {
      type: ['https://smarthealth.cards#health-card', '#x'],
      credentialSubject: { fhirVersion: '4.0.1', fhirBundle: {} },
      rid: null,
    },
  })
})

test('a card reads the same from its digits and from its file', async () => {
  const jws = await issueCard({ resourceType: 'Bundle', type: 'collection', entry: [] }, options)
  for (const text of [numericOf(jws), fileOf([jws])]) {
    expect((await opened(text)).bundles.map(({ source }) => source.text)).toEqual([jws])
  }
})
