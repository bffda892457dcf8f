import type { JWK } from 'jose'
import { readFileSync } from 'node:fs'
import { isRecord } from '../../src/core/encoding'

const FOLDER = new URL('../../samples/', import.meta.url)

const readText = (path: string): string => readFileSync(new URL(path, FOLDER), 'utf8')

/** A JSON file of `samples/`, by its path there. Throws when it is not a JSON object: samples are ours. */
export function readMaterial(path: string): Readonly<Record<string, unknown>> {
  const json: unknown = JSON.parse(readText(path))
  if (!isRecord(json)) throw new TypeError(`samples/${path} is not a JSON object`)
  return json
}

/** A bundle of `samples/bundles`, by its name without the extension. */
export const readBundle = (name: string): Readonly<Record<string, unknown>> =>
  readMaterial(`bundles/${name}.json`)

/** The same as text, to the letter: parsing and writing again would turn a measured `7.0` into `7`. */
export const readBundleText = (name: string): string => readText(`bundles/${name}.json`)

/** Whom sample cards claim to be from. The private keys are public: nothing they sign may ever count as trusted. */
export const ISSUERS = {
  sample: { iss: 'https://issuer.shx-viewer.example', keyFile: 'issuer/privateKey.json' },
  unlisted: { iss: 'https://clinic.unlisted.example', keyFile: 'issuer/unlistedPrivateKey.json' },
} as const

/** The private key of a sample issuer. */
export const readKey = (issuer: keyof typeof ISSUERS): JWK => readMaterial(ISSUERS[issuer].keyFile)
