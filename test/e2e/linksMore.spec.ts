import { encryptFile } from '../../scripts/samples/encryptFile'
import { pictureFile } from '../../scripts/sampleHost/contents'
import { HOST, manifestOf, newLink, patientBundle } from './support/links'
import { expect, test, type Viewer } from './support/viewer'

const result = (id: number, value: number, text = `Test ${id}`) => ({
  fullUrl: `urn:uuid:00000000-0000-4000-8000-00000000000${id}`,
  resource: {
    resourceType: 'Observation',
    status: 'final',
    code: { text },
    valueQuantity: { value, unit: 'mg/dL' },
  },
})
const results = (...entry: readonly object[]) => ({ resourceType: 'Bundle', type: 'collection', entry })

test('L-08: a label of more than 80 characters is cut, and whole on demand', async ({ page, viewer }) => {
  const label = `${'Summary '.repeat(12)}END`
  const { link, encrypt } = newLink({ label })
  const jwe = await encrypt(patientBundle())
  await viewer.serve(HOST, () => ({ body: manifestOf(jwe) }))
  await viewer.start()
  await viewer.read(link)
  await viewer.expectReady()
  await expect(viewer.data).not.toContainText('END')
  await page.getByText('The whole name').click()
  await expect(viewer.data).toContainText('END')
})

test('L-03: a deployment asks before the first request, and the reader may be called something else', async ({
  page,
  viewer,
}) => {
  await viewer.configure({ trustedDirectories: [], askBeforeOpening: 'always', recipient: 'Harbor Clinic' })
  const { link, encrypt } = newLink({ label: 'For the dentist' })
  const jwe = await encrypt(patientBundle())
  const server = await viewer.serve(HOST, () => ({ body: manifestOf(jwe) }))
  await viewer.start()
  await viewer.read(link)
  await viewer.expectError('CONFIRM_LINK')
  for (const words of ['links.example.org', 'For the dentist', 'Harbor Clinic']) {
    await expect(viewer.data).toContainText(words)
  }
  expect(server.requests).toHaveLength(0)
  await page.getByRole('button', { name: 'Change' }).click()
  await page.locator('[data-shx-input="recipient"]').fill('Dr. Osei, Harbor Clinic')
  await page.getByRole('button', { name: 'Use this name' }).click()
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await viewer.expectReady()
  await expect(viewer.data).toContainText('Sent to the server as: Dr. Osei, Harbor Clinic')
  expect(server.requests.map(({ body }) => body['recipient'])).toEqual(['Dr. Osei, Harbor Clinic'])
  // Remembered on this device, for the next link.
  await viewer.read(link)
  await viewer.expectError('CONFIRM_LINK')
  await expect(viewer.data).toContainText('Dr. Osei, Harbor Clinic')
})

test('L-03: known hosts are not asked about', async ({ viewer }) => {
  await viewer.configure({
    trustedDirectories: [],
    askBeforeOpening: 'unknown-hosts',
    knownHosts: ['links.example.org'],
  })
  const known = newLink()
  const jwe = await known.encrypt(patientBundle())
  await viewer.serve(HOST, () => ({ body: manifestOf(jwe) }))
  await viewer.start()
  await viewer.read(known.link)
  await viewer.expectReady()
  await viewer.read(newLink({ url: 'https://elsewhere.example.org/m' }).link)
  await viewer.expectError('CONFIRM_LINK')
})

test('L-21: the passcode form says as whom, and sends what was changed', async ({ page, viewer }) => {
  await viewer.configure({ trustedDirectories: [], recipient: 'Harbor Clinic' })
  const { link, encrypt } = newLink({ flag: 'P' })
  const jwe = await encrypt(patientBundle())
  const server = await viewer.serve(HOST, () => ({ body: manifestOf(jwe) }))
  await viewer.start()
  await viewer.read(link)
  await viewer.expectError('PASSCODE_REQUIRED')
  await expect(viewer.data).toContainText('Harbor Clinic')
  await page.getByRole('button', { name: 'Change' }).click()
  await page.locator('[data-shx-input="recipient"]').fill('Ward 3')
  await page.getByRole('button', { name: 'Use this name' }).click()
  await viewer.passcode.fill('1234')
  await viewer.passcode.press('Enter')
  await viewer.expectReady()
  expect(server.requests[0]?.body).toMatchObject({ recipient: 'Ward 3', passcode: '1234' })
})

