import { HOST, manifestOf, newLink, patientBundle } from './support/links'
import { Scanner, startListening } from './support/scanner'
import { expect, test } from './support/viewer'

const JSON_TEXT = JSON.stringify(patientBundle())

test('the box has the focus on the start and scan screens', async ({ page, viewer }) => {
  await viewer.start()
  await expect(viewer.box).toBeFocused()
  await page.locator('[data-tab="scan"]').click()
  await expect(viewer.box).toBeFocused()
})

for (const suffix of ['Enter', 'Tab'] as const) {
  // A link: a busy machine holds the 1,800 emulated keys of a card back for longer than any scanner would. How a card is
  // scanned whole, at every speed and with every suffix, is told in test/core/scanner.
  test(`a scanner's burst that ends with ${suffix} opens, whole`, async ({ page, viewer }) => {
    const { link, encrypt } = newLink()
    const jwe = await encrypt(patientBundle('Okonkwo'))
    const server = await viewer.serve(HOST, () => ({ body: manifestOf(jwe) }))
    await startListening(page, viewer)
    await expect(viewer.box).toBeFocused()
    await new Scanner(page).scan(link, { suffix: [suffix] })
    await viewer.expectReady()
    await expect(viewer.data).toContainText('Okonkwo')
    expect(server.requests).toHaveLength(1)
  })
}

test('leading blanks, an upper-case scheme and line breaks do not matter', async ({ page, viewer }) => {
  const card = (await (await page.request.get('samples/health-card.txt')).text()).trim()
  await viewer.start()
  await viewer.read(`  ${card.replace('shc:', 'SHC:').replace(/(\d{60})/g, '$1\n')}\n`)
  await viewer.expectReady()
  await expect(viewer.bundle).toHaveAttribute('data-bundle-codes', /ISSUER_TEST/)
})

test('Enter in half-typed JSON is a new line; whole JSON opens', async ({ viewer }) => {
  await viewer.start()
  await viewer.box.fill('{"resourceType":')
  await viewer.box.press('Enter')
  await expect(viewer.box).toHaveValue('{"resourceType":\n')
  await viewer.box.fill(JSON_TEXT)
  await viewer.box.press('Enter')
  await viewer.expectReady()
})

for (const name of ['record.json', 'card.smart-health-card', 'note.txt']) {
  test(`a file opens from the scan screen: ${name}`, async ({ viewer }) => {
    await viewer.start()
    await viewer.openFile(name, JSON_TEXT)
    await viewer.expectReady()
  })
}

const NOT_CARDS = [
  { name: 'nothing', text: '   ', code: 'INPUT_EMPTY' },
  { name: 'a web address', text: 'https://example.org/menu', code: 'INPUT_NOT_RECOGNISED' },
  { name: 'a European certificate', text: 'HC1:6BFOXN%TS3DH', code: 'INPUT_OTHER_FORMAT' },
  { name: 'a damaged card', text: 'shc:/567', code: 'QR_DIGITS_ODD' },
  { name: 'one part of a card in three', text: 'shc:/1/3/5656', code: 'QR_CHUNK_INCOMPLETE' },
] as const

for (const { name, text, code } of NOT_CARDS) {
  test(`${name}: ${code}, and no request`, async ({ viewer, watch }) => {
    await viewer.start()
    await viewer.read(text)
    await viewer.expectError(code)
    expect([...watch.hosts].filter((host) => !host.startsWith('localhost'))).toEqual([])
  })
}

test('a hand on the keyboard can leave an empty box with Tab', async ({ page, viewer }) => {
  await viewer.start()
  await viewer.box.press('Tab')
  await expect(viewer.box).not.toBeFocused()
  await expect(page.locator('[data-shx-phase]')).toHaveCount(0)
})
