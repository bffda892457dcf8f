import { AxeBuilder } from '@axe-core/playwright'
import { readFileSync } from 'node:fs'
import { expect, test } from './support/viewer'

test.setTimeout(180_000)

const BASE = 'http://hl7.org/fhir/us/insurance-card/StructureDefinition/C4DIC-'
const named = (name: string, value: object) => ({ url: `${BASE}${name}-extension`, ...value })
const colour = (name: string, code: string) =>
  named(`${name}Color`, { valueCodeableConcept: { coding: [{ code }] } })
const picture = (name: string, label: string, valueAttachment: object) =>
  named(name, {
    extension: [
      { url: 'label', valueString: label },
      { url: 'image', valueAttachment },
    ],
  })

/** One blue pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
/** A header of 60,000 by 60,000 pixels, and nothing behind it. */
const BOMB = Buffer.concat([
  Buffer.from(PIXEL, 'base64').subarray(0, 16),
  Buffer.from([0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60, 8, 6, 0, 0, 0]),
]).toString('base64')
const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" onload="window.hacked=1"><image href="https://pictures.example/x"/></svg>',
).toString('base64')

const card = JSON.stringify({
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    {
      fullUrl: 'urn:uuid:2f6a1f0e-0000-4000-8000-000000000001',
      resource: {
        resourceType: 'Coverage',
        status: 'active',
        period: { start: '2026-01-01' },
        payor: [{ display: 'Northern Mutual' }],
        extension: [
          named('ColorPalette', {
            extension: [
              colour('Background', '#102030'),
              colour('Foreground', '#102033'),
              colour('Highlight', 'url(https://pictures.example/colour)'),
            ],
          }),
          picture('Logo', 'Logo', { contentType: 'image/png', data: PIXEL }),
          picture('SupportingImage', 'Front', { contentType: 'image/svg+xml', data: PIXEL }),
          picture('SupportingImage', 'Back', {
            contentType: 'image/png',
            url: 'https://pictures.example/back.png',
          }),
          picture('QRCode', 'Scan me', { contentType: 'image/png', data: SVG }),
          picture('Barcode', 'Number', { contentType: 'image/png', data: BOMB }),
        ],
      },
    },
  ],
})

test('a card shows its own pictures by their bytes, and asks nobody for any other', async ({
  page,
  viewer,
  watch,
}) => {
  await viewer.start()
  await viewer.openFile('card.json', card)
  await viewer.expectReady()
  const shown = page.locator('canvas[data-picture="shown"]')
  await expect(shown).toHaveCount(2)
  expect(
    await shown.evaluateAll((found) => found.map((canvas) => canvas.getAttribute('aria-label'))),
  ).toEqual(['Logo', 'Front'])
  await expect(page.locator('[data-picture-kind="qrCode"]')).toContainText(
    'This picture cannot be shown here.',
  )
  await expect(page.locator('[data-picture-kind="barcode"]')).toContainText(
    'This picture cannot be shown here.',
  )
  await expect(page.locator('[data-picture-kind="image"]').last()).toContainText('kept at pictures.example')

  const head = page.locator('[data-card-colours]')
  await expect(head).toHaveAttribute('data-card-colours', '#102030')
  expect(
    await head.evaluate((element) => {
      const { backgroundColor, color } = getComputedStyle(element)
      return [backgroundColor, color]
    }),
  ).toEqual(['rgb(16, 32, 48)', 'rgb(255, 255, 255)'])
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  expect([...watch.hosts].filter((host) => host !== '')).toEqual([new URL(page.url()).host])
})

test('an insurance card stands in one column on a phone and in two on a desk, and never scrolls sideways', async ({
  page,
  viewer,
}) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await viewer.start()
  await viewer.openFile('insurance-card.json', readFileSync('samples/bundles/insurance-card.json', 'utf8'))
  await viewer.expectReady()
  const [costs, member] = [page.getByText('Primary care visit'), page.getByText('Member ID').first()]
  const isWithin = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
  const top = async (locator: typeof costs) => (await locator.boundingBox())?.y ?? 0
  await expect(costs).toBeVisible()
  await expect.poll(isWithin).toBe(true)
  await expect.poll(async () => (await top(costs)) - (await top(member))).toBeGreaterThan(300)

  await page.setViewportSize({ width: 1280, height: 800 })
  await expect.poll(async () => (await top(costs)) - (await top(member))).toBeLessThan(0)
  await expect.poll(isWithin).toBe(true)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme}`, () => {
    test.use({ colorScheme })
    test('insurance cards and vaccination records pass the accessibility checks', async ({
      page,
      viewer,
    }) => {
      for (const sample of ['insurance-card', 'immunization-history']) {
        await viewer.start()
        await viewer.openFile(`${sample}.json`, readFileSync(`samples/bundles/${sample}.json`, 'utf8'))
        await viewer.expectReady()
        await expect(page.locator('[data-ref]').first()).toBeVisible()
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
          .analyze()
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      }
    })
  })
}
