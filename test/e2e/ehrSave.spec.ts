import type { FrameLocator, Locator } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { insuranceCode } from '../../scripts/ehr/data/cards'
import { expect, test, type Desk } from './support/ehr'

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

async function open(desk: Desk, options: Parameters<Desk['launch']>[1] = {}): Promise<Chart> {
  const chart = new Chart(await desk.launch('hart', options))
  await expect(chart.frame.locator('[data-patient-banner]')).toBeVisible({ timeout: 45_000 })
  return chart
}

/** Documents that came from the viewer, newest last. */
const saved = async ({ ehr }: Desk) =>
  (await ehr.stored('DocumentReference')).filter(({ id }) => String(id).startsWith('saved-'))

interface Content {
  readonly attachment: { readonly data: string; readonly size: number; readonly title: string }
}
function contentOf(document: Awaited<ReturnType<typeof saved>>[number] | undefined): Content {
  const [content] = (document?.['content'] ?? []) as readonly Content[]
  if (!content) throw new Error('no content')
  return content
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
