import { describe, expect, test, vi } from 'vitest'
import { fileOf, signPayload } from '../../scripts/samples/issueCard'
import { base64urlFromBytes } from '../../src/core/encoding'
import { isRetryable, SEVERITY, type ErrorCode, type ShxError } from '../../src/core/errors'
import { openSHX, type OpenOptions } from '../../src/core/openSHX'
import { MAXIMUM_INPUT_CHARACTERS } from '../../src/core/readInput'
import { bomb } from '../support/bomb'
import { fakeHttp, type Answer } from '../support/fakeHttp'
import { BUNDLE, chunksOf, issue, newIssuer, NOW_SECONDS } from '../support/issueCard'
import { options } from '../support/open'
import { CARD_FILE, embedding, link, locating, sealed, sealedBy, sealedJson } from '../support/shlLink'

/** Raised where the core does not reach: by the camera, by pictures and documents, and by live connections on request. */
const ELSEWHERE = [
  'FILE_UNREADABLE',
  'SCAN_GARBLED',
  'CAMERA_DENIED',
  'CAMERA_UNAVAILABLE',
  'CAMERA_IN_USE',
  'CAMERA_UNPLUGGED',
  'CAMERA_INSECURE_CONTEXT',
  'CAMERA_BLOCKED_BY_FRAME',
  'POPUP_BLOCKED',
  'SHARE_LOST',
  'VIEWER_INCOMPLETE',
  'READER_UNAVAILABLE',
  'IMAGE_NO_QR',
  'IMAGE_QR_UNREADABLE',
  'IMAGE_TOO_LARGE',
  'IMAGE_FORMAT_UNSUPPORTED',
  'PDF_LOCKED',
  'API_ACCESS_FAILED',
] as const satisfies readonly ErrorCode[]

type CoreCode = Exclude<ErrorCode, (typeof ELSEWHERE)[number]>

/** A text and a world in which opening it comes to the code. */
interface Case {
  readonly text: string | (() => Promise<string>)
  readonly world?: Partial<OpenOptions> | (() => Promise<Partial<OpenOptions>>)
}

const answering = (answer: Answer): Partial<OpenOptions> => ({ http: fakeHttp(answer) })
/** A link whose manifest has these sealed files in it. */
const holding =
  (...files: readonly Promise<string>[]) =>
  async (): Promise<Partial<OpenOptions>> =>
    answering({ json: embedding(...(await Promise.all(files))) })
const located = (answer: Answer): Partial<OpenOptions> => ({
  http: fakeHttp(({ method }) => (method === 'POST' ? { json: locating('1') } : answer)),
})
const withStatus = (status: string) => async (): Promise<Partial<OpenOptions>> =>
  answering({ json: { files: [{ embedded: await sealedJson(BUNDLE), status }] } })
const signed = async (payload: string): Promise<string> => {
  const { key, kid } = await newIssuer()
  return signPayload(payload, { alg: 'ES256', zip: 'DEF', kid }, key)
}
const LOCKED = { text: link({ flag: 'P' }) }
const LINK = { text: link() }

