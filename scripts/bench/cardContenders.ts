import { importJWK, type JWK } from 'jose'
import { SHCReader } from 'kill-the-clipboard'
import { PUBLIC_HTTPS_ONLY } from '../../src/core/checkUrl'
import { bytesFromBase64url } from '../../src/core/encoding'
import { organizeResources } from '../../src/core/organizeResources'
import type { LoadedDirectory } from '../../src/core/ports'
import { readInput } from '../../src/core/readInput'
import { readCard } from '../../src/core/shc/card'
import { readDirectory } from '../../src/core/shc/directory'
import { verifyCard } from '../../src/core/verify'
import type { Contender } from './measure'

/** A card and what is needed to verify it, as data that can be handed to a page. */
export interface CardFixture {
  /** `shc:/…` */
  readonly text: string
  readonly jws: string
  readonly iss: string
  /** Public. */
  readonly key: JWK
}

/** The floor first: the bare signature check with a key that is imported already. Then the same card, read as a whole. */
export async function cardContenders(fixture: CardFixture): Promise<readonly Contender[]> {
  const { text, jws, key } = fixture
  const imported = await importJWK(key, 'ES256')
  if (imported instanceof Uint8Array) throw new TypeError('bench: not an EC key')
  const at = jws.lastIndexOf('.')
  const signed = new TextEncoder().encode(jws.slice(0, at))
  const signature = bytesFromBase64url(jws.slice(at + 1)) ?? new Uint8Array()
  const peer = new SHCReader({ publicKey: imported, useVciDirectory: false })
  const directories = [directoryOf(fixture)]
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
  return [
    {
      name: 'crypto.subtle.verify alone',
      run: async () => mustBe(await crypto.subtle.verify(algorithm, imported, signature, signed)),
    },
    { name: 'this viewer, text to verdict', run: () => readAndVerify(text, directories) },
    { name: 'kill-the-clipboard 1.1.0', run: async () => (await peer.fromQRNumeric(text)).asBundle() },
  ]
}

/** The whole pipeline, with a directory that is loaded already. Throws when the card does not come out verified. */
async function readAndVerify(text: string, directories: readonly LoadedDirectory[]): Promise<unknown> {
  const input = readInput(text, PUBLIC_HTTPS_ONLY)
  const card = input.ok && input.value.kind === 'card' ? readCard(input.value.jws) : undefined
  if (!card?.ok) throw new TypeError('bench: the card was not read')
  const verdict = await verifyCard(card.value, { directories, now: new Date() })
  mustBe(verdict.status === 'verified')
  return organizeResources(card.value.bundle)
}

function directoryOf({ iss, key }: CardFixture): LoadedDirectory {
  const directory = readDirectory({ issuerInfo: [{ issuer: { iss }, keys: [key] }] })
  if (!directory) throw new TypeError('bench: no directory')
  return { available: true, directory, facts: { source: 'bench', kind: 'trusted', stale: false } }
}

function mustBe(verified: boolean): void {
  if (!verified) throw new TypeError('bench: the card is not verified')
}
