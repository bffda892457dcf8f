import type { Page } from '@playwright/test'
import { HOSTILE_HTML, HOSTILE_RTF, HOSTILE_SVG, hostileCda, pdfText } from '../support/documents'
import { expect, test } from './support/viewer'

const PATIENT = { resourceType: 'Patient', id: 'p', name: [{ text: 'Ana Prueba' }], birthDate: '1950-01-02' }

const letter = (description: string, ...attachments: readonly unknown[]) => ({
  resourceType: 'DocumentReference',
  status: 'current',
  description,
  date: '2024-03-01',
  author: [{ display: 'Dr Rosa Autora' }],
  content: attachments.map((attachment) => ({ attachment })),
})

const record = (...resources: readonly unknown[]): string =>
  JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [PATIENT, ...resources].map((resource, index) => ({
      fullUrl: `urn:uuid:5f0c2a10-0000-4000-8000-00000000000${index}`,
      resource,
    })),
  })

const sent = (contentType: string, content: string, more = {}) => ({
  contentType,
  data: btoa(content),
  ...more,
})

const dialogOf = (page: Page) => page.locator('[data-shx-document]')
const openDocument = (page: Page, kind: string, position = 0) =>
  page.locator(`[data-open-document="${kind}"]`).nth(position).click()

/** Counts the addresses of blobs that are in use. */
const countBlobs = (page: Page) =>
  page.addInitScript(() => {
    const alive = new Set<string>()
    Object.assign(window, { alive })
    const create = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (blob: Blob) => {
      const address = create(blob)
      alive.add(address)
      return address
    }
  })

test('L-83: whatever a document holds, nothing is fetched, nothing runs, and nothing becomes a page', async ({
  page,
  viewer,
  watch,
}) => {
  await countBlobs(page)
  await viewer.start()
  await viewer.openFile(
    'documents.json',
    record(
      letter('Letter', sent('application/pdf', pdfText(['Discharge letter']))),
      letter('Page', sent('text/html', HOSTILE_HTML)),
      letter('Drawing', sent('image/svg+xml', HOSTILE_SVG)),
      letter('Text', sent('application/rtf', HOSTILE_RTF)),
      letter('Summary', sent('application/hl7-cda+xml', hostileCda())),
      letter('Elsewhere', { contentType: 'application/pdf', url: 'https://files.example.org/letter.pdf' }),
      letter('Trap', { contentType: 'text/html', url: 'data:text/html,<script>window.hacked=true</script>' }),
    ),
  )
  await viewer.expectReady()
  const dialog = dialogOf(page)
  const expected = {
    pdf: '1 page',
    html: '[struck out: not 10 mg]',
    svg: 'onload="window.hacked = true"',
    rtf: '[struck out: aspirin]',
    cda: '[removed: warfarin]',
  }
  for (const [kind, words] of Object.entries(expected)) {
    await openDocument(page, kind)
    await expect(dialog).toContainText(words)
    expect(
      await dialog.locator('iframe,object,embed,script,style,form,svg image,img,a:not([rel])').count(),
    ).toBe(0)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
  await openDocument(page, 'html', 1)
  await expect(dialog).toBeVisible()
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  expect(await page.evaluate(() => (window as unknown as { alive: Set<string> }).alive.size)).toBe(0)
  expect([...watch.hosts].filter((host) => host !== '')).toEqual([new URL(page.url()).host])
  expect(page.context().pages()).toHaveLength(1)
})

test('L-83: what is elsewhere is asked for by a deliberate click alone, with its host named', async ({
  page,
  viewer,
  watch,
}) => {
  await viewer.start()
  await viewer.openFile(
    'elsewhere.json',
    record(
      letter(
        'Elsewhere',
        { contentType: 'application/pdf', url: 'https://files.example.org/letter.pdf', size: 312000 },
        { contentType: 'application/pdf', url: 'javascript:alert(1)' },
        { contentType: 'application/pdf', url: 'Binary/missing' },
      ),
    ),
  )
  await viewer.expectReady()
  const row = page.locator('tr', { hasText: 'Elsewhere' })
  await expect(row).toContainText('At files.example.org, not fetched')
  await expect(row).toContainText('Not included in this record: Binary/missing')
  await expect(row.getByRole('link')).toHaveCount(1)
  const link = row.getByRole('link', { name: 'Open at files.example.org' })
  await expect(link).toHaveAttribute('target', '_blank')
  await expect(link).toHaveAttribute('rel', /noopener noreferrer/)
  await link.hover()
  await link.focus()
  expect([...watch.hosts].filter((host) => host !== '')).toEqual([new URL(page.url()).host])
})

test('L-83: the pages of a PDF are drawn with their words, those in sight alone, and are told as text', async ({
  page,
  viewer,
}) => {
  await viewer.start()
  const attachment = sent('application/pdf', pdfText(['Discharge letter', 'Take 5 mg daily'], 40))
  await viewer.openFile('pdf.json', record(letter('Letter', attachment)))
  await viewer.expectReady()
  await openDocument(page, 'pdf')
  const dialog = dialogOf(page)
  await expect(dialog.locator('[data-pdf-pages="40"]')).toBeVisible()
  await expect(dialog.locator('[data-pdf-page=drawn]').first()).toBeVisible({ timeout: 20_000 })
  const dark = await dialog
    .locator('canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const context = canvas.getContext('2d')
      const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
      return Array.from(data).filter((value, index) => index % 4 === 0 && value < 100).length
    })
  expect(dark).toBeGreaterThan(500)
  expect(await dialog.locator('[data-pdf-page=drawn]').count()).toBeLessThan(8)
  await dialog.getByText('Text of page 1', { exact: true }).click()
  await expect(dialog).toContainText('Take 5 mg daily, page 1')
  await dialog.getByRole('button', { name: 'Larger' }).click()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  const download = page.waitForEvent('download')
  await dialog.locator('[data-shx-action=save-document]').click()
  expect((await download).suggestedFilename()).toBe('document.pdf')
})

