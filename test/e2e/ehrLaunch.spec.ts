import type { FrameLocator, Page } from '@playwright/test'
import { expect, test, type Desk } from './support/ehr'

type Place = FrameLocator | Page
const SLOW = { timeout: 45_000 }
const isReady = (place: Place) =>
  expect(place.locator('[data-ehr]')).toHaveAttribute('data-ehr', 'ready', SLOW)
const hasPatient = (place: Place, name: string) =>
  expect(place.locator('[data-patient-banner]')).toContainText(name, SLOW)
const failsWith = (place: Place, failure: string) =>
  expect(place.locator('[data-ehr-failure]')).toHaveAttribute('data-ehr-failure', failure, SLOW)
const isRefused = (place: Place, kind: string) =>
  expect(place.locator('[data-launch-failure]')).toHaveAttribute('data-launch-failure', kind, SLOW)
const tokensGiven = (desk: Desk) => desk.asked('POST /oauth/token').map(({ status }) => status)

/** Opens a sample without the chart, as a reader may whatever became of the launch. */
async function readsACard(place: Place): Promise<void> {
  await place.locator('[data-tab="start"]').click()
  await place.getByRole('button', { name: /^Health card/ }).click()
  await expect(place.locator('[data-bundle-status]')).toBeVisible(SLOW)
}

test.describe('a launch in a frame of another site', () => {
  test('connects to the chart, asks for one token, and keeps no code in the address', async ({ desk }) => {
    const frame = await desk.launch('hart')
    await isReady(frame)
    await hasPatient(frame, 'Hart')
    expect(tokensGiven(desk)).toEqual([200])
    const address = await desk.address('hart')
    expect([...address.searchParams.keys()]).toEqual(['state'])
    expect(address.pathname).toBe('/index.html')
    const asked = desk.audit().filter(({ authorized }) => authorized)
    expect(asked.every(({ address: where }) => where.startsWith('/fhir/'))).toBe(true)
    expect(asked.length).toBeGreaterThan(0)
  })

  test('is still there after a reload, without another token', async ({ desk }) => {
    await isReady(await desk.launch('hart'))
    await desk.reload('hart')
    const frame = desk.page.frameLocator('iframe[name="viewer-hart"]')
    await isReady(frame)
    await hasPatient(frame, 'Hart')
    expect(tokensGiven(desk)).toEqual([200])
  })

  test('never shows the patient of the other chart, whichever frame is loaded again', async ({ desk }) => {
    const { hart, castellanos } = await desk.launchBoth()
    await Promise.all([isReady(hart), isReady(castellanos)])
    await desk.reload('hart')
    await isReady(hart)
    await hasPatient(hart, 'Hart')
    await desk.reload('castellanos')
    await isReady(castellanos)
    await hasPatient(castellanos, 'Castellanos')
    await hasPatient(hart, 'Hart')
  })

  test('asks for a token once, however slowly it comes, and in strict mode', async ({ desk }) => {
    const frame = await desk.launch('hart', { quirks: ['slow-token'] })
    await expect(frame.locator('[data-ehr]')).toHaveAttribute('data-ehr', 'connecting', SLOW)
    await readsACard(frame)
    await isReady(frame)
    await expect(frame.locator('[data-bundle-status]')).toBeVisible()
    expect(tokensGiven(desk)).toEqual([200])
  })

  for (const quirk of [
    'code-with-plus',
    'no-pkce-advertised',
    'v1-only',
    'epic-like',
    'no-id-token',
  ] as const)
    test(`works with an EHR that has the quirk ${quirk}`, async ({ desk }) => {
      await isReady(await desk.launch('hart', { quirks: [quirk] }))
      expect(tokensGiven(desk)).toEqual([200])
    })

  test('renews a token that has ended, and never sends a refresh token twice', async ({ desk }) => {
    const frame = await desk.launch('hart', { quirks: ['expired'] })
    await isReady(frame)
    await desk.reload('hart')
    await isReady(frame)
    expect(new Set(tokensGiven(desk))).toEqual(new Set([200]))
    expect(tokensGiven(desk).length).toBeGreaterThan(1)
  })
})

test.describe('a launch that ends without a chart says why, and the viewer goes on', () => {
  const CASES = [
    ['deny', 'denied'],
    ['auth-error', 'refused-by-ehr'],
    ['no-patient', 'no-patient'],
    ['patient-unreadable', 'patient-unreadable'],
    ['other-patient', 'patient-unreadable'],
  ] as const
  for (const [quirk, failure] of CASES)
    test(`${quirk}: ${failure}`, async ({ desk }) => {
      const frame = await desk.launch('hart', { quirks: [quirk] })
      await failsWith(frame, failure)
      await expect(frame.locator('[data-patient-banner]')).toHaveCount(0)
      await expect(frame.locator('body')).not.toContainText('Sign-in failed')
      await readsACard(frame)
      await failsWith(frame, failure)
    })

  test('what may still succeed is tried again on a button', async ({ desk }) => {
    const frame = await desk.launch('hart', { quirks: ['patient-unreadable'] })
    await failsWith(frame, 'patient-unreadable')
    desk.ehr.quirks.clear()
    await frame.getByRole('button', { name: 'Try again' }).click()
    await isReady(frame)
    expect(tokensGiven(desk)).toEqual([200])
  })

  test('an EHR that cannot say where to sign in is asked again on a button, with the same launch', async ({
    desk,
  }) => {
    const frame = await desk.launch('hart', { quirks: ['discovery-fails'] })
    await isRefused(frame, 'unreachable')
    expect(desk.asked('GET /oauth/authorize')).toEqual([])
    desk.ehr.quirks.clear()
    await frame.getByRole('button', { name: 'Try again' }).click()
    await isReady(frame)
  })

  test('a session that is over says so after a reload', async ({ desk }) => {
    await isReady(await desk.launch('hart'))
    desk.ehr.endSessions()
    await desk.reload('hart')
    await failsWith(desk.page.frameLocator('iframe[name="viewer-hart"]'), 'session-expired')
  })

  test('a session that ends in use is told, and chart and record stay in sight', async ({ desk }) => {
    const frame = await desk.launch('hart', { quirks: ['no-refresh'] })
    await isReady(frame)
    await readsACard(frame)
    desk.ehr.endSessions()
    await frame.locator('[data-tab="search"]').click()
    // Of the screen, which may still be on its way; the tab is called the same.
    await frame
      .locator('main')
      .getByRole('button', { name: /^search/i })
      .click()
    await failsWith(frame, 'session-expired')
    await expect(frame.locator('[data-ehr]')).toHaveAttribute('data-ehr', 'expired')
    await hasPatient(frame, 'Hart')
    await frame.locator('[data-tab="data"]').click()
    await expect(frame.locator('[data-bundle-status]')).toBeVisible()
  })
})

