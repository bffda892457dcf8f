import { deflateRaw } from 'pako'
import { base64urlFromBytes, bytesFromBase64url, inflate, textFromBytes } from '../../src/core/encoding'
import { ISSUED_AT, type CardRecipe } from './definitions'
import { issueCardText } from './issueCard'
import { ISSUERS, readBundle, readBundleText, readKey } from './material'
import { minifyBundle } from './minifyBundle'

/** Issues the card of a recipe; `compact` makes it fit into one QR code. */
export async function makeCard(
  recipe: CardRecipe,
  { compact }: { readonly compact: boolean },
): Promise<string> {
  const { bundle, issuer = 'sample', rid, issuedAt = ISSUED_AT, expiresAt, broken } = recipe
  const content = compact ? JSON.stringify(minifyBundle(readBundle(bundle))) : readBundleText(bundle)
  const jws = await issueCardText(content, {
    iss: ISSUERS[issuer].iss,
    key: readKey(issuer),
    issuedAt: new Date(issuedAt),
    ...(expiresAt !== undefined && { expiresAt: new Date(expiresAt) }),
    rid,
  })
  switch (broken) {
    case undefined:
      return jws
    case 'altered':
      return alteredCard(jws, (payload) => payload.replace(/"birthDate":"\d{4}/, '"birthDate":"1999'))
    case 'cut':
      return cutCard(jws)
    default:
      return broken satisfies never
  }
}

/** The card with its payload text changed and the old signature. */
export function alteredCard(jws: string, change: (payload: string) => string): string {
  const [header = '', payload = '', signature = ''] = jws.split('.')
  const inflated = inflate(bytesFromBase64url(payload) ?? new Uint8Array(), 5_000_000)
  const text = inflated.ok ? textFromBytes(inflated.value) : undefined
  if (text === undefined) throw new TypeError('alteredCard: this is not a card')
  const changed = deflateRaw(new TextEncoder().encode(change(text)), { level: 9 })
  return `${header}.${base64urlFromBytes(changed)}.${signature}`
}

/** The card with the second half of its payload missing, as after a failed download. */
function cutCard(jws: string): string {
  const [header = '', payload = '', signature = ''] = jws.split('.')
  return `${header}.${payload.slice(0, payload.length / 2)}.${signature}`
}
