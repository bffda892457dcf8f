import type { UrlPolicy } from './checkUrl'
import { noCards, readContent, type Content, type ResourceLink } from './content'
import { deviation, deviationIf, type Deviation } from './deviations'
import type { OtherFormat, ShxError } from './errors'
import { bytesFromBase64url, isRecord, jsonFromText, textFromBytes } from './encoding'
import type { Bundle } from './fhir/types'
import { err, ok, type Result } from './result'
import { looksLikeJws } from './shc/card'
import { decodeNumeric, joinChunks, LONGEST_JWS, type CardChunk } from './shc/numeric'
import { decodeShlPayload, type ShlPayload } from './shl/payload'

export type ShxInput =
  | {
      readonly kind: 'card'
      readonly jws: string
      /** True when it came as the digits of a QR code, for which the standard asks more. */
      readonly qr: boolean
      readonly deviations: readonly Deviation[]
    }
  | { readonly kind: 'link'; readonly payload: ShlPayload }
  | {
      readonly kind: 'file'
      readonly credentials: readonly unknown[]
      readonly deviations: readonly Deviation[]
      /** What an issuer's answer says about where it keeps the resources of its cards. */
      readonly links?: readonly ResourceLink[]
    }
  | { readonly kind: 'resource'; readonly bundle: Bundle; readonly source: string }

/** What an input was taken for, also when it then turned out to be broken. */
export type InputKind = 'card' | 'card-chunk' | 'link' | 'file' | 'resource' | 'unrecognised'

export interface UnreadableInput {
  readonly input: InputKind
  readonly error: ShxError
}

type Reading = Result<ShxInput, UnreadableInput>

/** Enough for a summary with scanned documents inside; more is a mistake or an attack. */
export const MAXIMUM_INPUT_CHARACTERS = 50_000_000

/**
 * Recognises what was scanned, pasted, opened or put behind a `#`: a card, parts of one, a link, a file or FHIR.
 *
 * Lenient about how it was written down (upper-case schemes, line breaks, byte-order marks, viewer prefixes,
 * percent-encoding), strict about what it is. A web address is named, never opened.
 * Source: conformance matrix sections 1.1 and 2.1.
 */
export function readInput(text: string, policy: UrlPolicy): Reading {
  if (text.length > MAXIMUM_INPUT_CHARACTERS) {
    return unrecognised({ code: 'INPUT_TOO_LARGE', maximumBytes: MAXIMUM_INPUT_CHARACTERS })
  }
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  if (trimmed === '') return unrecognised({ code: 'INPUT_EMPTY' })
  const reading = looksLikeJson(trimmed)
    ? readJson(trimmed, policy)
    : (readWritten(trimmed, policy, ENCODED_LEVELS) ?? nameIt(trimmed))
  // What is saved is what came, blanks around it included.
  if (reading.ok && reading.value.kind === 'resource' && reading.value.source === trimmed) {
    return ok({ ...reading.value, source: text })
  }
  const isMarkedCard = text.startsWith('\uFEFF') && reading.ok && reading.value.kind === 'card'
  return isMarkedCard ? withDeviation(reading.value, deviation('text-byte-order-mark')) : reading
}

/** How often a text may have been percent-encoded: by a mail filter around an in-app browser around a viewer. */
const ENCODED_LEVELS = 3

