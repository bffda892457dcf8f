import { HOST, manifestOf, newLink, patientBundle } from './support/links'
import { expect, test } from './support/viewer'

test('a link in the address opens, and is gone from the address bar and the history at once', async ({
  page,
  viewer,
}) => {
  const { link, encrypt } = newLink({ label: 'From my clinic' })
  const jwe = await encrypt(patientBundle())
  const server = await viewer.serve(HOST, () => ({ body: manifestOf(jwe) }))
  await viewer.start(`./index.html#${link}`)
  await viewer.expectReady()
  await expect(viewer.bundle).toHaveAttribute('data-bundle-status', 'unsigned')
  await expect(viewer.data).toContainText('From my clinic')
  await expect(viewer.data).toContainText('links.example.org')
  await expect(viewer.data).toContainText('0 mg/dL')
  expect(page.url()).not.toContain('shlink')
  expect(server.requests).toHaveLength(1)
  expect(server.requests[0]).toMatchObject({
    method: 'POST',
    body: { recipient: expect.stringMatching(/\S/) },
  })
  await page.goBack()
  expect(page.url()).not.toContain('shlink')
  await page.goForward()
  expect(page.url()).not.toContain('shlink')
})

test('shlink.html and an upper-case scheme open the same way', async ({ page, viewer }) => {
  const { link, encrypt } = newLink()
  const jwe = await encrypt(patientBundle())
  await viewer.serve(HOST, () => ({ body: manifestOf(jwe) }))
  await viewer.start(`./shlink.html#${link.replace('shlink:', 'SHLINK:')}`)
  await viewer.expectReady()
  expect(page.url()).not.toMatch(/shlink:/i)
})

test('a second link in the same tab replaces the first', async ({ page, viewer }) => {
  const first = newLink()
  const second = newLink()
  const answers = [await first.encrypt(patientBundle('First')), await second.encrypt(patientBundle('Second'))]
  await viewer.serve(HOST, (_, number) => ({ body: manifestOf(answers[number - 1] ?? '') }))
  await viewer.start(`./#${first.link}`)
  await expect(viewer.data).toContainText('First')
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, second.link)
  await expect(viewer.data).toContainText('Second')
  await expect(viewer.data).not.toContainText('First')
  expect(page.url()).not.toContain('shlink')
})

test('the same wrong passcode twice asks the server twice, says what is left, and never hangs', async ({
  viewer,
}) => {
  const { link, encrypt } = newLink({ flag: 'P' })
  const jwe = await encrypt(patientBundle())
  const server = await viewer.serve(HOST, ({ body }, number) =>
    body['passcode'] === '1234'
      ? { body: manifestOf(jwe) }
      : { status: 401, body: { remainingAttempts: 5 - number } },
  )
  await viewer.start()
  await viewer.read(link)
  await viewer.expectError('PASSCODE_REQUIRED')
  expect(server.requests).toHaveLength(0)
  for (const left of [4, 3]) {
    await expect(viewer.passcode).toBeFocused()
    await viewer.passcode.fill('9999')
    await viewer.passcode.press('Enter')
    await viewer.expectError('PASSCODE_INCORRECT')
    await expect(viewer.data).toContainText(String(left))
    await expect(viewer.passcode).toHaveValue('')
  }
  await expect.poll(() => server.requests.map(({ body }) => body['passcode'])).toEqual(['9999', '9999'])
  await viewer.passcode.fill('1234')
  await viewer.passcode.press('Enter')
  await viewer.expectReady()
  expect(server.requests).toHaveLength(3)
})

test('with no tries left there is no box to type into', async ({ viewer }) => {
  const { link } = newLink({ flag: 'P' })
  await viewer.serve(HOST, () => ({ status: 401, body: { remainingAttempts: 0 } }))
  await viewer.start()
  await viewer.read(link)
  await viewer.passcode.fill('1')
  await viewer.passcode.press('Enter')
  await viewer.expectError('PASSCODE_LOCKED')
  await expect(viewer.passcode).toHaveCount(0)
})

test('another language, and another screen and back, repeat no request', async ({ page, viewer }) => {
  const { link, encrypt } = newLink()
  const jwe = await encrypt(patientBundle())
  const server = await viewer.serve(HOST, () => ({ body: manifestOf(jwe) }))
  await viewer.start()
  await viewer.read(link)
  await viewer.expectReady()
  await page.getByRole('combobox', { name: 'Language' }).selectOption('es')
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  await expect(viewer.data).toContainText('Datos de salud')
  await page.locator('[data-tab="scan"]').click()
  await page.locator('[data-tab="data"]').click()
  await viewer.expectReady()
  expect(server.requests).toHaveLength(1)
})

test('a link past its date asks nobody until the reader says so', async ({ page, viewer }) => {
  const { link, encrypt } = newLink({ exp: 1_600_000_000 })
  const jwe = await encrypt(patientBundle())
  const server = await viewer.serve(HOST, () => ({ body: manifestOf(jwe) }))
  await viewer.start()
  await viewer.read(link)
  await viewer.expectError('LINK_EXPIRED')
  expect(server.requests).toHaveLength(0)
  await page.getByRole('button', { name: 'Try anyway' }).click()
  await viewer.expectReady()
  expect(server.requests).toHaveLength(1)
})

