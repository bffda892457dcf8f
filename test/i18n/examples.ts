import type { ErrorCode, ShxError } from '../../src/core/errors'
import { DEVIATION_CLAUSES, type DeviationCode } from '../../src/core/deviations'
import type { Finding, FindingCode } from '../../src/core/verdict'

const HOST = 'links.example:8443'
const DATE = new Date('2026-03-04T21:30:00Z')
const REFUSALS = ['not-a-url', 'not-https', 'credentials', 'local-address'] as const

/** Every error in every case that has words of its own. A new code does not compile until it has an example. */
export const ERRORS: { readonly [Code in ErrorCode]: readonly Extract<ShxError, { code: Code }>[] } = {
  INPUT_EMPTY: [{ code: 'INPUT_EMPTY' }],
  INPUT_NOT_RECOGNISED: (['web-address', 'text', 'json', 'fhir-unknown'] as const).map((found) => ({
    code: 'INPUT_NOT_RECOGNISED',
    found,
  })),
  INPUT_OTHER_FORMAT: (
    [
      'eu-dcc',
      'vhlink',
      'openid4vp',
      'cms-app-id',
      'vcard',
      'other-link-scheme',
      'pdf417',
      'aztec',
      'data-matrix',
      'barcode',
    ] as const
  ).map((format) => ({ code: 'INPUT_OTHER_FORMAT', format })),
  INPUT_TOO_LARGE: [{ code: 'INPUT_TOO_LARGE', maximumBytes: 50_000_000 }],
  FILE_UNREADABLE: [{ code: 'FILE_UNREADABLE' }],
  FILE_NOT_JSON: [{ code: 'FILE_NOT_JSON' }],
  FILE_NO_CARDS: [{ code: 'FILE_NO_CARDS' }, { code: 'FILE_NO_CARDS', from: 'issuer' }],
  INSECURE_CONTEXT: [{ code: 'INSECURE_CONTEXT' }],
  SCAN_GARBLED: (['letter-case', 'layout'] as const).map((cause) => ({ code: 'SCAN_GARBLED', cause })),
  CAMERA_DENIED: [{ code: 'CAMERA_DENIED' }],
  CAMERA_UNAVAILABLE: [{ code: 'CAMERA_UNAVAILABLE' }],
  CAMERA_IN_USE: [{ code: 'CAMERA_IN_USE' }],
  CAMERA_UNPLUGGED: [{ code: 'CAMERA_UNPLUGGED' }],
  CAMERA_INSECURE_CONTEXT: [{ code: 'CAMERA_INSECURE_CONTEXT' }],
  CAMERA_BLOCKED_BY_FRAME: [{ code: 'CAMERA_BLOCKED_BY_FRAME' }],
  POPUP_BLOCKED: [{ code: 'POPUP_BLOCKED' }],
  SHARE_LOST: [{ code: 'SHARE_LOST' }],
  VIEWER_INCOMPLETE: [{ code: 'VIEWER_INCOMPLETE' }],
  READER_UNAVAILABLE: [{ code: 'READER_UNAVAILABLE' }],
  IMAGE_NO_QR: [{ code: 'IMAGE_NO_QR' }],
  IMAGE_QR_UNREADABLE: [{ code: 'IMAGE_QR_UNREADABLE' }],
  IMAGE_TOO_LARGE: [{ code: 'IMAGE_TOO_LARGE', maximumMegapixels: 40 }],
  IMAGE_FORMAT_UNSUPPORTED: [{ code: 'IMAGE_FORMAT_UNSUPPORTED' }],
  PDF_LOCKED: [{ code: 'PDF_LOCKED' }],
  QR_DIGITS_ODD: [{ code: 'QR_DIGITS_ODD' }],
  QR_DIGITS_RANGE: [{ code: 'QR_DIGITS_RANGE' }],
  QR_HEADER_MALFORMED: [{ code: 'QR_HEADER_MALFORMED' }],
  QR_CHUNK_INCOMPLETE: [
    { code: 'QR_CHUNK_INCOMPLETE', have: 2, need: 3, missing: [2] },
    { code: 'QR_CHUNK_INCOMPLETE', have: 1, need: 4, missing: [2, 3, 4] },
  ],
  QR_CHUNK_CONFLICT: [{ code: 'QR_CHUNK_CONFLICT' }],
  QR_CHUNK_INDEX_INVALID: [{ code: 'QR_CHUNK_INDEX_INVALID', index: 3, total: 2 }],
  JWS_MALFORMED: [{ code: 'JWS_MALFORMED' }],
  JWS_HEADER_INVALID: (['alg', 'kid', 'zip', 'crit', 'json', 'size'] as const).map((detail) => ({
    code: 'JWS_HEADER_INVALID',
    detail,
  })),
  PAYLOAD_INFLATE_FAILED: [{ code: 'PAYLOAD_INFLATE_FAILED' }],
  PAYLOAD_TOO_LARGE: [{ code: 'PAYLOAD_TOO_LARGE', maximumBytes: 5_000_000 }],
  PAYLOAD_NOT_JSON_OBJECT: [{ code: 'PAYLOAD_NOT_JSON_OBJECT' }],
  PAYLOAD_MISSING_FIELD: [{ code: 'PAYLOAD_MISSING_FIELD', path: 'vc.credentialSubject.fhirBundle' }],
  SHL_MALFORMED: (['base64', 'json', 'url', 'truncated'] as const).map((detail) => ({
    code: 'SHL_MALFORMED',
    detail,
  })),
  SHL_KEY_INVALID: [{ code: 'SHL_KEY_INVALID' }],
  SHL_URL_INSECURE: REFUSALS.map((detail) => ({ code: 'SHL_URL_INSECURE', detail })),
  SHL_VERSION_UNSUPPORTED: [{ code: 'SHL_VERSION_UNSUPPORTED', version: 2 }],
  SHL_FLAGS_CONFLICT: [{ code: 'SHL_FLAGS_CONFLICT' }],
  LINK_EXPIRED: [{ code: 'LINK_EXPIRED', expiredAt: DATE }],
  LINK_INACTIVE: [{ code: 'LINK_INACTIVE', host: HOST }],
  PASSCODE_REQUIRED: [{ code: 'PASSCODE_REQUIRED' }],
  PASSCODE_INCORRECT: [
    { code: 'PASSCODE_INCORRECT' },
    { code: 'PASSCODE_INCORRECT', remainingAttempts: 1 },
    { code: 'PASSCODE_INCORRECT', remainingAttempts: 4 },
  ],
  PASSCODE_LOCKED: [{ code: 'PASSCODE_LOCKED' }],
  RATE_LIMITED: [1, 30, 3600].map((retryAfter) => ({ code: 'RATE_LIMITED', host: HOST, retryAfter })),
  SERVER_REFUSED: [{ code: 'SERVER_REFUSED', status: 403, host: HOST }],
  SERVER_ERROR: [{ code: 'SERVER_ERROR', status: 503, host: HOST }],
  NETWORK_OFFLINE: [{ code: 'NETWORK_OFFLINE' }],
  NETWORK_OR_CORS: [{ code: 'NETWORK_OR_CORS', host: HOST }],
  TIMEOUT: [{ code: 'TIMEOUT', host: HOST }],
  MANIFEST_NOT_JSON: [{ code: 'MANIFEST_NOT_JSON', host: HOST }],
  MANIFEST_INVALID: [{ code: 'MANIFEST_INVALID', host: HOST }],
  MANIFEST_EMPTY: [
    { code: 'MANIFEST_EMPTY', pending: true },
    { code: 'MANIFEST_EMPTY', pending: false },
  ],
  FILE_LOCATION_EXPIRED: [{ code: 'FILE_LOCATION_EXPIRED', host: HOST }],
  FILE_UNREACHABLE: [
    { code: 'FILE_UNREACHABLE', host: HOST },
    { code: 'FILE_UNREACHABLE', host: HOST, status: 500 },
  ],
  FILE_ADDRESS_REFUSED: REFUSALS.map((detail) => ({ code: 'FILE_ADDRESS_REFUSED', detail })),
  FILE_NOT_ENCRYPTED: [{ code: 'FILE_NOT_ENCRYPTED' }],
  FILE_JWE_INVALID: (['alg', 'enc', 'format', 'crit'] as const).map((detail) => ({
    code: 'FILE_JWE_INVALID',
    detail,
  })),
  FILE_DECRYPT_FAILED: [{ code: 'FILE_DECRYPT_FAILED' }],
  FILE_DECOMPRESS_FAILED: [{ code: 'FILE_DECOMPRESS_FAILED' }],
  FILE_TOO_LARGE: [{ code: 'FILE_TOO_LARGE', maximumBytes: 50_000_000 }],
  FILE_CONTENT_INVALID: [{ code: 'FILE_CONTENT_INVALID' }],
  FILE_TYPE_UNSUPPORTED: ['application/pdf', 'image/png', 'text/plain', 'application/zip'].map((type) => ({
    code: 'FILE_TYPE_UNSUPPORTED',
    type,
  })),
  FILE_NO_LONGER_VALID: [{ code: 'FILE_NO_LONGER_VALID' }],
  FILE_MAY_CHANGE: [{ code: 'FILE_MAY_CHANGE' }],
  FILES_TOO_MANY: [{ code: 'FILES_TOO_MANY', maximum: 100, total: 250 }],
  API_ACCESS_FAILED: [
    ...(['401', '403', 'cors', 'content', 'query', 'pages'] as const).map(
      (detail) => ({ code: 'API_ACCESS_FAILED', host: HOST, detail }) as const,
    ),
    { code: 'API_ACCESS_FAILED', host: HOST, detail: 'status', status: 500 },
  ],
  CONFIRM_LINK: [{ code: 'CONFIRM_LINK', host: HOST }],
  API_ACCESS_OFFERED: [{ code: 'API_ACCESS_OFFERED', host: HOST }],
  INTERNAL_ERROR: [{ code: 'INTERNAL_ERROR', id: '1f00c0de' }],
}

