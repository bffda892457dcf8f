import type { BrowserContext, Page } from '@playwright/test'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drawCodes } from '../support/node/codePictures'
import { startStaticServer } from '../support/node/staticServer'
import { sampleCard } from './support/camera'
import { HOST, manifestOf, newLink, patientBundle } from './support/links'
import { expect, test, Viewer } from './support/viewer'

// Each start keeps the whole viewer first, and each test starts it anew.
test.slow()

/** As in a window of the installed app. */
async function asInstalled(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const matchMedia = window.matchMedia.bind(window)
    window.matchMedia = (query) =>
      query.includes('display-mode: standalone') ? matchMedia('all') : matchMedia(query)
  })
}

/** Starts the installed app, and waits until its worker is there and the copy is whole. */
async function install(page: Page, address: string): Promise<void> {
  await asInstalled(page)
  await page.goto(address)
  await expect
    .poll(() => page.evaluate(async () => (await caches.keys()).length), { timeout: 90_000 })
    .toBe(1)
  await expect
    .poll(() => page.evaluate(async () => (await caches.match('./index.html')) !== undefined))
    .toBe(true)
}

interface Share {
  readonly fields?: Readonly<Record<string, string>>
  readonly file?: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }
}

/** Shares as the system does: a form, sent to the address that the manifest names. */
async function share(page: Page, address: string, { fields = {}, file }: Share): Promise<void> {
  // A page of nobody's, because the viewer's own policy lets no form be sent from it.
  await page.goto('about:blank')
  await page.setContent(
    `<form method="post" enctype="multipart/form-data" action="${address}?shared">
       <input type="file" name="files" multiple><button>Share</button>
     </form>`,
  )
  await page.locator('form').evaluate((form, texts) => {
    for (const [name, value] of Object.entries(texts)) {
      const field = Object.assign(document.createElement('textarea'), { name, value })
      form.append(field)
    }
  }, fields)
  if (file) await page.locator('input').setInputFiles(file)
  await page.locator('button').click()
}

/** Everything that the browser keeps for the viewer, as one text, and every address in the history of this tab. */
async function leftovers(page: Page, context: BrowserContext): Promise<string> {
  const kept = await page.evaluate(async () => {
    const texts: string[] = [location.href, JSON.stringify(localStorage), JSON.stringify(sessionStorage)]
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const response = await cache.match(request)
        const isText = /json|html/.test(response?.headers.get('content-type') ?? '')
        texts.push(request.url, isText ? ((await response?.text()) ?? '') : '')
      }
    }
    const databases = await indexedDB.databases()
    return [...texts, ...databases.map(({ name }) => `database ${name ?? ''}`)].join('\n')
  })
  const session = await context.newCDPSession(page)
  const { entries } = await session.send('Page.getNavigationHistory')
  return [kept, ...entries.map(({ url }) => url)].join('\n')
}

async function openedApp({ page }: { page: Page }) {
  const server = await startStaticServer('dist', '/some/where/')
  const address = `${server.origin}/some/where/`
  await install(page, address)
  return { address, server, viewer: new Viewer(page) }
}

test('a link that is shared as text opens once, and leaves nothing behind', async ({ page, context }) => {
  const { address, server, viewer } = await openedApp({ page })
  const { link, encrypt } = newLink()
  const jwe = await encrypt(patientBundle())
  const links = await viewer.serve(HOST, () => ({ body: manifestOf(jwe) }))
  await share(page, address, {
    fields: { title: 'My record', text: `Here it is: https://wallet.invalid/#${link}` },
  })
  await viewer.expectReady()
  await expect(viewer.data).toContainText('0 mg/dL')
  expect(links.requests).toHaveLength(1)
  expect(page.url()).toBe(address)
  const left = await leftovers(page, context)
  const secrets = ['shlink:/', link.slice(-40), 'Okonkwo', 'My record', 'wallet.invalid', 'shared=']
  expect(secrets.filter((secret) => left.includes(secret))).toEqual([])
  await page.reload()
  await expect(page.locator('main')).toBeVisible()
  await expect(page.locator('[data-shx-phase="ready"]')).toHaveCount(0)
  expect(links.requests).toHaveLength(1)
  await server.stop()
})