/** A long-term link whose content the test changes, and its server. */
async function longTerm(viewer: Viewer, answers: readonly object[], status: () => number = () => 200) {
  const { link, encrypt } = newLink({ flag: 'L' })
  const files = await Promise.all(answers.map((answer) => encrypt(answer)))
  const server = await viewer.serve(HOST, (_, number) =>
    status() === 200
      ? { body: manifestOf(files[Math.min(number, files.length) - 1] ?? '') }
      : { status: status(), body: '' },
  )
  await viewer.start()
  await viewer.read(link)
  await viewer.expectReady()
  return server
}

test('L-52: what is new is listed and marked at its row until it was seen', async ({ page, viewer }) => {
  await longTerm(viewer, [
    results(result(1, 5), result(2, 6), result(4, 9, 'Withdrawn test')),
    results(result(1, 5), result(2, 0), result(3, 7, 'Ferritin')),
  ])
  await page.getByRole('button', { name: 'Check for updates' }).click()
  const changes = page.locator('[data-shx-changes]')
  await expect(changes).toHaveAttribute('data-shx-changes', '3')
  await expect(changes).toContainText('No longer there')
  await expect(changes).toContainText('Withdrawn test')
  await expect(page.locator('[data-changed="changed"]')).toContainText('0 mg/dL')
  const fresh = page.locator('[data-changed="new"]')
  await expect(fresh).toContainText('New')
  await changes.getByRole('button', { name: /Ferritin/ }).click()
  await expect(fresh).toBeFocused()
  await page.getByRole('button', { name: 'I have seen this' }).click()
  await expect(changes).toHaveCount(0)
  await expect(page.locator('[data-changed]')).toHaveCount(0)
  await expect(viewer.data).toContainText('Ferritin')
})

test('L-52: a link that has ended keeps what was there, says so and is not asked again', async ({
  page,
  viewer,
}) => {
  let status = 200
  const server = await longTerm(viewer, [results(result(1, 5))], () => status)
  status = 404
  await page.getByRole('button', { name: 'Check for updates' }).click()
  await expect(viewer.data).toContainText('The link has ended')
  await expect(viewer.data).toContainText('5 mg/dL')
  await expect(viewer.data).toHaveAttribute('data-shx-phase', 'ready')
  await expect(page.locator('[data-shx-action="refresh"]')).toBeDisabled()
  expect(server.requests).toHaveLength(2)
})

test('L-52: asks by itself only when told to, a minute apart', async ({ page, viewer }) => {
  await page.clock.install()
  const server = await longTerm(viewer, [results(result(1, 5)), results(result(1, 5), result(2, 8))])
  // The time stands still between these steps, however long a busy machine takes over one.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 180_000))
  expect(server.requests).toHaveLength(1)
  await page.getByRole('checkbox', { name: /Keep up to date/ }).check()
  await page.clock.fastForward(50_000)
  expect(server.requests).toHaveLength(1)
  await page.clock.fastForward(15_000)
  await expect(viewer.data).toContainText('8 mg/dL')
  expect(server.requests).toHaveLength(2)
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await page.clock.fastForward(180_000)
  expect(server.requests).toHaveLength(2)
})

