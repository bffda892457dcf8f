import type { AttestationIssuer } from '../core/attestation'

/** Whom a deployment believes. No address of the page can set any of it. */
export interface TrustConfig {
  /**
   * Addresses of trust directories in the shape of the VCI snapshot; absolute, or relative to the page. Whom they list
   * can be shown as verified. An empty list trusts nobody.
   */
  readonly trustedDirectories: readonly string[]
  /** Addresses of lists of test issuers. Whom they list is shown as test data, never as verified, whoever else lists it. */
  readonly testDirectories: readonly string[]
  /** Hours after which a trust directory is fetched again; an older copy serves while it cannot be had, and is called one. */
  readonly directoryMaxAgeHours: number
  /**
   * Who may vouch for the apps that patients share from: the `iss` of their attestations, the name to show, and their
   * public keys as JWK. For information only; no key is ever fetched.
   */
  readonly attestationIssuers: readonly AttestationIssuer[]
}

export const trust: TrustConfig = {
  trustedDirectories: [
    'https://raw.githubusercontent.com/the-commons-project/vci-directory/main/logs/vci_snapshot.json',
  ],
  testDirectories: ['directories/test-issuers.json'],
  directoryMaxAgeHours: 24,
  attestationIssuers: [],
}