/** Every finding in every case that has words of its own. */
export const FINDINGS: { readonly [Code in FindingCode]: readonly Extract<Finding, { code: Code }>[] } = {
  VERIFIED: [{ code: 'VERIFIED' }],
  SIGNATURE_INVALID: [{ code: 'SIGNATURE_INVALID' }],
  SIGNATURE_DER_ENCODED: [{ code: 'SIGNATURE_DER_ENCODED' }],
  JWS_HEADER_INVALID: (['alg', 'kid', 'crit'] as const).map((detail) => ({
    code: 'JWS_HEADER_INVALID',
    detail,
  })),
  PAYLOAD_MISSING_FIELD: ['iss', 'nbf', 'vc'].map((path) => ({ code: 'PAYLOAD_MISSING_FIELD', path })),
  ISSUER_URL_INVALID: (['http', 'trailing-slash', 'not-url'] as const).map((detail) => ({
    code: 'ISSUER_URL_INVALID',
    detail,
  })),
  ISSUER_NOT_LISTED: [{ code: 'ISSUER_NOT_LISTED', host: HOST }],
  ISSUER_SELF_PUBLISHED: [{ code: 'ISSUER_SELF_PUBLISHED', host: HOST }],
  ISSUER_TEST: [{ code: 'ISSUER_TEST' }],
  KEY_NOT_PUBLISHED: [{ code: 'KEY_NOT_PUBLISHED' }],
  KEY_MISMATCH_THUMBPRINT: [{ code: 'KEY_MISMATCH_THUMBPRINT' }],
  KEY_UNSUITABLE: (['kty', 'd'] as const).map((detail) => ({ code: 'KEY_UNSUITABLE', detail })),
  ISSUER_KEYS_UNREACHABLE: [
    { code: 'ISSUER_KEYS_UNREACHABLE' },
    ...(['offline', 'dns-tls-cors', 'not-json', 'address', 'http-404'] as const).map(
      (detail) => ({ code: 'ISSUER_KEYS_UNREACHABLE', detail, host: HOST }) as const,
    ),
  ],
  ISSUER_DIFFERS_BY_SLASH: [
    { code: 'ISSUER_DIFFERS_BY_SLASH', host: HOST },
    { code: 'ISSUER_DIFFERS_BY_SLASH', host: HOST, name: 'Example Health' },
  ],
  CLOCK_WRONG: [{ code: 'CLOCK_WRONG', date: DATE }],
  DIRECTORY_UNAVAILABLE: [{ code: 'DIRECTORY_UNAVAILABLE', host: HOST }],
  DIRECTORY_STALE: [1, 12].map((age) => ({ code: 'DIRECTORY_STALE', host: HOST, date: DATE, age })),
  NOT_YET_VALID: [{ code: 'NOT_YET_VALID', nbf: DATE }],
  NBF_IN_MILLISECONDS: [{ code: 'NBF_IN_MILLISECONDS' }],
  EXPIRED: [{ code: 'EXPIRED', exp: DATE }],
  EXP_IN_MILLISECONDS: [{ code: 'EXP_IN_MILLISECONDS' }],
  CLAIM_UNREADABLE: (['nbf', 'exp'] as const).map((path) => ({ code: 'CLAIM_UNREADABLE', path })),
  REVOKED: [{ code: 'REVOKED' }],
  REVOCATION_UNKNOWN: [{ code: 'REVOCATION_UNKNOWN' }],
  REVOCATION_NOT_SUPPORTED: [{ code: 'REVOCATION_NOT_SUPPORTED' }],
  NOT_A_HEALTH_CARD: [{ code: 'NOT_A_HEALTH_CARD' }],
  FHIR_VERSION_UNSUPPORTED: [
    { code: 'FHIR_VERSION_UNSUPPORTED', version: '5.0.0' },
    { code: 'FHIR_VERSION_UNSUPPORTED', version: 'five' },
  ],
  BUNDLE_EMPTY: [{ code: 'BUNDLE_EMPTY' }],
  BUNDLE_INVALID: [{ code: 'BUNDLE_INVALID' }],
  CARD_NONCONFORMANT: [{ code: 'CARD_NONCONFORMANT' }],
  MULTIPLE_PATIENTS: [{ code: 'MULTIPLE_PATIENTS' }],
  UNSIGNED_CONTENT: [{ code: 'UNSIGNED_CONTENT' }],
  ATTESTATION_VALID: [{ code: 'ATTESTATION_VALID', name: 'Example Attester' }],
  ATTESTATION_INVALID: [{ code: 'ATTESTATION_INVALID' }],
  ATTESTATION_UNKNOWN: [{ code: 'ATTESTATION_UNKNOWN' }],
  BUNDLE_SIGNATURE_UNCHECKED: [{ code: 'BUNDLE_SIGNATURE_UNCHECKED' }],
}

/** Every deviation of the catalogue. */
export const DEVIATIONS = Object.keys(DEVIATION_CLAUSES) as readonly DeviationCode[]

/** What no sentence that a person reads may contain: an unfilled placeholder, a code, or a value that was not there. */
export const NOT_WORDS =
  /[{}]|\b[A-Z]{2,}_[A-Z_]+\b|undefined|null|NaN|Infinity|Invalid Date|\[object|^\s|\s$|\s{2}|^$/