/** A code without a line here does not compile, and a line that does not come to its code fails. */
const CASES: Readonly<Record<CoreCode, Case>> = {
  INPUT_EMPTY: { text: ' \n' },
  INPUT_NOT_RECOGNISED: { text: 'https://menu.example' },
  INPUT_OTHER_FORMAT: { text: 'HC1:NCFOXN' },
  INPUT_TOO_LARGE: { text: 'x'.repeat(MAXIMUM_INPUT_CHARACTERS + 1) },
  FILE_NOT_JSON: { text: '{"verifiableCredential"' },
  FILE_NO_CARDS: { text: fileOf([]) },
  INSECURE_CONTEXT: { text: '{}' },
  QR_DIGITS_ODD: { text: 'shc:/567' },
  QR_DIGITS_RANGE: { text: 'shc:/5699' },
  QR_HEADER_MALFORMED: { text: 'shc:/5a' },
  QR_CHUNK_INCOMPLETE: { text: 'shc:/1/2/56' },
  QR_CHUNK_CONFLICT: { text: 'shc:/1/2/56\nshc:/1/2/57' },
  QR_CHUNK_INDEX_INVALID: { text: 'shc:/3/2/56' },
  JWS_MALFORMED: { text: 'shc:/565656' },
  JWS_HEADER_INVALID: { text: 'eyJ.AAAA.AAAA' },
  PAYLOAD_INFLATE_FAILED: { text: 'eyJhIjoxfQ.____.AAAA' },
  PAYLOAD_TOO_LARGE: { text: `eyJhIjoxfQ.${base64urlFromBytes(bomb(6))}.AAAA` },
  PAYLOAD_NOT_JSON_OBJECT: { text: () => signed('[]') },
  PAYLOAD_MISSING_FIELD: { text: () => signed('{}') },
  SHL_MALFORMED: { text: 'shlink:/eyJ1' },
  SHL_KEY_INVALID: { text: link({ key: 'short' }) },
  SHL_URL_INSECURE: { text: link({ url: 'http://links.example/1' }) },
  SHL_VERSION_UNSUPPORTED: { text: link({ v: 2 }) },
  SHL_FLAGS_CONFLICT: { text: link({ flag: 'PU' }), world: answering({ status: 401 }) },
  LINK_EXPIRED: { text: link({ exp: NOW_SECONDS - 1 }) },
  LINK_INACTIVE: { ...LINK, world: answering({ status: 404 }) },
  CONFIRM_LINK: { ...LINK, world: { asksBefore: () => true } },
  PASSCODE_REQUIRED: LOCKED,
  PASSCODE_INCORRECT: { ...LOCKED, world: { ...answering({ status: 401 }), passcode: 'guess' } },
  PASSCODE_LOCKED: {
    ...LOCKED,
    world: { ...answering({ status: 401, json: { remainingAttempts: 0 } }), passcode: 'guess' },
  },
  RATE_LIMITED: { ...LINK, world: answering({ status: 429 }) },
  SERVER_REFUSED: { ...LINK, world: answering({ status: 400 }) },
  SERVER_ERROR: { ...LINK, world: answering({ status: 500 }) },
  NETWORK_OFFLINE: { ...LINK, world: answering('offline') },
  NETWORK_OR_CORS: { ...LINK, world: answering('network') },
  TIMEOUT: { ...LINK, world: answering('timeout') },
  MANIFEST_NOT_JSON: { ...LINK, world: answering({ text: '<html>' }) },
  MANIFEST_INVALID: { ...LINK, world: answering({ json: [] }) },
  MANIFEST_EMPTY: { ...LINK, world: answering({ json: { files: [] } }) },
  FILE_LOCATION_EXPIRED: { ...LINK, world: located({ status: 403 }) },
  FILE_UNREACHABLE: { ...LINK, world: located('network') },
  FILE_ADDRESS_REFUSED: {
    ...LINK,
    world: answering({ json: { files: [{ location: 'http://files.example/1' }] } }),
  },
  FILE_NOT_ENCRYPTED: { ...LINK, world: located({ json: BUNDLE }) },
  FILE_JWE_INVALID: { ...LINK, world: holding(sealedBy('{}', { alg: 'A256KW' })) },
  FILE_DECRYPT_FAILED: { ...LINK, world: holding(sealed('{}', { key: new Uint8Array(32) })) },
  FILE_DECOMPRESS_FAILED: { ...LINK, world: holding(sealedBy('no DEFLATE', { zip: 'DEF' })) },
  FILE_TOO_LARGE: { ...LINK, world: located('too-large') },
  FILE_CONTENT_INVALID: { ...LINK, world: holding(sealed('{"a"', { contentType: CARD_FILE })) },
  FILE_TYPE_UNSUPPORTED: { ...LINK, world: holding(sealed('%PDF-1.7')) },
  FILE_NO_LONGER_VALID: { ...LINK, world: withStatus('no-longer-valid') },
  FILE_MAY_CHANGE: { ...LINK, world: withStatus('can-change') },
  FILES_TOO_MANY: {
    ...LINK,
    world: answering({ json: { files: Array.from({ length: 101 }, () => ({})) } }),
  },
  API_ACCESS_OFFERED: {
    ...LINK,
    world: holding(sealedJson({ aud: 'https://fhir.example/r4', access_token: 'abc', token_type: 'bearer' })),
  },
  INTERNAL_ERROR: { ...LINK, world: { http: () => Promise.reject(new Error('a mistake')) } },
}

async function errorsFrom({ text, world = {} }: Case): Promise<readonly ShxError[]> {
  const input = typeof text === 'string' ? text : await text()
  const result = await openSHX(input, options(typeof world === 'function' ? await world() : world))
  return result.ok ? result.value.problems : [result.error.error, ...result.error.problems]
}

describe('every code that the core may raise is raised by something', () => {
  test.each(Object.entries(CASES))('%s', async (code, given) => {
    if (code === 'INSECURE_CONTEXT') vi.stubGlobal('crypto', {})
    try {
      expect((await errorsFrom(given)).map((error) => error.code)).toContain(code)
    } finally {
      vi.unstubAllGlobals()
    }
  })

  test('and no code of the catalogue is left without a word about who raises it', () => {
    expect([...Object.keys(CASES), ...ELSEWHERE].toSorted()).toEqual(Object.keys(SEVERITY).toSorted())
  })
})

describe('an error', () => {
  /** Health data, the key, the passcode and the address of the cases above. */
  const SECRETS = /Arroyo|Nadia|guess|manifest\/0f3c|sig=|Bearer|"abc"/

  test('says what happened without saying anything about the person (C-77, L-75)', async () => {
    for (const [code, given] of Object.entries(CASES)) {
      if (code === 'INPUT_TOO_LARGE') continue
      const errors = JSON.stringify(await errorsFrom(given))
      expect(errors).not.toMatch(SECRETS)
      expect(errors.length).toBeLessThan(10_000)
    }
  })

  test('can be tried again when the same request may succeed a moment later, and not when it would spend something', () => {
    const retryable = (Object.keys(SEVERITY) as ErrorCode[]).filter((code) =>
      isRetryable({ code } as ShxError),
    )
    expect(retryable).toEqual([
      'VIEWER_INCOMPLETE',
      'RATE_LIMITED',
      'SERVER_ERROR',
      'NETWORK_OFFLINE',
      'NETWORK_OR_CORS',
      'TIMEOUT',
      'MANIFEST_EMPTY',
      'FILE_LOCATION_EXPIRED',
      'FILE_UNREACHABLE',
    ])
  })

  test('that only asks the person for something is a state, not a failure', () => {
    const states = Object.entries(SEVERITY).filter(([, severity]) => severity === 'state')
    expect(states.map(([code]) => code)).toEqual([
      'QR_CHUNK_INCOMPLETE',
      'CONFIRM_LINK',
      'PASSCODE_REQUIRED',
      'PASSCODE_INCORRECT',
      'MANIFEST_EMPTY',
      'API_ACCESS_OFFERED',
    ])
  })
})

test('a card that was cut into parts and put together raises nothing', async () => {
  const parts = chunksOf(await issue(await newIssuer()), 3)
  expect(await errorsFrom({ text: parts.join('\n') })).toEqual([])
})
