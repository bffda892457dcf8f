import type { FrameLocator, Locator } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { insuranceCode } from '../../scripts/ehr/data/cards'
import { expect, test, type Desk } from './support/ehr'
import { Scanner } from './support/scanner'

/** The viewer in a chart, as the person at the desk uses it. */
class Chart {
  readonly frame: FrameLocator
  constructor(frame: FrameLocator) {
    this.frame = frame
  }
  /** Scans a code. */
  async read(text: string): Promise<void> {
    await this.frame.locator('[data-tab="scan"]').click()
    await this.frame.locator('[data-shx-input="text"]').fill(text)
    await this.frame.locator('[data-shx-input="text"]').press('Enter')
    await expect(this.frame.locator('[data-bundle-status]')).toBeVisible({ timeout: 45_000 })
  }
  get dialog(): Locator {
    return this.frame.locator('[data-save-dialog]')
  }
  get outcome(): Locator {
    return this.frame.locator('[data-save-outcome]')
  }
  async ask(): Promise<void> {
    await this.frame.locator('[data-save-to-record]').click()
    await expect(this.frame.locator('[data-save-dialog="asking"]')).toBeVisible()
  }
  async confirm(): Promise<void> {
    await this.frame.locator('[data-save-confirm]').click()
  }
  async expectOutcome(kind: string): Promise<void> {
    await expect(this.outcome).toHaveAttribute('data-save-outcome', kind, { timeout: 45_000 })
  }
  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Close' }).click()
    await expect(this.dialog).toHaveCount(0)
  }
}

/** An insurance card of the patient of the chart `hart`. */
const OWN = insuranceCode
/** A card of the other patient. */
const OTHERS = readFileSync('public/samples/health-card.txt', 'utf8').trim()

/** The same patient, by nobody's signature. */
const UNSIGNED = {
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    {
      fullUrl: 'urn:uuid:5f8c6d0e-3a0f-4a5e-9d5b-0f2f7c1f2a11',
      resource: {
        resourceType: 'Patient',
        name: [{ family: 'Hart', given: ['Noah', 'James'] }],
        birthDate: '1987-11-02',
      },
    },
    {
      fullUrl: 'urn:uuid:0a4f0c7e-5b1c-4e56-8b39-6a3f9a1d7c22',
      resource: {
        resourceType: 'AllergyIntolerance',
        code: { text: 'Hazelnut' },
        patient: { reference: 'urn:uuid:5f8c6d0e-3a0f-4a5e-9d5b-0f2f7c1f2a11' },
      },
    },
  ],
}