test('L-83: what does not fit together about a document stands above it, and so does that it was replaced', async ({
  page,
  viewer,
}) => {
  await viewer.start()
  await viewer.openFile(
    'lies.json',
    record(
      {
        ...letter(
          'Letter',
          sent('application/pdf', 'Only text', { size: 0, hash: btoa('x'.repeat(20)), title: 'The letter' }),
        ),
        status: 'entered-in-error',
      },
      letter('Other', sent('text/plain', 'caf\u00E9')),
    ),
  )
  await viewer.expectReady()
  await expect(page.locator('tr', { hasText: 'The letter' })).toContainText('Entered in error')
  await openDocument(page, 'text', 1)
  const dialog = dialogOf(page)
  for (const words of [
    'Entered in error',
    'Declared as application/pdf',
    'text/plain',
    '9 bytes instead of 0 bytes',
    'does not match its check sum',
    'Only text',
    'Dr Rosa Autora',
  ]) {
    await expect(dialog).toContainText(words)
  }
  await dialog.getByRole('button', { name: 'Close' }).click()
  await openDocument(page, 'text', 0)
  await expect(dialog).toContainText('Some of them, such as accented ones, may be wrong')
  await expect(dialog).toContainText('café')
})

test('L-83: a C-CDA shows its header, its sections and what they do not put into words; a file in it opens there', async ({
  page,
  viewer,
}) => {
  await viewer.start()
  const pdf = btoa(pdfText(['Scanned']))
  const wrapped = hostileCda(
    `<nonXMLBody><text mediaType="application/pdf" representation="B64">${pdf}</text></nonXMLBody>`,
  )
  await viewer.openFile(
    'cda.json',
    record(letter('First', sent('text/xml', hostileCda())), letter('Second', sent('text/xml', wrapped))),
  )
  await viewer.expectReady()
  await openDocument(page, 'cda')
  const dialog = dialogOf(page)
  for (const words of [
    'Ana Prueba',
    'Jan 2, 1950',
    'Mar 1, 2024',
    'Medications',
    'Aspirin',
    '2 coded entries',
  ]) {
    await expect(dialog).toContainText(words)
  }
  await expect(dialog).not.toContainText('lollollol')
  await page.keyboard.press('Escape')
  await openDocument(page, 'cda', 1)
  await dialog.getByText('The document as a file of another kind').click()
  await expect(dialog.locator('[data-pdf-page=drawn]').first()).toBeVisible({ timeout: 20_000 })
})

test('a C-CDA about somebody else than the record says so first', async ({ page, viewer }) => {
  await viewer.start()
  const other = hostileCda().replace('Ana Prueba', 'Berta Otra')
  await viewer.openFile('other.json', record(letter('Letter', sent('text/xml', other))))
  await viewer.expectReady()
  await openDocument(page, 'cda')
  await expect(dialogOf(page).getByRole('alert')).toContainText('names somebody else than the record does')
  await expect(dialogOf(page).getByRole('alert')).toContainText('Berta Otra')
})

test('a document that is itself a record opens as one, and on request alone', async ({ page, viewer }) => {
  await viewer.start()
  const inner = JSON.stringify({ resourceType: 'Condition', code: { text: 'Asthma' } })
  await viewer.openFile('inner.json', record(letter('Record', sent('application/fhir+json', inner))))
  await viewer.expectReady()
  await openDocument(page, 'json')
  await page.locator('[data-shx-action=open-record]').click()
  await expect(dialogOf(page)).toHaveCount(0)
  await viewer.expectReady()
  await expect(viewer.bundle).toContainText('Asthma')
  await expect(viewer.bundle).not.toContainText('Ana Prueba')
})

test('a document fills a telephone, and what is closed leaves the reader where it was opened', async ({
  page,
  viewer,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await viewer.start()
  await viewer.openFile('text.json', record(letter('Note', sent('text/plain', 'word '.repeat(2_000)))))
  await viewer.expectReady()
  const button = page.locator('[data-open-document=text]')
  await button.click()
  const dialog = dialogOf(page)
  await expect(dialog.getByRole('heading', { name: 'Note' })).toBeVisible()
  expect((await dialog.boundingBox())?.width).toBe(390)
  expect(await dialog.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
  await dialog.evaluate((element) => element.scrollTo(0, 4_000))
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeInViewport()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(button).toBeFocused()
})
