import type { Page } from '@playwright/test'
import { startServer } from '../support/node/localServer'
import { startChangedViewer } from './support/changedViewer'
import { HOST, manifestOf, newLink, patientBundle } from './support/links'
import { expect, test, type Viewer } from './support/viewer'

const ELSEWHERE = 'https://elsewhere.example'
/** The built viewer on a host that is not this machine, and sends no headers. */
const VIEWER = 'https://viewer.example'

async function publish(page: Page, baseURL: string | undefined, config: object = {}): Promise<void> {
  await page.context().route(`${VIEWER}/**`, async (route) => {
    const address = route.request().url()
    if (address.endsWith('/config.json')) return route.fulfill({ json: config })
    const response = await route.fetch({ url: address.replace(VIEWER, baseURL ?? '') })
    return route.fulfill({ response })
  })
}

/** A page of somebody else, with the viewer in it. */
async function openElsewhere(page: Page, viewer: string): Promise<void> {
  await page.route(`${ELSEWHERE}/`, (route) =>
    route.fulfill({ contentType: 'text/html', body: frame(viewer) }),
  )
  await page.goto(`${ELSEWHERE}/`)
}

const frame = (viewer: string): string =>
  `<iframe title="viewer" src="${viewer}" style="width:700px;height:700px"></iframe>`

const expectRefused = (page: Page): Promise<void> =>
  expect(page.frameLocator('iframe').locator('[data-shx-framed="refused"]')).toBeVisible()

/** What was stored is looked at on a page of our own. */
const leave = (viewer: Viewer): Promise<void> => viewer.start()

test('T35: in a frame of somebody else nothing is opened, and nobody is asked', async ({
  page,
  viewer,
  baseURL,
}) => {
  // On a host that a new tab really finds: a route can come too late for one. It is no name of this machine's own.
  const published = await startChangedViewer(baseURL, {})
  const address = `${published.origin.replace('localhost', 'viewer.localhost')}/`
  const { link, encrypt } = newLink()
  const jwe = await encrypt(patientBundle())
  const server = await viewer.serve(HOST, () => ({ body: manifestOf(jwe) }))
  const elsewhere = await startServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(frame(`${address}#${link}`))
  })
  await page.goto(elsewhere.origin)
  await expectRefused(page)
  const inside = page.frameLocator('iframe')
  await expect(inside.locator('[data-tab]')).toHaveCount(0)
  expect(server.requests).toEqual([])

  // The link is not lost: it opens in a tab, on which the page around has no hold.
  await page.context().route(`${HOST}**`, (route) => route.abort('connectionrefused'))
  const opening = page.context().waitForEvent('page')
  await inside.getByRole('link', { name: 'Open in a new tab' }).click()
  const tab = await opening
  await expect(tab.locator('[data-shx-phase]')).toHaveAttribute('data-shx-phase', 'failed')
  expect(await tab.evaluate(() => window.opener as unknown)).toBeNull()
  expect(tab.url()).toBe(address)
  await tab.close()
  await leave(viewer)
  await Promise.all([published.stop(), elsewhere.stop()])
})

test('a launch that nobody has begun does not get it shown', async ({ page, viewer, baseURL }) => {
  await publish(page, baseURL)
  await openElsewhere(page, `${VIEWER}/?state=6f2d3c1e-0000-4000-8000-000000000001`)
  await expectRefused(page)
  await leave(viewer)
})

test('a page of this machine may frame a viewer of this machine, and no other', async ({
  page,
  viewer,
  baseURL,
}) => {
  await publish(page, baseURL)
  const pages = { away: `${VIEWER}/`, here: `${baseURL}/` }
  const local = await startServer(({ url }, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(frame(url === '/here' ? pages.here : pages.away))
  })
  await page.goto(`${local.origin}/away`)
  await expectRefused(page)
  await page.goto(`${local.origin}/here`)
  await expect(page.frameLocator('iframe').locator('[data-tab="scan"]')).toBeVisible()
  await local.stop()
  await leave(viewer)
})

test('a page that the deployment names may show it', async ({ page, viewer, baseURL }) => {
  await publish(page, baseURL, { frameAncestors: [ELSEWHERE] })
  await openElsewhere(page, `${VIEWER}/`)
  await expect(page.frameLocator('iframe').locator('[data-tab="scan"]')).toBeVisible()
  await leave(viewer)
})
