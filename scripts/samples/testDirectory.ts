import { ISSUED_AT } from './definitions'
import { ISSUERS, readKey, readMaterial } from './material'

/**
 * The list of test issuers, in the shape of the VCI snapshot: our own sample issuer with its revocation list, and the
 * example issuer of the standard. Their private keys are public, so the list can never make a card count as verified.
 */
export function testDirectory(): unknown {
  const { d: _, ...publicKey } = readKey('sample')
  return {
    directory: 'https://issuer.shx-viewer.example/test-issuers',
    time: ISSUED_AT,
    issuerInfo: [
      {
        issuer: { iss: ISSUERS.sample.iss, name: 'SHX Viewer sample issuer' },
        keys: [{ ...publicKey, crlVersion: 1 }],
        crls: [readMaterial('issuer/revocationList.json')],
      },
      readMaterial('issuer/hl7ExampleIssuer.json'),
    ],
  }
}
