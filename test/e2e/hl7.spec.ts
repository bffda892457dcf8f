import { CORPUS, corpusFile, expectEveryEntry } from './support/corpus'
import { linkOf } from '../../scripts/samples/encryptFile'
import { startServer } from '../support/node/localServer'
import { expect, test, type Viewer } from './support/viewer'

// The example cards and links of the HL7 implementation guide.
test.skip(CORPUS === undefined, 'SHX_CORPUS names no folder of sample material')

const FOLDER = 'cards-and-links'
const WELL_KNOWN = `${FOLDER}/issuer/.well-known`

/** The example issuer on a list of test issuers, as a deployment would configure it. */
async function listAsTestIssuer(viewer: Viewer): Promise<void> {
  const { keys } = JSON.parse(corpusFile(`${WELL_KNOWN}/jwks.json`)) as { keys: readonly { kid: string }[] }
  const crl = JSON.parse(corpusFile(`${WELL_KNOWN}/crl/${keys[0]?.kid}.json`)) as unknown
  const url = 'https://directory.example.org/test.json'
  const iss = 'https://spec.smarthealth.cards/examples/issuer'
  await viewer.configure(
    { trustedDirectories: [], testDirectories: [url] },
    { [url]: { issuerInfo: [{ issuer: { iss, name: 'HL7 example issuer' }, keys, crls: [crl] }] } },
  )
}

const partOfExample02 = (part: number): string =>
  corpusFile(`${FOLDER}/example-02-f-qr-code-numeric-value-${part}.txt`)

const CARDS = [
  { name: 'example-00', status: 'untrusted', code: 'ISSUER_TEST' },
  { name: 'example-01', status: 'untrusted', code: 'ISSUER_TEST' },
  { name: 'example-02', status: 'untrusted', code: 'ISSUER_TEST' },
  { name: 'example-03', status: 'invalid', code: 'EXPIRED' },
] as const

for (const { name, status, code } of CARDS) {
  for (const form of ['e-file.smart-health-card', 'd-jws.txt']) {
    test(`${name} as ${form}, its issuer listed as a test issuer: ${status}, ${code}`, async ({ viewer }) => {
      await listAsTestIssuer(viewer)
      await viewer.start()
      await viewer.openFile(`${name}-${form}`, corpusFile(`${FOLDER}/${name}-${form}`))
      await viewer.expectReady()
      await expect(viewer.bundle).toHaveAttribute('data-bundle-status', status)
      await expect(viewer.bundle).toHaveAttribute('data-bundle-codes', new RegExp(`\\b${code}\\b`))
      await expect(viewer.bundle).toHaveAttribute('data-bundle-codes', /\bISSUER_TEST\b/)
    })
  }

  test(`${name} with its issuer on no list`, async ({ viewer, watch }) => {
    await viewer.configure({ trustedDirectories: [], testDirectories: [] })
    await viewer.start()
    await viewer.read(corpusFile(`${FOLDER}/${name}-d-jws.txt`))
    await viewer.expectReady()
    await expect(viewer.bundle).toHaveAttribute('data-bundle-codes', /\bISSUER_NOT_LISTED\b/)
    await expect(viewer.bundle).toHaveAttribute(
      'data-bundle-status',
      name === 'example-03' ? 'invalid' : 'untrusted',
    )
    // Nobody is told that somebody reads this card.
    expect([...watch.hosts].filter((host) => !host.startsWith('localhost'))).toEqual([])
  })
}

test('the expired card shows its content only when the reader asks for it', async ({ page, viewer }) => {
  await listAsTestIssuer(viewer)
  await viewer.start()
  await viewer.read(corpusFile(`${FOLDER}/example-03-d-jws.txt`))
  await viewer.expectReady()
  await expect(page.locator('[data-ref]')).toHaveCount(0)
  await page.getByRole('button', { name: 'Show the content anyway' }).click()
  await expect(page.locator('[data-ref]').first()).toBeAttached()
})

test('the three codes of example-02 open as one card, in any order', async ({ viewer }) => {
  await listAsTestIssuer(viewer)
  await viewer.start()
  await viewer.read(partOfExample02(2))
  await viewer.expectError('QR_CHUNK_INCOMPLETE')
  await viewer.read(partOfExample02(0))
  await viewer.expectError('QR_CHUNK_INCOMPLETE')
  await viewer.read(partOfExample02(1))
  await viewer.expectReady()
  await expect(viewer.bundle).toHaveAttribute('data-renderer', 'patientSummary')
  await expect(viewer.bundle).toHaveAttribute('data-bundle-codes', /\bISSUER_TEST\b/)
})

test('the IPS link of the guide, served from this machine, opens with every entry', async ({
  page,
  viewer,
}) => {
  const details = JSON.parse(corpusFile(`${FOLDER}/IPS_IG-bundle-01-shl-details.json`)) as {
    shlinkJsonPayload: { key: string }
  }
  const file = corpusFile(`${FOLDER}/IPS_IG-bundle-01-enc.txt`)
  const server = await startServer((_, response) => {
    response
      .writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'application/jose' })
      .end(file)
  })
  await viewer.start(
    `./#${linkOf({ url: `${server.origin}/ips`, key: details.shlinkJsonPayload.key, flag: 'U' })}`,
  )
  await viewer.expectReady()
  await expect(viewer.bundle).toHaveAttribute('data-renderer', 'patientSummary')
  await expectEveryEntry(page, 'the guide', corpusFile(`${FOLDER}/IPS_IG-bundle-01.json`))
  await server.stop()
})
