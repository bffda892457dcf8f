import { describe, expect, test } from 'vitest'
import { readContent, toBundle } from '../../src/core/content'

const contentOf = (value: unknown) => readContent(JSON.stringify(value))
const PATIENT = { resourceType: 'Patient' }

describe('content is told by what it is, not by what it was declared to be (L-41, L-42)', () => {
  test('cards in a list, alone, or in a bare list (C-08, C-15)', () => {
    expect(contentOf({ verifiableCredential: ['a', 'b'] })).toEqual({
      kind: 'cards',
      credentials: ['a', 'b'],
      deviations: [],
    })
    expect(contentOf({ verifiableCredential: 'a' })).toEqual({
      kind: 'cards',
      credentials: ['a'],
      deviations: [{ code: 'file-single-string' }],
    })
    expect(contentOf(['a', 'b'])).toEqual({
      kind: 'cards',
      credentials: ['a', 'b'],
      deviations: [{ code: 'file-bare-array' }],
    })
  })

  test('null and wrong things among the cards stay in their place, to fail one by one (C-08)', () => {
    expect(contentOf({ verifiableCredential: [null, 1, 'a'] })).toMatchObject({ credentials: [null, 1, 'a'] })
    expect(contentOf({ verifiableCredential: null })).toMatchObject({ kind: 'cards', credentials: [] })
    expect(contentOf({ verifiableCredential: {} })).toMatchObject({ kind: 'cards', credentials: [{}] })
  })

  test('the answer of $health-cards-issue holds cards (C-12)', () => {
    const parameters = {
      resourceType: 'Parameters',
      parameter: [
        { name: 'verifiableCredential', valueString: 'a' },
        { name: 'resourceLink', part: [] },
        null,
        { name: 'verifiableCredential' },
      ],
    }
    expect(contentOf(parameters)).toEqual({
      kind: 'cards',
      credentials: ['a', undefined],
      deviations: [],
      links: [],
    })
    expect(contentOf({ resourceType: 'Parameters', parameter: {} }).kind).toBe('bundle')
  })

  test('a Bundle is itself, a single resource is a bundle of one, a list and NDJSON are bundles (L-55, M51)', () => {
    const bundle = { resourceType: 'Bundle', type: 'searchset', entry: [] }
    expect(contentOf(bundle)).toEqual({ kind: 'bundle', bundle })
    const ofOne = { resourceType: 'Bundle', type: 'collection', entry: [{ resource: PATIENT }] }
    expect(contentOf(PATIENT)).toEqual({ kind: 'bundle', bundle: ofOne })
    expect(contentOf([PATIENT])).toEqual({ kind: 'bundle', bundle: ofOne })
    const lines = `${JSON.stringify(PATIENT)}\r\n \n${JSON.stringify(PATIENT)}\n`
    expect(readContent(lines)).toMatchObject({
      kind: 'bundle',
      bundle: { entry: [{ resource: PATIENT }, { resource: PATIENT }] },
    })
  })

  test('an unsigned card payload is the bundle inside it', () => {
    const subject = { credentialSubject: { fhirBundle: { resourceType: 'Bundle', entry: [] } } }
    expect(contentOf({ iss: 'https://x.example', vc: subject }).kind).toBe('bundle')
    expect(contentOf(subject).kind).toBe('bundle')
  })

  test('an access token with an audience is an offer (L-53)', () => {
    const offer = { aud: 'https://fhir.example/r4', access_token: 'secret', query: ['Patient'] }
    expect(contentOf(offer)).toEqual({
      kind: 'api-access',
      audience: 'https://fhir.example/r4',
      access: offer,
    })
  })

  test.each<[unknown, string]>([
    [{ type: 'cms-htei' }, 'app-identity'],
    ['shc:/5676', 'text'],
    [{}, 'unknown-json'],
    [[], 'unknown-json'],
    [[PATIENT, 'a'], 'unknown-json'],
    [[PATIENT, null], 'unknown-json'],
    [{ resourceType: 42 }, 'unknown-json'],
    [{ aud: 'https://fhir.example' }, 'unknown-json'],
    [{ aud: 1, access_token: 'x' }, 'unknown-json'],
    [{ vc: null }, 'unknown-json'],
    [{ vc: { credentialSubject: { fhirBundle: 'x' } } }, 'unknown-json'],
    [null, 'unknown-json'],
    [true, 'unknown-json'],
    [0, 'unknown-json'],
  ])('%j is %s', (value, kind) => {
    expect(contentOf(value).kind).toBe(kind)
  })

  test.each(['', '{', 'text', '{"resourceType":"Patient"}\nnot json', '{"a":1}\n{"b":2}'])(
    '%j is no JSON',
    (text) => {
      expect(readContent(text)).toEqual({ kind: 'not-json' })
    },
  )
})

test('a resource whose type is a name that every object has is data like any other (B-25)', () => {
  const resource = JSON.parse('{"resourceType":"constructor","__proto__":{"id":"1"}}') as object
  expect(contentOf(resource).kind).toBe('bundle')
})

test('what becomes a bundle is not changed by it (B-09)', () => {
  const resource = Object.freeze({ resourceType: 'Patient' })
  expect(toBundle([resource]).entry?.[0]?.resource).toBe(resource)
})
