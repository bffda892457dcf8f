import { randomBytes } from 'node:crypto'
import { encryptFile, linkOf } from '../../../scripts/samples/encryptFile'

export const HOST = 'https://links.example.org/'

/** A link to `HOST` with a fresh key, and the means to encrypt files for it. */
export function newLink(
  payload: Readonly<Record<string, unknown>> = {},
  key = new Uint8Array(randomBytes(32)),
) {
  const encoded = Buffer.from(key).toString('base64url')
  return {
    link: linkOf({ url: `${HOST}manifest`, key: encoded, ...payload }),
    encrypt: (content: unknown, options?: Parameters<typeof encryptFile>[2]): Promise<string> =>
      encryptFile(typeof content === 'string' ? content : JSON.stringify(content), key, options),
  }
}

export const patientBundle = (family = 'Okonkwo') => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    {
      fullUrl: 'urn:uuid:6f2d3c1e-0000-4000-8000-000000000001',
      resource: { resourceType: 'Patient', name: [{ family, given: ['Ada'] }], birthDate: '1980-02-29' },
    },
    {
      fullUrl: 'urn:uuid:6f2d3c1e-0000-4000-8000-000000000002',
      resource: {
        resourceType: 'Observation',
        status: 'final',
        code: { text: 'Glucose' },
        valueQuantity: { value: 0, unit: 'mg/dL' },
      },
    },
  ],
})

/** A manifest with each text embedded. */
export const manifestOf = (...embedded: readonly string[]) => ({
  files: embedded.map((text) => ({ contentType: 'application/fhir+json', embedded: text })),
})