const looksLikeJson = (text: string): boolean => /^\s*[[{"]/.test(text)
const startsObject = (text: string): boolean => /^\s*\{/.test(text)

/** A card or a link in any spelling, percent-encoded up to `levels` times; `undefined` when it is neither. */
function readWritten(text: string, policy: UrlPolicy, levels: number): Reading | undefined {
  return (
    readCardText(text) ??
    readLinkText(text, policy) ??
    readDeepLink(text) ??
    (levels > 0 ? readEncoded(text, policy, levels - 1) : undefined)
  )
}

/** `shc:/…` in any spelling, several of them for a card in parts, or a bare JWS. */
function readCardText(text: string): Reading | undefined {
  if (withoutSpace(text.slice(0, 20)).startsWith('eyJ')) return readJws(text)
  const prefix = /^(?:https?:\/\/[^\s#]*#)?(?=shc:)/i.exec(text)?.[0]
  if (prefix === undefined) return undefined
  const parts = text.slice(prefix.length).split(/shc:/i).slice(1).map(beforeNextPrefix)
  const written = parts.map((part) => withoutSpace(part).replace(/^\/{0,2}/, ''))
  const bodies = written.map(withoutTrailer)
  const deviations: readonly Deviation[] = [
    ...whitespaceIn(parts),
    ...deviationIf(!/shc:/.test(text), 'text-upper-case'),
    ...deviationIf(bodies.join('') !== written.join(''), 'text-trailing-characters'),
  ]
  return readChunks(bodies, deviations)
}

/** A bare JWS, whole or broken over lines: a card, or the signed code that an app shows about itself. */
function readJws(text: string): Reading | undefined {
  const jws = withoutSpace(text)
  if (!looksLikeJws(jws)) return undefined
  return isAppIdentity(jws)
    ? unrecognised({ code: 'INPUT_OTHER_FORMAT', format: 'cms-app-id' })
    : ok({ kind: 'card', jws, qr: false, deviations: whitespaceIn([text]) })
}

/** Signed like a card, and with no health data in it. */
function isAppIdentity(jws: string): boolean {
  const bytes = bytesFromBase64url(jws.slice(0, jws.indexOf('.')))
  const header = jsonFromText((bytes && textFromBytes(bytes)) ?? '')
  return isRecord(header) && /^(?:application\/)?cms-htei(?:\+jwt)?$/i.test(String(header['typ']))
}

/** One part of several that were each written behind a viewer's address ends where the next address begins. */
const beforeNextPrefix = (part: string): string =>
  part
    .split(/https?:/i, 1)
    .join('')
    .trim()

/** Digits end where a mail program or a web address goes on; a letter among them is damage. */
function withoutTrailer(body: string): string {
  const end = body.search(/[^\d/]/)
  return end > 0 && /[&?#,;.)>\]"'\u2019\u201D]/.test(body.charAt(end)) ? body.slice(0, end) : body
}

function readChunks(bodies: readonly string[], deviations: readonly Deviation[]): Reading {
  const chunks: CardChunk[] = []
  for (const body of bodies) {
    const chunk = decodeNumeric(body)
    if (!chunk.ok) return err({ input: isChunkHeader(body) ? 'card-chunk' : 'card', error: chunk.error })
    chunks.push(chunk.value)
  }
  const jws = joinChunks(chunks)
  if (!jws.ok) return err({ input: 'card-chunk', error: jws.error })
  const inParts = chunks.length > 1
  const single = !inParts && isChunkHeader(bodies[0] ?? '')
  return ok({
    kind: 'card',
    jws: jws.value,
    qr: true,
    deviations: [
      ...deviations,
      ...(inParts ? chunkDeviations(chunks, jws.value) : []),
      ...deviationIf(single, 'chunk-single'),
      ...deviationIf(!inParts && jws.value.length > LONGEST_JWS, 'jws-too-long', jws.value.length),
    ],
  })
}

/** Characters of a JWS that one part of several holds. */
const LONGEST_CHUNK = 1191

function chunkDeviations(chunks: readonly CardChunk[], jws: string): readonly Deviation[] {
  const longest = Math.max(...chunks.map(({ text }) => text.length))
  const total = chunks[0]?.total ?? 1
  return [
    deviation('chunked', total),
    ...deviationIf(longest > LONGEST_CHUNK, 'chunk-too-long', longest),
    ...deviationIf(longest > Math.ceil(jws.length / total), 'chunks-unbalanced', longest),
  ]
}

const isChunkHeader = (body: string): boolean => /^\d+\/\d+\//.test(body)

const withoutSpace = (text: string): string => text.replaceAll(/\s+/g, '')

const whitespaceIn = (parts: readonly string[]): readonly Deviation[] =>
  deviationIf(
    parts.some((part) => /\s/.test(part)),
    'text-whitespace',
  )

const withDeviation = (card: Extract<ShxInput, { kind: 'card' }>, departure: Deviation): Reading =>
  ok({ ...card, deviations: [...card.deviations, departure] })

/** `shlink:/…`, bare, behind a viewer's address or inside a message. */
function readLinkText(text: string, policy: UrlPolicy): Reading | undefined {
  const start = /shlink:/i.exec(text)
  if (!start) return undefined
  const body = text.slice(start.index + start[0].length).replace(/^(?:\/|%2f){0,2}/i, '')
  // A link that was broken over lines is whole without white space; one inside a sentence ends at the first blank.
  const candidates = [withoutSpace(body), body.split(/\s/, 1).join('')]
  const readings = candidates.map((candidate) => decodeShlPayload(encodedPart(candidate), policy))
  const reading =
    readings.find((result) => result.ok) ?? readings.find((result) => !isGarbled(result)) ?? readings[0]
  if (!reading) return undefined
  return reading.ok
    ? ok({ kind: 'link', payload: reading.value })
    : err({ input: 'link', error: reading.error })
}

/** Everything up to the first character that base64url cannot hold, such as a `&` that a mail program appended. */
function encodedPart(text: string): string {
  const encoded = /^[\w+/=%-]*/.exec(text)?.[0] ?? ''
  return /^[\w+/=-]*/.exec(percentDecoded(encoded) ?? encoded)?.[0] ?? ''
}

const isGarbled = (result: Result<unknown, ShxError>): boolean =>
  !result.ok && result.error.code === 'SHL_MALFORMED' && result.error.detail !== 'url'

/** `https://…/SMARTHealthCard/#{"verifiableCredential":[…]}`. */
function readDeepLink(text: string): Reading | undefined {
  const fragment = /^https?:\/\/[^\s#]*#(.+)$/is.exec(text)?.[1]
  const json = fragment === undefined ? undefined : percentDecoded(fragment)
  return json !== undefined && startsObject(json) ? fromContent(readContent(json), json) : undefined
}

/** What some program percent-encoded, as in-app browsers and mail filters do. */
function readEncoded(text: string, policy: UrlPolicy, levels: number): Reading | undefined {
  const decoded = /%[0-9a-f]{2}/i.test(text) ? percentDecoded(text) : undefined
  if (decoded === undefined || decoded === text) return undefined
  return startsObject(decoded)
    ? fromContent(readContent(decoded), decoded)
    : readWritten(decoded, policy, levels)
}

function percentDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function readJson(text: string, policy: UrlPolicy): Reading {
  const content = readContent(text)
  // A JSON string may hold a card or a link; one level of wrapping is a habit, more would be a game.
  if (content.kind === 'text' && !looksLikeJson(content.text)) return readInput(content.text, policy)
  return fromContent(content, text)
}

function fromContent(content: Content, source: string): Reading {
  switch (content.kind) {
    case 'cards':
      return content.credentials.length === 0
        ? err({ input: 'file', error: noCards(content) })
        : ok({
            kind: 'file',
            credentials: content.credentials,
            deviations: content.deviations,
            ...(content.links && { links: content.links }),
          })
    case 'bundle':
      return ok({ kind: 'resource', bundle: content.bundle, source })
    case 'app-identity':
      return unrecognised({ code: 'INPUT_OTHER_FORMAT', format: 'cms-app-id' })
    case 'not-json':
      return unrecognised({ code: 'FILE_NOT_JSON' })
    case 'api-access':
    case 'text':
    case 'unknown-json':
      return unrecognised({ code: 'INPUT_NOT_RECOGNISED', found: 'json' })
    default:
      return content satisfies never
  }
}

const OTHER_FORMATS: readonly (readonly [RegExp, OtherFormat])[] = [
  [/^HC1:/i, 'eu-dcc'],
  [/^vhlink:/i, 'vhlink'],
  [/^(?:[a-z-]+-)?openid4vp:/i, 'openid4vp'],
  [/^BEGIN:VCARD/i, 'vcard'],
  [/^[a-z]{2,8}link:\//i, 'other-link-scheme'],
]

function nameIt(text: string): Reading {
  const format = OTHER_FORMATS.find(([pattern]) => pattern.test(text))?.[1]
  if (format !== undefined) return unrecognised({ code: 'INPUT_OTHER_FORMAT', format })
  const found = /^(https?:\/\/|www\.)/i.test(text) ? 'web-address' : 'text'
  return unrecognised({ code: 'INPUT_NOT_RECOGNISED', found })
}

const unrecognised = (error: ShxError): Reading => err({ input: 'unrecognised', error })