test('a file that is shared opens, and so does a picture', async ({ page, context, browser }) => {
  const { address, server, viewer } = await openedApp({ page })
  const text = JSON.stringify(patientBundle('Winterbourne'))
  await share(page, address, {
    file: { name: 'record.fhir', mimeType: 'application/fhir+json', buffer: Buffer.from(text) },
  })
  await viewer.expectReady()
  await expect(viewer.data).toContainText('Winterbourne')
  expect((await leftovers(page, context)).includes('Winterbourne')).toBe(false)

  const picture = await drawCodes(browser, [await sampleCard('health-card')])
  await share(page, address, {
    fields: { text: 'My card' },
    file: { name: 'photo.png', mimeType: 'image/png', buffer: picture },
  })
  await viewer.expectReady()
  await expect(viewer.bundle).toHaveAttribute('data-bundle-codes', /ISSUER_TEST/)
  await expect(page.locator('main')).not.toContainText('Winterbourne')
  await server.stop()
})

test('a web address that is shared is named, and never gone to', async ({ page }) => {
  const { address, server, viewer } = await openedApp({ page })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await share(page, address, { fields: { url: 'https://evil.example/menu', title: 'Menu' } })
  await viewer.expectError('INPUT_NOT_RECOGNISED')
  expect(page.url()).toBe(address)
  expect(asked.filter((url) => url.includes('evil.example'))).toEqual([])
  await server.stop()
})

test('a share with nothing in it, and one that was lost, say so', async ({ page }) => {
  const { address, server, viewer } = await openedApp({ page })
  await share(page, address, { fields: { text: '  ' } })
  await viewer.expectError('INPUT_EMPTY')
  await page.goto(`${address}?lang=es&shared=0c9b`)
  await viewer.expectError('SHARE_LOST')
  await expect(viewer.data).toContainText('Compártalo de nuevo')
  expect(page.url()).toBe(`${address}?lang=es`)
  await server.stop()
})

test('the installed app starts without a network and reads a card', async ({ page, context }) => {
  const { address, server, viewer } = await openedApp({ page })
  const card = await sampleCard('health-card')
  const picture = await drawCodes(page.context().browser() ?? never(), [card])
  await server.stop()
  for (const path of ['', 'shlink.html', 'SMARTHealthCard/', '?lang=en']) {
    await page.goto(address + path)
    await expect(page.locator('main')).toBeVisible()
  }
  await viewer.read(card)
  await viewer.expectReady()
  // From the list of test issuers in the copy.
  await expect(viewer.bundle).toHaveAttribute('data-bundle-codes', /ISSUER_TEST/)
  // Parts that no page has asked for before.
  await page.locator('[data-tab="scan"]').click()
  await viewer.openFile('photo.png', picture)
  await viewer.expectReady()
  const { link } = newLink()
  await context.setOffline(true)
  await viewer.read(link)
  await viewer.expectError('NETWORK_OFFLINE')
})

test('what the host has now comes before the copy', async ({ page, context }) => {
  const { address, server } = await openedApp({ page })
  await context.route('**/config.json', (route) => route.fulfill({ json: { initialTab: 'scan' } }))
  await context.route(address, async (route) => {
    const html = await readFile('dist/index.html', 'utf8')
    await route.fulfill({ body: html.replace('<title>', '<title>Newer '), contentType: 'text/html' })
  })
  await page.goto(address)
  await expect(page.locator('h1')).toHaveText('Scan or paste')
  await expect(page).toHaveTitle(/^Newer /)
  await context.unroute('**/config.json')
  await context.unroute(address)
  await server.stop()
  // The deployment's settings are kept as they were last; the page is the one that fits its parts.
  await page.goto(address)
  await expect(page.locator('h1')).toHaveText('Scan or paste')
  await expect(page).toHaveTitle('SHX Viewer')
})

const registrations = async (): Promise<number> => (await navigator.serviceWorker.getRegistrations()).length