/** The signed text behind a QR code. Source: SMART Health Cards, "Encoding Chunks as QR Codes". */
const jwsOf = (code: string): string =>
  (code.replace(/^shc:\//, '').match(/\d\d/g) ?? [])
    .map((pair) => String.fromCodePoint(Number(pair) + 45))
    .join('')

async function open(desk: Desk, options: Parameters<Desk['launch']>[1] = {}): Promise<Chart> {
  const chart = new Chart(await desk.launch('hart', options))
  await expect(chart.frame.locator('[data-patient-banner]')).toBeVisible({ timeout: 45_000 })
  return chart
}

/** Documents that came from the viewer, newest last. */
const saved = async ({ ehr }: Desk) =>
  (await ehr.stored('DocumentReference')).filter(({ id }) => String(id).startsWith('saved-'))

interface Content {
  readonly attachment: {
    readonly contentType: string
    readonly data: string
    readonly size: number
    readonly title: string
  }
}
function contentOf(document: Awaited<ReturnType<typeof saved>>[number] | undefined): Content {
  const [content] = (document?.['content'] ?? []) as readonly Content[]
  if (!content) throw new Error('no content')
  return content
}

/** What the EHR has of a document, and that it is what it says to be. */
function bytesOf(document: Parameters<typeof contentOf>[0], contentType: string): Buffer {
  const { attachment } = contentOf(document)
  const bytes = Buffer.from(attachment.data, 'base64')
  expect(attachment.contentType).toBe(contentType)
  expect(attachment.size).toBe(bytes.length)
  return bytes
}

const posts = (desk: Desk) => desk.asked('POST /fhir/DocumentReference')

test('the patient of the chart is in sight on every screen, and on paper', async ({ desk }) => {
  const { frame } = await open(desk)
  const banner = frame.locator('[data-patient-banner]')
  await expect(banner).toHaveAttribute('data-patient-banner', 'full')
  for (const tab of ['start', 'scan', 'data', 'about']) {
    // One screen after the other.
    await frame.locator(`[data-tab="${tab}"]`).click()
    await expect(banner).toContainText('Noah James Hart')
    await expect(banner).toContainText('LP-204117')
  }
  await frame.locator('footer').first().scrollIntoViewIfNeeded()
  await expect(banner).toBeInViewport()
  await desk.page.emulateMedia({ media: 'print' })
  await expect(banner).toBeVisible()
})

test('where the EHR shows its patient itself, the banner is smaller and still there', async ({ desk }) => {
  const { frame } = await open(desk, { quirks: ['shows-patient'] })
  await expect(frame.locator('[data-patient-banner="compact"]')).toContainText('Noah James Hart')
})

test('each of two charts in one window has its own patient', async ({ desk }) => {
  const both = await desk.launchBoth()
  await expect(both.hart.locator('[data-patient-banner]')).toContainText('Hart', { timeout: 45_000 })
  await expect(both.castellanos.locator('[data-patient-banner]')).toContainText('Castellanos', {
    timeout: 45_000,
  })
  const other = new Chart(both.castellanos)
  await other.read(OTHERS)
  await expect(other.frame.locator('[data-patient-match="match"]')).toBeVisible()
  const own = new Chart(both.hart)
  await own.read(OTHERS)
  await expect(own.frame.locator('[data-patient-match="mismatch"]')).toBeVisible()
})

test('a record that fits is saved as one PDF with what it is worth, and a second click saves nothing', async ({
  desk,
}) => {
  const chart = await open(desk)
  await chart.read(await OWN())
  await expect(chart.frame.locator('[data-patient-match="match"]')).toBeVisible()
  await chart.ask()
  await chart.confirm()
  await chart.expectOutcome('saved')
  const [document, ...others] = await saved(desk)
  expect(others).toEqual([])
  expect(document).toMatchObject({
    status: 'current',
    docStatus: 'final',
    type: { coding: [{ code: '64290-0' }] },
    subject: { reference: 'Patient/hart' },
    author: [{ reference: 'Practitioner/krueger' }],
    content: [{ attachment: { contentType: 'application/pdf' } }],
    context: { encounter: [{ reference: 'Encounter/hart-visit' }] },
  })
  expect(document?.['description']).toContain('TEST DATA')
  const { attachment } = contentOf(document)
  const pdf = Buffer.from(attachment.data, 'base64')
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(attachment.size).toBe(pdf.length)
  expect(attachment.title).not.toMatch(/hart|cedar/i)
  await chart.close()
  await chart.ask()
  await chart.confirm()
  await chart.expectOutcome('already-saved')
  expect(posts(desk)).toHaveLength(1)
})

test.describe('a record that is in the chart since another launch', () => {
  for (const quirks of [[], ['epic-like'], ['no-identifier-search'], ['oracle']] as const) {
    test(`is found there first (${quirks.join() || 'by identifier'})`, async ({ desk }) => {
      const code = await OWN()
      for (const expected of ['saved', 'already-saved']) {
        // One launch after the other.
        const chart = await open(desk, { quirks })
        await chart.read(code)
        await chart.ask()
        await chart.confirm()
        await chart.expectOutcome(expected)
      }
      expect(posts(desk)).toHaveLength(1)
    })
  }
})

test('another patient raises an alarm, and is saved only after a deliberate yes', async ({ desk }) => {
  const chart = await open(desk)
  await chart.read(OTHERS)
  const alarm = chart.frame.locator('[data-patient-match="mismatch"]').first()
  await expect(alarm.getByRole('alert')).toContainText('Rosa Imelda Castellanos')
  await expect(alarm.getByRole('alert')).toContainText('Noah James Hart')
  await chart.ask()
  await expect(chart.frame.locator('[data-save-confirm]')).toBeDisabled()
  await expect(chart.dialog.locator('[data-patient-match="mismatch"]')).toBeVisible()
  expect(posts(desk)).toEqual([])
  await chart.frame.locator('[data-save-confirmed]').check()
  await chart.confirm()
  await chart.expectOutcome('saved')
  const [document] = await saved(desk)
  expect(document?.['description']).toContain('names another patient')
})

test('a chart that has changed hands is not written to', async ({ desk }) => {
  const chart = await open(desk)
  await chart.read(await OWN())
  await chart.ask()
  desk.ehr.quirks.add('other-patient')
  await chart.confirm()
  await expect(chart.frame.locator('[data-save-blocked="other-patient"]')).toBeVisible()
  await chart.close()
  await chart.frame.locator('[data-save-to-record]').click()
  await expect(chart.frame.locator('[data-save-blocked="other-patient"]')).toBeVisible()
  expect(posts(desk)).toEqual([])
})

test('a patient that can no longer be read is not written to', async ({ desk }) => {
  const chart = await open(desk)
  await chart.read(await OWN())
  await chart.ask()
  desk.ehr.quirks.add('patient-unreadable')
  await chart.confirm()
  await expect(chart.frame.locator('[data-save-blocked]')).toBeVisible()
  expect(posts(desk)).toEqual([])
})

test('a refusal is told in the words of the EHR', async ({ desk }) => {
  const chart = await open(desk, { quirks: ['create-refused'] })
  await chart.read(await OWN())
  await chart.ask()
  await chart.confirm()
  await chart.expectOutcome('refused')
  await expect(chart.outcome.locator('q')).toHaveText(
    'Documents of this kind are not accepted from this application.',
  )
  expect(await saved(desk)).toEqual([])
})

test('no answer is "it may have been saved"; trying again finds it and saves nothing', async ({ desk }) => {
  const chart = await open(desk, { quirks: ['create-hangs'] })
  await chart.read(await OWN())
  await chart.ask()
  await chart.confirm()
  await expect.poll(() => posts(desk).length, { timeout: 45_000 }).toBe(1)
  await desk.page.keyboard.press('Escape')
  await desk.page.keyboard.press('Escape')
  await expect(chart.dialog).toBeVisible()
  await chart.dialog.getByRole('button', { name: 'Stop waiting' }).click()
  await chart.expectOutcome('unknown')
  await chart.frame.locator('[data-save-again]').click()
  await chart.expectOutcome('already-saved')
  expect(posts(desk)).toHaveLength(1)
  expect(await saved(desk)).toHaveLength(1)
})

test('a place that the EHR names is not visited, and saved is saved', async ({ desk }) => {
  const chart = await open(desk, { quirks: ['foreign-location'] })
  await chart.read(await OWN())
  await chart.ask()
  await chart.confirm()
  await chart.expectOutcome('saved')
})

test('the rules of Oracle Health are kept', async ({ desk }) => {
  const chart = await open(desk, { quirks: ['oracle', 'hidden-location'] })
  await chart.read(await OWN())
  await chart.ask()
  await chart.confirm()
  await chart.expectOutcome('saved')
  expect(await saved(desk)).toHaveLength(1)
})

test('without leave to write the button says so, and nothing is tried', async ({ desk }) => {
  const chart = await open(desk, { quirks: ['no-scopes-for-write'] })
  await chart.read(await OWN())
  const button = chart.frame.locator('[data-save-to-record]')
  await expect(button).toBeDisabled()
  await expect(button).toHaveAccessibleDescription(/not allowed/)
})

/** A deployment whose EHR takes more than PDF. `ehrs` as it is made for the simulated EHR, with this on top. */
const taking = (...saveForms: readonly string[]) => ({ saveForms })

test.describe('where the EHR takes a picture', () => {
  test.use({ terms: taking('jpeg') })
  test('the record is saved as a JPEG that a browser can draw', async ({ desk }) => {
    const chart = await open(desk)
    await chart.read(await OWN())
    await chart.ask()
    await expect(chart.dialog).toContainText('as a picture (JPEG)')
    await chart.confirm()
    await chart.expectOutcome('saved')
    const [document, ...others] = await saved(desk)
    expect(others).toEqual([])
    const picture = bytesOf(document, 'image/jpeg')
    expect([...picture.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
    expect([...picture.subarray(-2)]).toEqual([0xff, 0xd9])
    const [width, height] = await desk.page.evaluate(async (data) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.codePointAt(0) ?? 0)
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }))
      return [bitmap.width, bitmap.height] as const
    }, picture.toString('base64'))
    // A page of paper, upright, and sharp enough to be read.
    expect(height).toBeGreaterThanOrEqual(1700)
    expect(height).toBeGreaterThan(width)
  })
})

