import { expect, test } from './support/viewer'

const THO = 'http://terminology.hl7.org/CodeSystem'

/** A result whose codes came without words, and a vaccine by nothing but its CVX code. */
const RECORD = {
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    {
      fullUrl: 'urn:test:0',
      resource: {
        resourceType: 'Observation',
        status: 'final',
        code: { text: 'Specimen' },
        valueCodeableConcept: { coding: [{ system: `${THO}/v2-0487`, code: 'BLDV' }] },
        bodySite: { coding: [{ system: `${THO}/v2-0550`, code: 'ADR' }] },
      },
    },
    {
      fullUrl: 'urn:test:1',
      resource: {
        resourceType: 'Immunization',
        status: 'completed',
        vaccineCode: { coding: [{ system: 'http://hl7.org/fhir/sid/cvx', code: '208' }] },
        occurrenceDateTime: '2021-05-04',
        manufacturer: { identifier: { system: 'http://hl7.org/fhir/sid/mvx', value: 'PFR' } },
      },
    },
  ],
}
const CARD = {
  resourceType: 'Bundle',
  type: 'collection',
  entry: [RECORD.entry[1]],
}

test('words for codes arrive from our own host, in buckets, and are known for what they are', async ({
  page,
  viewer,
  watch,
}) => {
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.includes('/terminology/')) asked.push(pathname.split('/terminology/')[1] ?? '')
  })
  await viewer.configure({ trustedDirectories: [] })
  await viewer.start()
  await viewer.read(JSON.stringify(RECORD))
  await viewer.expectReady()
  const words = viewer.bundle.locator('[data-words="hl7-terminology"]').first()
  await expect(words).toHaveText('Blood venous [v2-0487 BLDV]')
  await expect(words).toHaveAttribute('title', /HL7 Terminology 7\.0\.1/)
  await expect(viewer.bundle).toContainText('COVID-19, mRNA, 30 mcg (Pfizer-BioNTech) [CVX 208]')
  await expect(viewer.bundle).toContainText('Pfizer [MVX PFR]')
  // One manifest and as many buckets as there are codes, at most; no address names a code.
  expect(asked.filter((path) => path === 'manifest.json')).toHaveLength(1)
  expect(new Set(asked).size).toBe(asked.length)
  expect(asked.length).toBeLessThanOrEqual(3)
  for (const path of asked) expect(path).toMatch(/^(?:manifest|[\da-f]{12}\/[\da-f]{2})\.json$/)
  expect([...watch.hosts].every((host) => host.startsWith('localhost'))).toBe(true)
  // The rest of the visit, and the next one, need no further request.
  const before = asked.length
  await page.reload()
  await viewer.read(JSON.stringify(RECORD))
  await viewer.expectReady()
  await expect(words).toHaveText('Blood venous [v2-0487 BLDV]')
  expect(asked).toHaveLength(before)
})

test('in Spanish, English words of a dictionary say that they are English', async ({ page, viewer }) => {
  await viewer.configure({ trustedDirectories: [] })
  await page.addInitScript(() => localStorage.setItem('shx-viewer.language', 'es'))
  await viewer.start()
  await viewer.read(JSON.stringify(RECORD))
  await viewer.expectReady()
  await expect(viewer.bundle.locator('[data-words="hl7-terminology"]').first()).toHaveAttribute('lang', 'en')
  const own = viewer.bundle.locator('[data-words="own"]').first()
  await expect(own).toHaveText('COVID-19, ARNm, 30 mcg (Pfizer-BioNTech) [CVX 208]')
  expect(await own.getAttribute('lang')).toBeNull()
})

test('a card with nothing but CVX codes asks for no dictionary at all', async ({ page, viewer }) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/terminology/')) asked.push(request.url())
  })
  await viewer.configure({ trustedDirectories: [] })
  await viewer.start()
  await viewer.read(JSON.stringify(CARD))
  await viewer.expectReady()
  await expect(viewer.bundle).toContainText('COVID-19, mRNA, 30 mcg (Pfizer-BioNTech) [CVX 208]')
  await page.waitForLoadState('networkidle')
  expect(asked).toEqual([])
})

test('without dictionaries the codes stay, which is said once and can be repeated', async ({
  page,
  viewer,
}) => {
  await viewer.configure({ trustedDirectories: [] })
  await page.route('**/terminology/**', (route) => route.abort('internetdisconnected'))
  await viewer.start()
  await viewer.read(JSON.stringify(RECORD))
  await viewer.expectReady()
  await expect(viewer.bundle).toContainText('v2-0487 BLDV')
  const notice = page.locator('[data-codes="failed"]')
  await expect(notice).toHaveCount(1)
  await page.unroute('**/terminology/**')
  await notice.getByRole('button').click()
  await expect(viewer.bundle.locator('[data-words="hl7-terminology"]').first()).toBeVisible()
  await expect(notice).toHaveCount(0)
})
