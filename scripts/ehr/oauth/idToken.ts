import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { USER_NAME } from '../data/people'
import type { EhrState, Grant, Signer } from '../state'

const ALGORITHM = 'RS256'
const KEY_ID = 'ehr-signing-key'

export async function createSigner(): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM)
  return {
    key: privateKey,
    publicKey: { ...(await exportJWK(publicKey)), kid: KEY_ID, alg: ALGORITHM, use: 'sig' },
  }
}

/** Who is signed in. The name has letters that a decoder of base64 alone gets wrong. */
export function signIdToken({ issuer, signer, now }: EhrState, grant: Grant): Promise<string> {
  const seconds = Math.floor(now() / 1000)
  return new SignJWT({
    fhirUser: `${issuer}/Practitioner/${grant.practitioner}`,
    profile: `${issuer}/Practitioner/${grant.practitioner}`,
    name: USER_NAME,
    ...(grant.nonce !== undefined && { nonce: grant.nonce }),
  })
    .setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID, typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(grant.clientId)
    .setSubject(grant.practitioner)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + 300)
    .sign(signer.key)
}