test.describe('where the EHR takes what was received', () => {
  test.use({ terms: taking('pdf', 'jpeg', 'received') })
  test('a card goes along as its file, signature and all', async ({ desk }) => {
    const code = await OWN()
    const chart = await open(desk)
    await chart.read(code)
    await chart.ask()
    await chart.dialog.getByRole('radio', { name: /JPEG/ }).check()
    await chart.frame.locator('[data-save-received]').check()
    await chart.confirm()
    await expect(chart.outcome).toHaveCount(2, { timeout: 45_000 })
    for (const outcome of await chart.outcome.all())
      await expect(outcome).toHaveAttribute('data-save-outcome', 'saved')
    const documents = await saved(desk)
    expect(documents.map((one) => contentOf(one).attachment.contentType).toSorted()).toEqual([
      'application/smart-health-card',
      'image/jpeg',
    ])
    const card = documents.find((one) => contentOf(one).attachment.contentType.endsWith('card'))
    const file = JSON.parse(bytesOf(card, 'application/smart-health-card').toString('utf8')) as unknown
    expect(file).toEqual({ verifiableCredential: [jwsOf(code)] })
    expect(new Set(documents.map(({ identifier }) => JSON.stringify(identifier))).size).toBe(2)
  })

  test('FHIR data goes along byte for byte', async ({ desk }) => {
    const text = JSON.stringify(UNSIGNED, null, 3)
    const chart = await open(desk)
    await chart.read(text)
    await chart.ask()
    await chart.frame.locator('[data-save-received]').check()
    const confirmed = chart.frame.locator('[data-save-confirmed]')
    if ((await confirmed.count()) > 0) await confirmed.check()
    await chart.confirm()
    await expect(chart.outcome).toHaveCount(2, { timeout: 45_000 })
    const documents = await saved(desk)
    const data = documents.find((one) => contentOf(one).attachment.contentType.endsWith('fhir+json'))
    expect(bytesOf(data, 'application/fhir+json').toString('utf8')).toBe(text)
    const paper = documents.find((one) => one !== data)
    expect(bytesOf(paper, 'application/pdf').subarray(0, 5).toString()).toBe('%PDF-')
  })
})