test.describe('in windows', () => {
  test('a named window that keeps its opener is not closed, and connects', async ({ desk }) => {
    const window = await desk.launchInWindow('castellanos')
    await isReady(window)
    await hasPatient(window, 'Castellanos')
    expect(window.isClosed()).toBe(false)
  })

  test('another tab with the same address has no chart', async ({ desk }) => {
    await isReady(await desk.launch('hart'))
    const other = await desk.context.newPage()
    await other.goto((await desk.address('hart')).href)
    await failsWith(other, 'session-lost')
    await readsACard(other)
  })

  test('what a launch keeps is below its own key, and the stand-alone viewer loads and keeps nothing', async ({
    desk,
  }) => {
    const scripts: string[] = []
    const page = await desk.context.newPage()
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(response.url())
    })
    // One after the other: dozens at once are more than a busy machine takes in.
    const fhirclientIn = async () => {
      for (const url of new Set(scripts)) {
        const text = await (await page.request.get(url)).text()
        if (text.includes('StructureDefinition/oauth-uris')) return true
      }
      return false
    }
    await page.goto(desk.viewer)
    await readsACard(page)
    expect(scripts.length).toBeGreaterThan(3)
    expect(await fhirclientIn()).toBe(false)
    expect(await page.evaluate(() => [document.querySelector('[data-ehr]'), sessionStorage.length])).toEqual([
      null,
      0,
    ])
    await page.goto(desk.ehr.launch('hart'))
    await isReady(page)
    expect(await fhirclientIn()).toBe(true)
    const state = new URL(page.url()).searchParams.get('state') ?? ''
    const kept = await page.evaluate(() => ({
      session: Object.keys(sessionStorage),
      local: JSON.stringify(localStorage),
    }))
    expect(kept.session).toEqual([`shx-viewer.launch.${state}`])
    expect(kept.local).not.toContain('token')
  })
})

async function opens(desk: Desk, change: (address: URL) => void): Promise<void> {
  const address = new URL(desk.ehr.launch('hart'))
  change(address)
  await desk.page.goto(address.href)
}

test.describe('a launch that is not what it should be', () => {
  for (const name of ['fhirServiceUrl', 'patientId', 'clientId', 'redirectUri', 'scope'])
    test(`with ${name} in its address is refused, and nobody is asked`, async ({ desk }) => {
      await opens(desk, ({ searchParams }) => searchParams.set(name, `${desk.ehr.origin}/evil`))
      await isRefused(desk.page, 'forbidden')
      expect(desk.audit()).toEqual([])
    })

  test('by a stranger is refused, and the stranger is not asked', async ({ desk }) => {
    await opens(desk, ({ searchParams }) => searchParams.set('iss', `${desk.ehr.origin}/other`))
    await isRefused(desk.page, 'unknown-ehr')
    expect(desk.audit()).toEqual([])
    await desk.page.getByRole('link', { name: /without the chart/ }).click()
    await readsACard(desk.page)
  })

  test('with two servers is refused', async ({ desk }) => {
    await opens(desk, ({ searchParams }) => searchParams.append('iss', 'https://evil.example'))
    await isRefused(desk.page, 'repeated')
  })

  test('may name its client where the deployment lets it', async ({ desk }) => {
    await opens(desk, ({ searchParams }) => searchParams.set('client', 'shx-viewer-sandbox'))
    await isReady(desk.page)
  })
})

test.describe('where the deployment lets no address name the client', () => {
  test.use({ deployment: { features: {} } })
  test('a launch that does is refused', async ({ desk }) => {
    await desk.page.goto(`${desk.ehr.launch('hart')}&client=shx-viewer-sandbox`)
    await isRefused(desk.page, 'forbidden')
    expect(desk.audit()).toEqual([])
  })
})

test.describe('where the browser stores nothing for frames of other sites', () => {
  test.use({ frameStorage: 'blocked' })
  test('the same launch is offered in a window of its own, and works there', async ({ desk }) => {
    const frame = await desk.launch('hart')
    await isRefused(frame, 'storage-blocked')
    expect(desk.audit()).toEqual([])
    const opened = desk.context.waitForEvent('page')
    await frame.getByRole('link', { name: /window of its own/ }).click()
    const window = await opened
    await isReady(window)
    await hasPatient(window, 'Hart')
    expect(tokensGiven(desk)).toEqual([200])
  })
})
