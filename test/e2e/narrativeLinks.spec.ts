import { expect, test } from './support/viewer'

const COMPOSITION = 'urn:uuid:2f6a1f0e-0000-4000-8000-000000000011'
const ALLERGY = 'urn:uuid:2f6a1f0e-0000-4000-8000-000000000012'
const PROBLEM = 'urn:uuid:2f6a1f0e-0000-4000-8000-000000000013'

const filler = Array.from({ length: 60 }, (_, index) => `<p>Line ${index}</p>`).join('')

const document = JSON.stringify({
  resourceType: 'Bundle',
  type: 'document',
  entry: [
    {
      fullUrl: COMPOSITION,
      resource: {
        resourceType: 'Composition',
        title: 'Linked',
        section: [
          {
            title: 'Allergies',
            text: {
              status: 'generated',
              div:
                `<div><div lang="es"><p id="a1">Cacahuete: urticaria</p></div>` +
                `<div lang="en">${filler}<p id="root">Peanut: hives</p></div></div>`,
            },
            entry: [{ reference: ALLERGY }],
          },
          {
            title: 'Problems',
            text: { status: 'generated', div: '<div><p id="other">Asthma</p></div>' },
            entry: [{ reference: PROBLEM }],
          },
        ],
      },
    },
    {
      fullUrl: ALLERGY,
      resource: {
        resourceType: 'AllergyIntolerance',
        code: { text: 'Peanut' },
        extension: [
          {
            url: 'http://hl7.org/fhir/StructureDefinition/NarrativeLink',
            valueUrl: `${COMPOSITION}#root`,
          },
        ],
      },
    },
    {
      fullUrl: PROBLEM,
      resource: {
        resourceType: 'Condition',
        code: { text: 'Asthma' },
        extension: [
          {
            url: 'http://hl7.org/fhir/StructureDefinition/narrativeLink',
            valueUrl: `${COMPOSITION}#nothing`,
          },
        ],
      },
    },
  ],
})

test('a row leads to what its author wrote, by keyboard, and the text leads back', async ({
  page,
  viewer,
}) => {
  await viewer.start()
  await viewer.openFile('linked.json', document)
  await viewer.expectReady()
  const toText = page.getByRole('button', { name: 'Show in the author’s text: Peanut' })
  await expect(page.locator('[data-in-text]')).toHaveCount(1)
  await toText.focus()
  await page.keyboard.press('Enter')
  const place = page.locator('[data-place]').filter({ hasText: 'Peanut: hives' })
  await expect(place).toBeFocused()
  await expect(place).toBeInViewport()
  expect(await page.locator('[data-sender-text] [id]').count()).toBe(0)

  await page.getByRole('button', { name: 'Back to the entry: Peanut' }).click()
  const row = page.locator(`[data-section] [data-ref="${ALLERGY}"]`)
  await expect(row).toBeFocused()
  await expect(row).toBeVisible()
  await expect(page.locator('[data-sender-text]')).toHaveCount(0)
})

test('a text in several languages has tabs, and loses none of them on paper', async ({ page, viewer }) => {
  await viewer.start()
  await viewer.openFile('linked.json', document)
  await viewer.expectReady()
  await page.getByRole('button', { name: 'As the author wrote it' }).click()
  const english = page.getByRole('tab', { name: 'English' })
  await expect(english).toHaveAttribute('aria-selected', 'true')
  const spanish = page.getByText('Cacahuete: urticaria')
  await expect(spanish).toBeHidden()
  await english.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(spanish).toBeVisible()
  await expect(page.getByRole('tabpanel')).toHaveAttribute('lang', 'es')
  await page.emulateMedia({ media: 'print' })
  await expect(spanish).toBeVisible()
  await expect(page.getByText('Peanut: hives')).toBeVisible()
  await expect(page.getByRole('tab')).toHaveCount(0)
})
