import { createPublicKey, verify, type JsonWebKey, type KeyObject } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { isRecord, jsonFromText, textFromBytes } from '../../src/core/encoding'
import { readDirectory, type Directory } from '../../src/core/shc/directory'
import { bytesOfFile, pathOf, printed, refusal, type Outcome } from '../commandLine'
import { VCI_KEY, VCI_SIGNATURE, VCI_SNAPSHOT } from './vciSnapshot'

const USAGE =
  'Usage: npm run --silent directory [-- [--from URL|FILE --signature URL|FILE --key JWK_FILE] [--out FILE]].'
const OUT = fileURLToPath(new URL('../../public/directories/vci_snapshot.json', import.meta.url))

/**
 * Fetches a list of issuers, checks the signature of its publisher over its exact bytes (ECDSA on P-521 with SHA-512)
 * and puts it beside the page, where the viewer finds it when the list cannot be had from its host.
 *
 * A list whose signature does not fit, or that is older than the copy that is there, is not taken: the copy stays as it
 * is and the exit code is 2.
 * Source: conformance matrix, C-66 and C-72; the VCI directory's description of its snapshot.
 */
export async function directoryCommand(argv: readonly string[]): Promise<Outcome> {
  const wish = readArguments(argv)
  if (typeof wish === 'string') return refusal(wish)
  const [bytes, signature] = await Promise.all([bytesFrom(wish.from), bytesFrom(wish.signature)])
  if (!bytes) return refusal(`The list cannot be had: ${wish.from}`)
  if (!signature) return refusal(`The signature cannot be had: ${wish.signature}`)
  if (!verify('sha512', bytes, wish.key, signature)) {
    return refusal('The signature does not fit the list. Nothing was changed.')
  }
  const directory = directoryFrom(bytes)
  if (!directory) return refusal(`This is not a list of issuers: ${wish.from}`)
  const date = directory.date?.toISOString()
  if (date === undefined) return refusal('The list has no date. Nothing was changed.')
  const kept = directoryFrom(bytesOfFile(wish.out))
  if (kept?.date && kept.date.toISOString() > date) {
    return refusal(`The list of ${date} is older than the copy, which is of ${kept.date.toISOString()}.`)
  }
  mkdirSync(dirname(wish.out), { recursive: true })
  writeFileSync(wish.out, bytes)
  const lists = [...directory.issuers.values()].flatMap(({ revocationLists }) => revocationLists)
  return printed({
    file: relative(process.cwd(), wish.out),
    date,
    issuers: directory.issuers.size,
    revocationLists: lists.length,
  })
}

interface Wish {
  readonly from: string
  readonly signature: string
  readonly key: KeyObject
  readonly out: string
}

function readArguments(argv: readonly string[]): Wish | string {
  const values = parsed(argv)
  if (!values) return USAGE
  const own = [values.from, values.signature, values.key]
  const given = own.filter((value) => value !== undefined).length
  if (given > 0 && given < own.length) return 'Another list needs --from, --signature and --key together.'
  const key = publicKeyFrom(values.key)
  if (!key) return 'The key cannot check lists: it has to be a public EC key on P-521, as a JWK.'
  const out = values.out === undefined ? OUT : pathOf(values.out)
  return { from: values.from ?? VCI_SNAPSHOT, signature: values.signature ?? VCI_SIGNATURE, key, out }
}

function parsed(argv: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({ args: [...argv], options: { from: text, signature: text, key: text, out: text } })
      .values
  } catch {
    return undefined
  }
}

function publicKeyFrom(file: string | undefined): KeyObject | undefined {
  const jwk = file === undefined ? VCI_KEY : jsonFromText(textFrom(bytesOfFile(pathOf(file))))
  if (!isRecord(jwk) || jwk['crv'] !== 'P-521' || jwk['d'] !== undefined) return undefined
  try {
    return createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' })
  } catch {
    return undefined
  }
}

const textFrom = (bytes: Uint8Array | undefined): string => (bytes && textFromBytes(bytes)) ?? ''

function directoryFrom(bytes: Uint8Array | undefined): Directory | undefined {
  return readDirectory(jsonFromText(textFrom(bytes)))
}

const PATIENCE_MS = 60_000

async function bytesFrom(place: string): Promise<Uint8Array | undefined> {
  if (!/^https?:/.test(place)) return bytesOfFile(pathOf(place))
  try {
    const response = await fetch(place, { signal: AbortSignal.timeout(PATIENCE_MS) })
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined
  } catch {
    return undefined
  }
}
