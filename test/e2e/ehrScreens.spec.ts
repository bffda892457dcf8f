import type { Page, Route } from '@playwright/test'
import { insuranceCode } from '../../scripts/ehr/data/cards'
import { expectAccessible } from './support/accessible'
import { expect, test, type Desk } from './support/ehr'

test.setTimeout(240_000)

const SLOW = { timeout: 60_000 }
const SCHEMES = ['light', 'dark'] as const

/** The viewer in a window of its own, because a page is what is measured. */
async function open({ page, ehr }: Desk): Promise<void> {
  await page.goto(ehr.launch('hart'))
  await expect(page.locator('[data-patient-banner]')).toBeVisible(SLOW)
}

for (const colorScheme of SCHEMES) {
  test(`in the ${colorScheme}: a search and what it found pass the accessibility checks`, async ({
    desk,
  }) => {
    const { page } = desk
    await page.emulateMedia({ colorScheme })
    await open(desk)
    await page.locator('[data-tab="search"]').click()
    await expect(page.locator('[data-shx-action="search"]')).toBeVisible(SLOW)
    await expectAccessible(page)
    await page.locator('[data-shx-action="search"]').click()
    await expect(page.locator('[data-shx-phase="ready"]')).toBeVisible({ timeout: 120_000 })
    await page.locator('[data-tab="search"]').click()
    await expect(page.locator('[data-record-search="found"]')).toBeVisible(SLOW)
    await expect(page.locator('[data-found]').first()).toBeVisible()
    await expectAccessible(page)
  })

  test(`in the ${colorScheme}: the record inspector with an answer passes the accessibility checks`, async ({
    desk,
  }) => {
    const { page } = desk
    await page.emulateMedia({ colorScheme })
    await open(desk)
    await page.locator('[data-tab="about"]').click()
    const box = page.locator('[data-shx-input="inspector"]')
    for (const [path, answer] of [
      ['Patient/hart', '200'],
      ['DocumentReference?patient=hart&_count=5', '200'],
      ['Patient/castellanos', '403'],
    ] as const) {
      // One answer after the other.
      await box.fill(path)
      await box.press('Enter')
      await expect(page.locator('[data-answer]')).toHaveAttribute('data-answer', answer, SLOW)
      await expectAccessible(page)
    }
    await box.fill('https://elsewhere.example/fhir/Patient/hart')
    await box.press('Enter')
    await expect(page.locator('[data-inspector="refused"]')).toBeVisible(SLOW)
    await expectAccessible(page)
  })

  test(`in the ${colorScheme}: what became of a save that nobody read passes the accessibility checks`, async ({
    desk,
  }) => {
    const { page, ehr } = desk
    await page.emulateMedia({ colorScheme })
    ehr.quirks.add('create-refused')
    await open(desk)
    await page.locator('[data-tab="scan"]').click()
    await page.locator('[data-shx-input="text"]').fill(await insuranceCode())
    await page.locator('[data-shx-input="text"]').press('Enter')
    await page.locator('[data-save-to-record]').click(SLOW)
    await page.locator('[data-save-confirm]').click(SLOW)
    await expect(page.locator('[data-save-dialog] [data-save-outcome="refused"]')).toBeVisible(SLOW)
    await page.evaluate(() => {
      window.location.hash = 'shc:/0'
    })
    await expect(page.locator('[data-save-unread="done"] [data-save-outcome="refused"]')).toBeVisible(SLOW)
    await expectAccessible(page)
  })

  test(`in the ${colorScheme}: every refusal of a launch passes the accessibility checks`, async ({
    desk,
  }) => {
    const { page } = desk
    await page.emulateMedia({ colorScheme })
    for (const [kind, prepare] of REFUSALS) {
      // Each in a page of its own: what one of them does to it stays there.
      const refused = await desk.context.newPage()
      await refused.emulateMedia({ colorScheme })
      await refused.goto(await prepare(desk, refused))
      await expect(refused.locator('[data-launch-failure]')).toHaveAttribute(
        'data-launch-failure',
        kind,
        SLOW,
      )
      await expectAccessible(refused)
      await refused.close()
    }
  })

  test(`in the ${colorScheme}: a launch that ends without a chart passes the accessibility checks`, async ({
    desk,
  }) => {
    const { page, ehr } = desk
    await page.emulateMedia({ colorScheme })
    for (const [quirk, failure] of [
      ['deny', 'denied'],
      ['no-patient', 'no-patient'],
      ['patient-unreadable', 'patient-unreadable'],
    ] as const) {
      ehr.quirks.clear()
      ehr.quirks.add(quirk)
      // One launch after the other.
      await page.goto(ehr.launch('hart'))
      await expect(page.locator('[data-ehr-failure]')).toHaveAttribute('data-ehr-failure', failure, SLOW)
      await expectAccessible(page)
    }
  })
}

/** Prepares a page for a launch that is refused, and answers the address to open. */
type Prepare = (desk: Desk, page: Page) => string | Promise<string>

const launchWith =
  (change: (query: URLSearchParams) => void): Prepare =>
  ({ ehr }) => {
    const address = new URL(ehr.launch('hart'))
    change(address.searchParams)
    return address.href
  }

/** An EHR that says something else of itself. */
const sayingOf =
  (change: (said: Record<string, unknown>) => Record<string, unknown>): Prepare =>
  async ({ ehr }, page) => {
    await page.route('**/.well-known/smart-configuration', async (route: Route) => {
      const response = await route.fetch()
      await route.fulfill({ response, json: change((await response.json()) as Record<string, unknown>) })
    })
    return ehr.launch('hart')
  }

const inPage =
  (script: () => void): Prepare =>
  async ({ ehr }, page) => {
    await page.addInitScript(script)
    return ehr.launch('hart')
  }

/** All but `changed`, which looks like `not-smart` and takes an EHR that contradicts itself within a second. */
const REFUSALS: readonly (readonly [kind: string, prepare: Prepare])[] = [
  ['incomplete', launchWith((query) => query.delete('launch'))],
  ['repeated', launchWith((query) => query.append('iss', 'https://elsewhere.example'))],
  ['forbidden', launchWith((query) => query.set('patientId', 'castellanos'))],
  ['unknown-ehr', launchWith((query) => query.set('iss', 'https://elsewhere.example/fhir'))],
  ['not-smart', sayingOf(() => ({}))],
  [
    'endpoint-elsewhere',
    sayingOf((said) => ({ ...said, authorization_endpoint: 'https://elsewhere.example/authorize' })),
  ],
  [
    'unreachable',
    async ({ ehr }, page) => {
      await page.route('**/.well-known/smart-configuration', (route) => route.abort())
      return ehr.launch('hart')
    },
  ],
  [
    'viewer-incomplete',
    async ({ ehr, viewer }, page) => {
      // The page's own script is called like the part that it loads.
      const own = await (await page.request.get(new URL('launch.html', viewer).href)).text()
      await page.route(/\/assets\/launch-[\w-]+\.js$/, (route, request) =>
        own.includes(new URL(request.url()).pathname.slice(1)) ? route.continue() : route.abort(),
      )
      return ehr.launch('hart')
    },
  ],
  [
    'storage-blocked',
    inPage(() => {
      Object.defineProperty(window, 'sessionStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError')
        },
      })
    }),
  ],
  ['insecure', inPage(() => Object.defineProperty(window, 'isSecureContext', { value: false }))],
]
