import { bytesFromBase64url, isRecord, jsonFromText, textFromBytes } from '../encoding'
import { base64Bytes, readAttachment } from '../fhir/attachment'
import { err, ok, type Result } from '../result'
import type { ChartFile } from './chartDocument'
import type { EhrFailure, EhrResponse } from './connection'
import type { Chart } from './documentSearch'
import { readChartAddress } from './chartAddress'

/**
 * elsewhere: it is not below the FHIR base, and was not asked for; `host` where the address has one · failed: no whole
 * answer came · refused: the EHR answered with this status · damaged: what came is no file.
 */
export type FileFailure =
  | { readonly kind: 'elsewhere'; readonly host?: string }
  | { readonly kind: 'failed'; readonly failure: EhrFailure }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'damaged' }

type Bytes = Uint8Array<ArrayBuffer>

/** Bytes of one file; a Binary in JSON is a third longer. */
const MAXIMUM_BYTES = 25_000_000
const MAXIMUM_ANSWER_BYTES = 35_000_000

/**
 * Pass 2, first half: the bytes of a picture or a PDF. What is declared too large is not asked for; the token goes
 * nowhere but below the FHIR base. Never throws.
 */
export async function readChartFile(
  file: ChartFile,
  chart: Chart,
  signal: AbortSignal,
): Promise<Result<Bytes, FileFailure>> {
  const { source } = file
  if (source.kind === 'inline') return bytesOf(source.data)
  if (file.bytes !== undefined && file.bytes > MAXIMUM_BYTES) return tooLarge
  const target = readChartAddress(source.url, chart.base)
  if (target.kind === 'elsewhere') return err(target)
  const path = target.href
  let answer: EhrResponse | undefined
  for (const accept of acceptable(file.type)) {
    const response = await chart.request({ path, accept, maximumBytes: MAXIMUM_ANSWER_BYTES, signal })
    if (!response.ok) return err({ kind: 'failed', failure: response.error })
    answer = response.value
    if (!isRefusedForm(answer.status)) break
  }
  return answer?.status === 200 ? contentOf(answer) : err({ kind: 'refused', status: answer?.status ?? 0 })
}

/**
 * The forms to ask for, one after the other: as itself, else as a Binary in JSON. Oracle Health gives nothing but these
 * two, and refuses `application/json`; a server that keeps no JSON of it gives what it has.
 * Source: FHIR R4, Binary, "Serving Binary Resources using the RESTful API".
 */
const acceptable = (type: string | undefined): readonly string[] =>
  type === undefined ? [FHIR_JSON, '*/*'] : [type, FHIR_JSON]

const FHIR_JSON = 'application/fhir+json'

const isRefusedForm = (status: number): boolean => status === 406 || status === 415

/** Told by content, because a server may send JSON under any name: neither a picture nor a PDF begins with `{`. */
function contentOf({ body }: EhrResponse): Result<Bytes, FileFailure> {
  if (!startsObject(body)) return body.length === 0 ? damaged : ok(body)
  const resource = jsonFromText(textFromBytes(body) ?? '')
  if (!isRecord(resource) || resource['resourceType'] !== 'Binary') return damaged
  return bytesOf(readAttachment(resource)?.data ?? '')
}

/** Blanks and a byte-order mark may stand before it. */
const startsObject = (body: Uint8Array): boolean =>
  /^(?:\u00ef\u00bb\u00bf)?\s*\{/.test(String.fromCharCode(...body.subarray(0, 64)))

function bytesOf(base64: string): Result<Bytes, FileFailure> {
  if (base64Bytes(base64) > MAXIMUM_BYTES) return tooLarge
  const bytes = bytesFromBase64url(base64.replaceAll(/\s+/g, ''))
  return bytes && bytes.length > 0 ? ok(bytes) : damaged
}

const damaged = err({ kind: 'damaged' })
const tooLarge = err({ kind: 'failed', failure: 'too-large' })
