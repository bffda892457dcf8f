import { isRecord } from '../../core/encoding'
import type { AttestationIssuer } from '../../core/attestation'
import type { TrustConfig } from '../trust'
import { leaf, list, number, text, whole, type Readers } from './reader'
import { address } from './addresses'

const YEAR = 24 * 365

const key = leaf({ kind: 'json' }, (value) => (isRecord(value) ? value : undefined))

const attestationIssuer = whole<AttestationIssuer, object>(
  { iss: text(500), name: text(200), keys: list(key) },
  {},
)

export const trust: Readers<TrustConfig> = {
  trustedDirectories: list(address),
  testDirectories: list(address),
  directoryMaxAgeHours: number(0, YEAR),
  attestationIssuers: list(attestationIssuer),
}