test('L-45: a download whose ticket stays dead can be asked for anew, beside what is shown', async ({
  page,
  viewer,
}) => {
  const { link, encrypt } = newLink()
  const good = await encrypt(patientBundle('Present'))
  const late = await encrypt(patientBundle('Late'))
  let alive = false
  await viewer.serve(HOST, ({ method, url }) => {
    if (method === 'POST') {
      return { body: { files: [{ embedded: good }, { location: `${HOST}ticket` }] } }
    }
    return url.endsWith('/ticket') && alive ? { body: late } : { status: 403, body: '' }
  })
  await viewer.start()
  await viewer.read(link)
  await viewer.expectReady()
  await expect(viewer.data).toContainText('FILE_LOCATION_EXPIRED')
  await expect(viewer.bundle).toContainText('Present')
  alive = true
  await page.getByRole('button', { name: 'Get a new ticket' }).click()
  await expect(page.locator('[data-shx-chooser] option')).toHaveCount(2)
  await expect(viewer.bundle).toContainText('Present')
  await expect(viewer.data).not.toContainText('FILE_LOCATION_EXPIRED')
})

test('L-47, L-48, L-50: captions, dates and states of files in words', async ({ page, viewer }) => {
  const { link, encrypt } = newLink()
  const [one, two] = [await encrypt(patientBundle('One')), await encrypt(patientBundle('Two'))]
  const contentType = 'application/fhir+json'
  await viewer.serve(HOST, () => ({
    body: {
      files: [
        { contentType, embedded: one, status: 'finalized', lastUpdated: '2026-02-03T10:00:00Z' },
        { contentType, embedded: two, status: 'no-longer-valid', lastUpdated: 'last week' },
      ],
      list: {
        title: 'For the visit',
        entry: [{ item: { display: 'Newest' } }, { item: { display: 'Old one' } }],
      },
    },
  }))
  await viewer.start()
  await viewer.read(link)
  await viewer.expectReady()
  await page.getByText('2 files in this link').click()
  for (const words of ['For the visit', 'Newest', 'final', 'Feb 3, 2026', 'no longer valid', '“last week”']) {
    await expect(viewer.data).toContainText(words)
  }
  await expect(viewer.bundle).not.toContainText('no longer valid')
  await page.locator('[data-shx-chooser]').selectOption('1')
  await expect(viewer.bundle).toContainText('no longer valid')
  await expect(viewer.bundle).toContainText('Two')
})

test('L-41: a picture is drawn and a text shown, never as a page', async ({ page, viewer }) => {
  const key = crypto.getRandomValues(new Uint8Array(32))
  const { link, encrypt } = newLink({}, key)
  const files = await Promise.all([
    encryptFile(pictureFile(), key, { contentType: 'image/png' }),
    encrypt('<b>Dear colleague</b><script>document.title = "run"</script>', { contentType: 'text/html' }),
  ])
  await viewer.serve(HOST, () => ({ body: { files: files.map((embedded) => ({ embedded })) } }))
  await viewer.start()
  await viewer.read(link)
  await viewer.expectReady()
  const dialog = page.locator('[data-shx-document]')
  await page.getByRole('button', { name: 'Open', exact: true }).first().click()
  await expect(dialog.locator('[data-picture="shown"]')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await page.getByRole('button', { name: 'Open', exact: true }).last().click()
  await expect(dialog.locator('[data-sender-text]')).toContainText('Dear colleague')
  await dialog.getByText('The document as it is written').click()
  await expect(dialog).toContainText('<b>Dear colleague</b><script>')
  expect(await page.title()).not.toBe('run')
})

const FHIR = 'https://fhir.example.org/r4'

test('L-53: a live connection asks its server only on the button, and nobody else sees the token', async ({
  page,
  viewer,
}) => {
  const { link, encrypt } = newLink()
  const access = { aud: FHIR, access_token: 'se-cret', token_type: 'bearer', patient: 'p1' }
  const jwe = await encrypt(access, { contentType: 'application/smart-api-access' })
  const links = await viewer.serve(HOST, () => ({ body: manifestOf(jwe) }))
  const tokens: (string | undefined)[] = []
  await page.route(`${FHIR}/**`, async (route) => {
    const request = route.request()
    const headers = {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'authorization, accept',
    }
    if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers })
    tokens.push(request.headers()['authorization'])
    const entry = patientBundle('Live').entry.map(({ resource }) => ({ resource }))
    const searchset = { resourceType: 'Bundle', type: 'searchset', entry }
    return request.url().includes('$everything')
      ? route.fulfill({ headers, json: searchset })
      : route.fulfill({ headers, status: 403, json: {} })
  })
  await viewer.start()
  await viewer.read(link)
  await viewer.expectReady()
  await expect(viewer.data).toContainText('Live connection to fhir.example.org')
  expect(tokens).toEqual([])
  await page.getByRole('button', { name: 'Connect and load' }).click()
  await expect(viewer.bundle).toContainText('Live')
  await expect(viewer.bundle).toHaveAttribute('data-bundle-status', 'unsigned')
  await expect(viewer.bundle).toContainText('fhir.example.org')
  await expect(viewer.data).toContainText('API_ACCESS_FAILED')
  expect(tokens).toEqual(['Bearer se-cret', 'Bearer se-cret'])
  expect(JSON.stringify(links.requests)).not.toContain('se-cret')
  expect(await page.content()).not.toContain('se-cret')
})