test('a later scan wins, and the late answer of the first is dropped', async ({ viewer }) => {
  const slow = newLink()
  await viewer.serve(HOST, () => 'hang')
  await viewer.start()
  await viewer.read(slow.link)
  await expect(viewer.data).toHaveAttribute('data-shx-phase', 'opening')
  await viewer.read(JSON.stringify(patientBundle('Later')))
  await viewer.expectReady()
  await expect(viewer.data).toContainText('Later')
})

test('an opening that takes long can be cancelled', async ({ page, viewer }) => {
  await viewer.serve(HOST, () => 'hang')
  await viewer.start()
  await viewer.read(newLink().link)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(viewer.box).toBeFocused()
  await page.locator('[data-tab="data"]').click()
  await expect(viewer.data).toHaveAttribute('data-shx-phase', 'empty')
})

test('closing forgets: the record, the passcode and the text are gone', async ({ page, viewer }) => {
  await viewer.start()
  await viewer.read(JSON.stringify(patientBundle('Forgotten')))
  await viewer.expectReady()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(page.locator('body')).not.toContainText('Forgotten')
  await expect(viewer.box).toHaveValue('')
})

test('one broken file does not keep the others from being shown', async ({ viewer }) => {
  const { link, encrypt } = newLink()
  const good = await encrypt(patientBundle('Good'))
  const wrongKey = await newLink().encrypt(patientBundle('Bad'))
  await viewer.serve(HOST, () => ({ body: manifestOf(wrongKey, good) }))
  await viewer.start()
  await viewer.read(link)
  await viewer.expectReady()
  await expect(viewer.data).toContainText('Good')
  await expect(viewer.data).toContainText('FILE_DECRYPT_FAILED')
})

test('several records are chosen one at a time', async ({ page, viewer }) => {
  const { link, encrypt } = newLink()
  const files = [await encrypt(patientBundle('Alpha')), await encrypt(patientBundle('Beta'))]
  await viewer.serve(HOST, () => ({ body: manifestOf(...files) }))
  await viewer.start()
  await viewer.read(link)
  await expect(viewer.bundle).toContainText('Alpha')
  await page.locator('[data-shx-chooser]').selectOption('1')
  await expect(viewer.bundle).toContainText('Beta')
  await expect(viewer.bundle).not.toContainText('Alpha')
})

const REFUSALS = [
  { name: 'gone', answer: { status: 404, body: '' }, code: 'LINK_INACTIVE' },
  {
    name: 'a web page instead of a manifest',
    answer: { body: '<html>Wi-Fi</html>' },
    code: 'MANIFEST_NOT_JSON',
  },
  { name: 'nothing shared', answer: { body: { files: [] } }, code: 'MANIFEST_EMPTY' },
  { name: 'a server error', answer: { status: 503, body: '' }, code: 'SERVER_ERROR' },
  { name: 'a refusal', answer: { status: 400, body: '' }, code: 'SERVER_REFUSED' },
  { name: 'no answer', answer: 'refuse', code: 'NETWORK_OR_CORS' },
  {
    name: 'too many requests',
    answer: { status: 429, body: '', headers: { 'retry-after': '2' } },
    code: 'RATE_LIMITED',
  },
] as const

for (const { name, answer, code } of REFUSALS) {
  test(`${name}: ${code}, in a sentence, with a way on`, async ({ page, viewer }) => {
    await viewer.serve(HOST, () => answer)
    await viewer.start()
    await viewer.read(newLink().link)
    await viewer.expectError(code)
    await expect(page.getByRole('alert')).toContainText(`Code: ${code}`)
    await expect(page.getByRole('button', { name: 'Open another' })).toBeVisible()
  })
}

test('after "too many requests" the reader may ask again only when the time is up', async ({
  page,
  viewer,
}) => {
  await page.clock.install()
  const { link, encrypt } = newLink()
  const jwe = await encrypt(patientBundle())
  await viewer.serve(HOST, (_, number) =>
    number === 1 ? { status: 429, body: '', headers: { 'retry-after': '40' } } : { body: manifestOf(jwe) },
  )
  await viewer.start()
  await viewer.read(link)
  await viewer.expectError('RATE_LIMITED')
  const again = page.getByRole('button', { name: 'Try again' })
  await expect(again).toBeDisabled()
  await page.clock.fastForward(41_000)
  await expect(again).toBeEnabled()
  await again.click()
  await viewer.expectReady()
})

test('a link to an insecure or private address is refused without a request', async ({ viewer, watch }) => {
  await viewer.start()
  const urls = [
    'http://links.example.org/m',
    'https://10.0.0.1/m',
    'https://user:pw@links.example.org/m',
    'javascript:alert(1)',
  ]
  for (const url of urls) {
    await viewer.read(newLink({ url }).link)
    await viewer.expectError('SHL_URL_INSECURE')
  }
  expect([...watch.hosts].filter((host) => !host.startsWith('localhost'))).toEqual([])
})

test('where a part of the viewer cannot be loaded, it says so, asks nobody, and tries again', async ({
  page,
  viewer,
}) => {
  const { link, encrypt } = newLink()
  const jwe = await encrypt(patientBundle())
  const server = await viewer.serve(HOST, () => ({ body: manifestOf(jwe) }))
  const part = /\/opening-[\w-]+\.js/
  await page.route(part, (route) => route.abort('internetdisconnected'))
  await viewer.start(`./#${link}`)
  await viewer.expectError('VIEWER_INCOMPLETE')
  expect(server.requests).toHaveLength(0)
  await page.unroute(part)
  await viewer.data.getByRole('button', { name: 'Try again' }).click()
  await viewer.expectReady()
  expect(server.requests).toHaveLength(1)
})