test('an ordinary tab has no worker and keeps no copy', async ({ page, viewer }) => {
  await viewer.start()
  await viewer.read(JSON.stringify(patientBundle()))
  await viewer.expectReady()
  expect(await page.evaluate(registrations)).toBe(0)
})

test('the worker comes when the viewer can be installed, and the copy when it is', async ({ page }) => {
  const server = await startStaticServer('dist', '/')
  await page.goto(server.origin)
  await expect(page.locator('main')).toBeVisible()
  const fire = (name: string): Promise<unknown> =>
    page.evaluate((event) => window.dispatchEvent(new Event(event)), name)
  await expect(async () => {
    await fire('beforeinstallprompt')
    expect(await page.evaluate(registrations)).toBe(1)
  }).toPass()
  expect(await page.evaluate(() => caches.keys())).toEqual([])
  await fire('appinstalled')
  await expect.poll(() => page.evaluate(() => caches.keys())).toHaveLength(1)
  await server.stop()
})

test('inside a frame there is no worker', async ({ page }) => {
  const server = await startStaticServer('dist', '/')
  const folder = await mkdtemp(join(tmpdir(), 'shx-portal-'))
  await writeFile(join(folder, 'index.html'), `<iframe src="${server.origin}/"></iframe>`)
  const portal = await startStaticServer(folder, '/')
  await asInstalled(page)
  await page.goto(portal.origin)
  await expect(page.frameLocator('iframe').locator('main')).toBeVisible()
  await page.waitForTimeout(1_000)
  expect(await page.frames()[1]?.evaluate(registrations)).toBe(0)
  await portal.stop()
  await server.stop()
  await rm(folder, { recursive: true })
})

test('a host can take the copy back, and shares are caught all the same', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'shx-installed-'))
  await cp('dist', folder, { recursive: true })
  const server = await startStaticServer(folder, '/')
  const address = `${server.origin}/`
  const viewer = new Viewer(page)
  await install(page, address)
  const text = await readFile('docs/deploying.md', 'utf8')
  const instead = text.split('```js\n')[1]?.split('\n```')[0] ?? ''
  expect(instead).toContain("addEventListener('activate'")
  await writeFile(join(folder, 'service-worker.js'), instead)
  await page.goto(address)
  // When it looks for a new worker is the browser's own affair: some seconds after the page has come.
  await expect.poll(() => page.evaluate(() => caches.keys()), { timeout: 90_000 }).toEqual([])
  await share(page, address, { fields: { text: 'shlink:/secret' } })
  await viewer.expectError('SHARE_LOST')
  expect(page.url()).toBe(address)
  await server.stop()
  await rm(folder, { recursive: true })
})

interface Launching {
  launch: (name: string, text: string | null) => void
  launchAt: (targetURL: string) => void
}

/** A system that opens files with the installed app: what it has for the page waits until the page asks. */
async function launchable(page: Page, waiting?: string): Promise<void> {
  await page.addInitScript((first) => {
    type Launch = { targetURL: string; files: unknown[] }
    let consumer: ((launch: Launch) => void) | undefined
    const queue: Launch[] = []
    const send = (launch: Launch): void => (consumer ? consumer(launch) : void queue.push(launch))
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- it must go into the page
    const handle = (name: string, text: string | null) => ({
      kind: 'file',
      name,
      getFile: () =>
        text === null ? Promise.reject(new Error('gone')) : Promise.resolve(new File([text], name)),
    })
    // The browser's own one cannot be assigned to.
    Object.defineProperty(window, 'launchQueue', {
      value: {
        setConsumer: (given: typeof consumer) => {
          consumer = given
          for (const launch of queue.splice(0)) consumer?.(launch)
        },
      },
    })
    Object.assign(window, {
      launch: (name: string, text: string | null) =>
        send({ targetURL: location.href, files: [handle(name, text)] }),
      launchAt: (targetURL: string) => send({ targetURL, files: [] }),
    })
    if (first !== undefined) send({ targetURL: location.href, files: [handle('first.fhir', first)] })
    else send({ targetURL: location.href, files: [] })
  }, waiting)
}

