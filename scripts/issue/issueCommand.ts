import { calculateJwkThumbprint, type JWK } from 'jose'
import { basename, extname } from 'node:path'
import { parseArgs } from 'node:util'
import { base64urlFromBytes, isRecord, jsonFromText, textFromBytes } from '../../src/core/encoding'
import { err, ok, type Result } from '../../src/core/result'
import { bytesOfFile, momentFrom, pathOf, printed, readAll, refusal, type Outcome } from '../commandLine'
import { issueCardText } from '../samples/issueCard'
import { ISSUERS, readKey } from '../samples/material'
import { isBundleText, minifyText } from './minifyText'
import { SINGLE_QR_CHARACTERS, writeCard } from './writeCard'

const USAGE =
  'Usage: npm run --silent issue -- FILE|- [--out DIR] [--iss URL] [--key JWK_FILE] [--expires ISO|DAYS] [--revocable] [--no-minify].'

/**
 * Signs a FHIR bundle as a sample card, writes it as text, file and QR pictures, and prints one summary.
 * 2 means that the arguments or the files made no sense and nothing was written. See docs/command-line.md.
 */
export async function issueCommand(
  argv: readonly string[],
  stdin: AsyncIterable<unknown>,
  now: Date,
): Promise<Outcome> {
  const wish = readArguments(argv, now)
  if (!wish.ok) return refusal(wish.error)
  const { input, minified } = wish.value
  const bytes = input === '-' ? await readAll(stdin) : bytesOfFile(pathOf(input))
  if (!bytes) return refusal(`The file cannot be read: ${input}`)
  const text = textFromBytes(bytes)
  if (text === undefined || !isBundleText(text)) return refusal(`This is not a FHIR Bundle in JSON: ${input}`)
  const jws = await sign(minified ? minifyText(text) : text, wish.value, now)
  return jws === undefined ? refusal(UNUSABLE_KEY) : printed(await summaryOf(jws, wish.value, now))
}

const UNUSABLE_KEY = 'The key cannot sign cards: it has to be a private EC key on P-256, as a JWK.'

interface Wish {
  readonly input: string
  readonly folder: string
  readonly iss: string
  readonly key: JWK
  readonly expiresAt: Date | undefined
  readonly rid: string | undefined
  readonly minified: boolean
}

function readArguments(argv: readonly string[], now: Date): Result<Wish, string> {
  const parsed = parseArguments(argv)
  if (!parsed.ok) return parsed
  const { positionals, values } = parsed.value
  const [input, ...further] = positionals
  if (input === undefined || further.length > 0) return err(USAGE)
  const expiresAt = values.expires === undefined ? undefined : momentFrom(values.expires, now)
  if (values.expires !== undefined && !expiresAt) {
    return err(`--expires is neither an ISO 8601 date nor a number of days: ${values.expires}`)
  }
  if (values.key !== undefined && values.iss === undefined) {
    return err('--key needs --iss: the address under which the issuer publishes the key.')
  }
  const { iss = ISSUERS.sample.iss } = values
  if (!/^https:\/\/./.test(iss) || !URL.canParse(iss) || iss.endsWith('/')) {
    return err(`--iss is not an https address without a slash at its end: ${iss}`)
  }
  const key = values.key === undefined ? readKey('sample') : keyFrom(values.key)
  if (!key) return err(UNUSABLE_KEY)
  const rid = values.revocable ? randomRid() : undefined
  return ok({ input, folder: pathOf(values.out), iss, key, expiresAt, rid, minified: !values['no-minify'] })
}

function parseArguments(argv: readonly string[]) {
  try {
    return ok(
      parseArgs({
        args: [...argv],
        allowPositionals: true,
        options: {
          out: { type: 'string', default: '.' },
          iss: { type: 'string' },
          key: { type: 'string' },
          expires: { type: 'string' },
          revocable: { type: 'boolean', default: false },
          'no-minify': { type: 'boolean', default: false },
        },
      }),
    )
  } catch {
    return err(USAGE)
  }
}

function keyFrom(file: string): JWK | undefined {
  const bytes = bytesOfFile(pathOf(file))
  const text = bytes && textFromBytes(bytes)
  const key = text === undefined ? undefined : jsonFromText(text)
  const isPrivate =
    isRecord(key) && key['kty'] === 'EC' && key['crv'] === 'P-256' && typeof key['d'] === 'string'
  return isPrivate ? key : undefined
}

/** Nobody can guess it, and it says nothing about the card. Source: SMART Health Cards, "Revocation". */
const randomRid = (): string => base64urlFromBytes(crypto.getRandomValues(new Uint8Array(12)))

/** `undefined` when the key has the right words in it and the wrong numbers. */
async function sign(
  bundle: string,
  { iss, key, expiresAt, rid }: Wish,
  now: Date,
): Promise<string | undefined> {
  try {
    return await issueCardText(bundle, {
      iss,
      key,
      issuedAt: now,
      ...(expiresAt && { expiresAt }),
      ...(rid !== undefined && { rid }),
    })
  } catch {
    return undefined
  }
}

async function summaryOf(jws: string, wish: Wish, now: Date): Promise<unknown> {
  const { input, folder, iss, key, expiresAt, rid, minified } = wish
  const name = input === '-' ? 'card' : basename(input, extname(input))
  const written = writeCard(jws, folder, name)
  const kid = await calculateJwkThumbprint(key)
  return {
    iss,
    kid,
    issued: new Date(Math.floor(now.getTime() / 1000) * 1000).toISOString(),
    expires: expiresAt?.toISOString() ?? null,
    minified,
    jwsCharacters: jws.length,
    fitsOneQr: jws.length <= SINGLE_QR_CHARACTERS,
    ...written,
    revocation:
      rid === undefined
        ? null
        : {
            rid,
            publishAt: `${iss}/.well-known/crl/${kid}.json`,
            list: { kid, method: 'rid', ctr: 1, rids: [rid] },
          },
  }
}