/** The viewer in a window of its own, with its listener for scanners there, and a record that is being saved. */
async function saving(desk: Desk): Promise<Scanner> {
  const { page, ehr } = desk
  const listening = page.waitForResponse(/scanner-[\w-]+\.js$/, { timeout: 60_000 })
  await page.goto(ehr.launch('hart'))
  await listening
  await expect(page.locator('[data-patient-banner]')).toBeVisible({ timeout: 45_000 })
  await page.locator('[data-tab="scan"]').click()
  await page.locator('[data-shx-input="text"]').fill(await OWN())
  await page.locator('[data-shx-input="text"]').press('Enter')
  await page.locator('[data-save-to-record]').click({ timeout: 45_000 })
  await page.locator('[data-save-confirm]').click({ timeout: 45_000 })
  await expect.poll(() => posts(desk).length, { timeout: 45_000 }).toBe(1)
  return new Scanner(page)
}

test.describe('a scan while something is being saved', () => {
  test('is not opened and that is told; what became of the save is read first', async ({ desk }) => {
    const { page } = desk
    desk.ehr.quirks.add('create-hangs')
    const scanner = await saving(desk)
    const dialog = page.locator('[data-save-dialog="saving"]')
    // A card behind the address is held back like one that is scanned.
    await page.evaluate((code) => {
      window.location.hash = code
    }, OTHERS)
    await expect(dialog.locator('[data-save-held]')).toBeVisible({ timeout: 45_000 })
    await scanner.scan(OTHERS)
    await dialog.getByRole('button', { name: 'Stop waiting' }).click()
    await expect(page.locator('[data-save-dialog="done"] [data-save-outcome="unknown"]')).toBeVisible()
    await expect(page.locator('[data-save-held]')).toBeVisible()
    await expect(page.locator('[data-patient-match]').first()).toHaveAttribute('data-patient-match', 'match')
  })

  test('and one that takes an outcome away leaves it above every screen until it was read', async ({
    desk,
  }) => {
    const { page } = desk
    const scanner = await saving(desk)
    await expect(page.locator('[data-save-outcome="saved"]')).toBeVisible({ timeout: 45_000 })
    await scanner.scan(OTHERS)
    const unread = page.locator('[data-save-unread="done"]')
    await expect(unread.locator('[data-save-outcome="saved"]')).toBeVisible({ timeout: 45_000 })
    await expect(page.locator('[data-save-dialog]')).toHaveCount(0)
    await expect(unread).toContainText('Noah James Hart')
    await page.locator('[data-shx-action="next-patient"]').first().click({ timeout: 45_000 })
    await expect(unread).toBeVisible()
    await unread.locator('[data-save-read]').click()
    await expect(unread).toHaveCount(0)
  })
})

test.describe('a deployment that does not save', () => {
  test.use({ deployment: { features: { saveToRecord: false } } })
  test('has no button, and asks for no leave', async ({ desk }) => {
    const chart = await open(desk)
    await chart.read(await OWN())
    await expect(chart.frame.locator('[data-save-menu]')).toBeVisible()
    await expect(chart.frame.locator('[data-patient-match="match"]')).toBeVisible()
    await expect(chart.frame.locator('[data-save-to-record]')).toHaveCount(0)
  })
})