const offeredPage = (address: string, more: object = {}) => ({
  resource: {
    resourceType: 'Endpoint',
    status: 'active',
    name: 'My app',
    connectionType: { code: 'shl-interactive-experience' },
    address,
    ...more,
  },
})

test('L-54: a page that the sender offers is a button with its host, and past its time only words', async ({
  page,
  viewer,
}) => {
  await viewer.start()
  await viewer.read(
    JSON.stringify(
      results(
        offeredPage('https://app.example.org/open'),
        offeredPage('https://old.example.org/', { period: { end: '2020-01-01' } }),
        offeredPage('javascript:alert(1)'),
      ),
    ),
  )
  await viewer.expectReady()
  const button = page.getByRole('link', { name: /My app.*app\.example\.org/ })
  await expect(button).toHaveAttribute('href', 'https://app.example.org/open')
  await expect(button).toHaveAttribute('rel', /noopener/)
  await expect(page.locator('[data-endpoint="past"]')).toContainText('no longer offered')
  await expect(page.locator('[data-endpoint]')).toHaveCount(2)
})

const sharedDocument = (code: string) => ({
  resource: {
    resourceType: 'DocumentReference',
    type: { coding: [{ system: 'http://loinc.org', code }] },
    category: [{ coding: [{ code: 'patient-shared' }] }],
    content: [{ attachment: { contentType: 'application/pdf', data: btoa('%PDF-1.7') } }],
  },
})

test('L-81: a record that a patient shared says so of everything, and tells its two PDFs apart', async ({
  page,
  viewer,
}) => {
  await viewer.start()
  const [patient] = patientBundle().entry
  await viewer.read(
    JSON.stringify(results(patient ?? {}, sharedDocument('51855-5'), sharedDocument('60591-5'))),
  )
  await viewer.expectReady()
  const note = page.locator('[data-provenance="patient-shared"]')
  await expect(note).toContainText('Shared by the patient')
  await expect(note.locator('[data-shared-document]')).toHaveCount(2)
  const download = page.waitForEvent('download')
  await page.locator('[data-shared-document="story"]').click()
  expect((await download).suggestedFilename()).toBe('patient-note.pdf')
  await page.getByText('How was this checked?').click()
  await expect(viewer.bundle).toContainText('PatientSharedBundle.timestamp')
})

test('L-28: a sign-in page of the network instead of an answer is told as that', async ({ viewer }) => {
  await viewer.serve(HOST, () => ({ body: '<!DOCTYPE html><title>Guest Wi-Fi</title>' }))
  await viewer.start()
  for (const flag of ['', 'U']) {
    await viewer.read(newLink({ flag }).link)
    await viewer.expectError('MANIFEST_NOT_JSON')
    await expect(viewer.data).toContainText('sign in')
  }
})
