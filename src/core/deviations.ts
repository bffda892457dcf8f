/**
 * Small departures from the standard, each with the clause that it departs from. They are listed for whoever makes the
 * software that issued the card, and never touch the other four axes of a verdict. A code is stable and never re-used.
 * Source: SMART Health Cards, in "SMART Health Cards and Links" 1.0.0, by the heading of the clause.
 */
export const DEVIATION_CLAUSES = {
  'text-upper-case': 'Encoding QRs',
  'text-whitespace': 'Encoding QRs',
  'text-byte-order-mark': 'Encoding QRs',
  'text-trailing-characters': 'Encoding QRs',
  'chunk-single': 'Health Cards as QR Codes',
  chunked: 'Health Cards as QR Codes',
  'chunk-too-long': 'Health Cards as QR Codes',
  'chunks-unbalanced': 'Health Cards as QR Codes',
  'jws-too-long': 'Health Cards as QR Codes',
  'jws-padded': 'RFC 7515, section 2: base64url',
  'file-single-string': 'via File Download',
  'file-bare-array': 'via File Download',
  'header-zip-missing': 'Health Cards are Compact',
  'payload-zlib-wrapped': 'Health Cards are Compact',
  'payload-not-deflated': 'Health Cards are Compact',
  'payload-not-minified': 'Health Cards are Compact',
  'kid-not-thumbprint': 'Determining keys associated with an issuer',
  'key-use-missing': 'Determining keys associated with an issuer',
  'key-alg-missing': 'Determining keys associated with an issuer',
  'key-crl-version-malformed': 'Revocation',
  'revocation-list-malformed': 'Revocation',
  'issuer-trailing-slash': 'Determining keys associated with an issuer',
  'legacy-iat': 'Health Cards are Encoded as Compact Serialization JSON Web Signatures',
  'nbf-milliseconds': 'Health Cards are Encoded as Compact Serialization JSON Web Signatures',
  'exp-milliseconds': 'Expiration',
  'exp-before-nbf': 'Expiration',
  'vc-type-not-list': 'Health Cards are Encoded as Compact Serialization JSON Web Signatures',
  'vc-type-legacy': 'Health Cards are Encoded as Compact Serialization JSON Web Signatures',
  'rid-outside-vc': 'Revocation',
  'rid-malformed': 'Revocation',
  'fhir-version-missing': 'Health Cards are Encoded as Compact Serialization JSON Web Signatures',
  'fhir-version-malformed': 'Health Cards are Encoded as Compact Serialization JSON Web Signatures',
  'bundle-not-collection': 'Modeling Verifiable Credentials in FHIR',
  'full-url-not-short': 'Health Cards are Small',
  'reference-not-short': 'Health Cards are Small',
  'resource-id-present': 'Health Cards are Small',
  'resource-meta-present': 'Health Cards are Small',
  'resource-text-present': 'Health Cards are Small',
  'concept-text-present': 'Health Cards are Small',
  'coding-display-present': 'Health Cards are Small',
} as const satisfies Readonly<Record<string, string>>

export type DeviationCode = keyof typeof DEVIATION_CLAUSES

/** `value` is what was seen: short, and never health data, a key or a passcode. */
export interface Deviation {
  readonly code: DeviationCode
  readonly value?: string
}

const LONGEST_VALUE = 80

/** A deviation with what was seen, shortened; without it where there is nothing to show. */
export const deviation = (code: DeviationCode, value?: unknown): Deviation =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? { code, value: shortened(String(value)) }
    : { code }

/** A list of the one deviation, or none. */
export const deviationIf = (departs: boolean, code: DeviationCode, value?: unknown): readonly Deviation[] =>
  departs ? [deviation(code, value)] : []

const shortened = (text: string): string =>
  text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE - 1)}…`
