import { encryptFile, linkOf, randomKey } from '../../scripts/samples/encryptFile'
import { base64urlFromBytes } from '../../src/core/encoding'

export const MANIFEST_URL = 'https://links.example/manifest/0f3c'
export const HOST = 'links.example'
export const FHIR_JSON = 'application/fhir+json'
export const CARD_FILE = 'application/smart-health-card'

/** A key that is the same in every test of one run. */
export const KEY = randomKey()

/** The text of a link; `payload` adds to or replaces what stands in it, `undefined` leaves a property out. */
export const link = (payload: Readonly<Record<string, unknown>> = {}): string =>
  linkOf({ url: MANIFEST_URL, key: base64urlFromBytes(KEY), ...payload })

/** Encrypts as the standard says, with the key of `link()` unless told otherwise. */
export const sealed = (
  content: string | Uint8Array,
  { contentType, zip, key = KEY }: { contentType?: string; zip?: boolean; key?: Uint8Array } = {},
): Promise<string> =>
  encryptFile(content, key, {
    ...(contentType !== undefined && { contentType }),
    ...(zip !== undefined && { zip }),
  })

/** Encrypts a JSON value. */
export const sealedJson = (value: unknown, contentType = FHIR_JSON): Promise<string> =>
  sealed(JSON.stringify(value), { contentType })

/** A manifest with these encrypted files embedded. */
export const embedding = (...files: readonly string[]): { readonly files: readonly object[] } => ({
  files: files.map((embedded) => ({ contentType: FHIR_JSON, embedded })),
})

/** A manifest that sends for its files: `https://files.example/<name>`. */
export const locating = (...names: readonly string[]): { readonly files: readonly object[] } => ({
  files: names.map((name) => ({ contentType: FHIR_JSON, location: `https://files.example/${name}` })),
})

/** Encrypts with a header and an IV of any kind, which no library would agree to. */
export async function sealedBy(
  content: Uint8Array | string,
  header: Readonly<Record<string, unknown>>,
  { ivLength = 12 } = {},
): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
  const protectedHeader = base64urlFromBytes(
    new TextEncoder().encode(JSON.stringify({ alg: 'dir', enc: 'A256GCM', ...header })),
  )
  const iv = crypto.getRandomValues(new Uint8Array(ivLength))
  const key = await crypto.subtle.importKey('raw', KEY, 'AES-GCM', false, ['encrypt'])
  const additionalData = new TextEncoder().encode(protectedHeader)
  const result = new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes),
  )
  const parts = [iv, result.slice(0, -16), result.slice(-16)].map(base64urlFromBytes)
  return [protectedHeader, '', ...parts].join('.')
}