test('a file that starts the app opens, and not again when the page is loaded again', async ({
  page,
  viewer,
}) => {
  await launchable(page, JSON.stringify(patientBundle('Abernathy')))
  await viewer.start()
  await viewer.expectReady()
  await expect(viewer.data).toContainText('Abernathy')
  await page.reload()
  await expect(page.locator('main')).toBeVisible()
  await page.waitForTimeout(500)
  await expect(page.locator('main')).not.toContainText('Abernathy')
})

test('a window that is open takes files and links, and stays where it is', async ({ page, viewer }) => {
  const { link, encrypt } = newLink()
  const jwe = await encrypt(patientBundle('Montague'))
  const links = await viewer.serve(HOST, () => ({ body: manifestOf(jwe) }))
  await launchable(page)
  // The link that the window was opened at is reported as a launch, too, and must not be asked for twice.
  await viewer.start(`./#${link}`)
  await viewer.expectReady()
  await page.waitForTimeout(1_200)
  expect(links.requests).toHaveLength(1)
  const act = <Name extends keyof Launching>(name: Name, ...args: Parameters<Launching[Name]>) =>
    page.evaluate(
      ([called, given]) =>
        (window as unknown as Record<string, (...all: unknown[]) => void>)[called]?.(...given),
      [name, args] as const,
    )
  const card = await sampleCard('health-card')
  await act('launch', 'card.smart-health-card', card)
  await expect(viewer.bundle).toHaveAttribute('data-bundle-codes', /ISSUER_TEST/)
  await act('launchAt', new URL('./', page.url()).href)
  await act('launchAt', new URL('./#main', page.url()).href)
  await expect(viewer.bundle).toHaveAttribute('data-bundle-codes', /ISSUER_TEST/)
  await act('launchAt', new URL(`./shlink.html#${link}`, page.url()).href)
  await expect(viewer.data).toContainText('Montague')
  expect(links.requests).toHaveLength(2)
  expect(new URL(page.url()).pathname).toBe('/')
  await act('launch', 'gone.txt', null)
  await viewer.expectError('FILE_UNREADABLE')
})

const never = (): never => {
  throw new Error('No browser')
}

test('the manifest says what is so, and works below any path', async ({ page }) => {
  const manifest = JSON.parse(await readFile('dist/manifest.webmanifest', 'utf8')) as {
    readonly start_url: string
    readonly scope: string
    readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose?: string }[]
    readonly file_handlers: readonly {
      readonly action: string
      readonly accept: Record<string, readonly string[]>
    }[]
    readonly share_target: { readonly action: string }
  }
  const base = 'https://host.example/some/where/'
  const addresses = [
    manifest.start_url,
    manifest.scope,
    manifest.share_target.action,
    ...manifest.file_handlers.map(({ action }) => action),
    ...manifest.icons.map(({ src }) => src),
  ]
  for (const address of addresses) expect(new URL(address, base).href).toContain(base)
  // The identity follows from `start_url`; given here, it would be the same for every viewer of a host.
  expect(manifest).not.toHaveProperty('id')
  const files = await readdir('dist/icons')
  for (const { src, sizes } of manifest.icons.filter((icon) => icon.src.endsWith('.png'))) {
    expect(files).toContain(src.replace('icons/', ''))
    const png = await readFile(`dist/${src}`)
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes)
  }
  expect(manifest.icons.filter(({ purpose }) => purpose === 'maskable')).toHaveLength(2)
  expect(manifest.file_handlers.flatMap(({ accept }) => Object.values(accept).flat())).toEqual(
    expect.arrayContaining(['.smart-health-card', '.json', '.fhir', '.txt', '.pdf', '.png', '.jpg']),
  )
  // What the browser itself makes of it.
  const server = await startStaticServer('dist', '/some/where/')
  await page.goto(`${server.origin}/some/where/SMARTHealthCard/`)
  const session = await page.context().newCDPSession(page)
  const seen = await session.send('Page.getAppManifest')
  expect(seen.errors).toEqual([])
  expect(seen.url).toBe(`${server.origin}/some/where/manifest.webmanifest`)
  expect(JSON.stringify(await session.send('Page.getInstallabilityErrors'))).not.toContain('manifest')
  await server.stop()
})
