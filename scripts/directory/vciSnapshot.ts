import type { JsonWebKey } from 'node:crypto'

/** Where the VCI directory is published, with a signature of its exact bytes beside it. */
export const VCI_SNAPSHOT =
  'https://raw.githubusercontent.com/the-commons-project/vci-directory/main/logs/vci_snapshot.json'
export const VCI_SIGNATURE = VCI_SNAPSHOT.replace(/json$/, 'sig')

/**
 * The public key of the certificate that signs the snapshot: CN=vci.org, SHA-256 fingerprint C3:E4:4E:40…F3:20:FB,
 * valid from 2022-03-17 to 2032-03-14. Pinned: a key that came along with the list would prove nothing.
 * Source: vci_snapshot.crt in the repository of the directory.
 */
export const VCI_KEY: JsonWebKey = {
  kty: 'EC',
  crv: 'P-521',
  x: 'AXmeU2FY85uQATqQJ82cW4Fr69NzImCnDCHyBVGd5CkRX-Ap95JT8KhQER0vFUfronhnlmISehJGreZdnLZUl5Vt',
  y: 'AZDC4J-tHmYctEjSM_1f1P-GLAL8Pep3j5q9kPaCR43-CdbxEebM6dzq9yqN_0xVReWYdHwY873H3ZJkeXw_Etkz',
}
