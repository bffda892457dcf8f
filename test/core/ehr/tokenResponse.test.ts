import { expect, test } from 'vitest'
import { readToken } from '../../../src/core/ehr/tokenResponse'

const GIVEN = {
  access_token: 'abc.def-1',
  token_type: 'Bearer',
  expires_in: 570,
  scope: 'launch',
  patient: 'p1',
}

test('a token comes with its scope, its chart and its end', () => {
  const more = { encounter: 'e-1', refresh_token: 'r', id_token: 'i', need_patient_banner: false }
  expect(readToken({ ...GIVEN, ...more }, 'asked')).toEqual({
    accessToken: 'abc.def-1',
    refreshToken: 'r',
    idToken: 'i',
    lifetime: 570,
    scope: 'launch',
    patientId: 'p1',
    encounterId: 'e-1',
    needsBanner: false,
  })
})

test('without a scope, what was asked for was granted; without a word on the banner, it is needed', () => {
  expect(readToken({ access_token: 'a' }, 'asked')).toEqual({
    accessToken: 'a',
    scope: 'asked',
    needsBanner: true,
  })
})

test.each([
  [{ ...GIVEN, access_token: '' }],
  [{ ...GIVEN, access_token: 'a\r\nx: y' }],
  [{ ...GIVEN, access_token: ['a'] }],
  [{ ...GIVEN, token_type: 'mac' }],
  [{ error: 'invalid_grant' }],
  ['abc'],
  [null],
])('%j holds no token', (json) => {
  expect(readToken(json, '')).toBeUndefined()
})

test.each(['', '..', '.', 'a/b', 'a?b', 'Patient/1', 7, ['p1'], 'x'.repeat(256)])(
  '%j is no id of a patient, and leads nowhere in an address',
  (patient) => {
    expect(readToken({ ...GIVEN, patient }, '')?.patientId).toBeUndefined()
  },
)

const lifetime = (expires_in: unknown) => readToken({ ...GIVEN, expires_in }, '')?.lifetime
test('a lifetime may be a text, and is never nonsense', () => {
  expect(['570', 0, -1, 'soon', null, Infinity].map(lifetime)).toEqual([
    570,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
