import { expect, test, type Desk } from './support/ehr'

/** Whether the viewer may store something in a frame of the EHR: `yes`, or the name of what its browser throws. */
async function storesInFrame({ page, ehr, viewer }: Desk): Promise<string> {
  await page.goto(ehr.origin)
  await page.evaluate((address) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src: address, name: 'probe' }))
  }, viewer)
  const frame = page.frameLocator('iframe[name="probe"]')
  await expect(frame.locator('main')).toBeVisible()
  return frame.locator('body').evaluate(() => {
    try {
      sessionStorage.setItem('probe', '1')
      return 'yes'
    } catch (error) {
      return error instanceof DOMException ? error.name : 'no'
    }
  })
}

test('the desk has the viewer on another site, where it may store', async ({ desk }) => {
  expect(new URL(desk.viewer).hostname).not.toBe(new URL(desk.ehr.origin).hostname)
  expect(await storesInFrame(desk)).toBe('yes')
})

test.describe('a browser that blocks frames of other sites', () => {
  test.use({ frameStorage: 'blocked' })
  test('lets the viewer store nothing there', async ({ desk }) => {
    expect(await storesInFrame(desk)).toBe('SecurityError')
  })
})

test('the viewer that the EHR opens finds the EHR in its configuration', async ({ desk }) => {
  const response = await desk.page.goto(`${desk.viewer}config.json`)
  expect(await response?.json()).toMatchObject({
    ehrs: [{ issuer: desk.ehr.issuer, clientId: 'shx-viewer' }],
  })
})
