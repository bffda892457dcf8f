import { expect, test as base, type Locator, type Page } from '@playwright/test'

/** A link server that exists only in the test: every request is counted, and answered by the test. */
export interface LinkServer {
  readonly url: string
  readonly requests: {
    readonly method: string
    readonly url: string
    readonly body: Record<string, unknown>
  }[]
}

export interface Answer {
  readonly status?: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** The viewer as a person uses it. */
export class Viewer {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  get data(): Locator {
    return this.page.locator('[data-shx-phase]')
  }
  get box(): Locator {
    return this.page.locator('[data-shx-input="text"]')
  }
  get passcode(): Locator {
    return this.page.locator('[data-shx-input="passcode"]')
  }
  get bundle(): Locator {
    return this.page.locator('[data-bundle-status]')
  }

  async start(path = './'): Promise<void> {
    await this.page.goto(path)
    await expect(this.page.locator('main')).toBeVisible()
  }

  /** Pastes into the empty box and presses Enter. */
  async read(text: string): Promise<void> {
    await this.page.locator('[data-tab="scan"]').click()
    await this.box.evaluate((box, pasted) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', pasted)
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      // An event of a script's own inserts nothing by itself; what the viewer leaves to the browser is done here.
      if (box.dispatchEvent(event)) (box as HTMLTextAreaElement).value = pasted
    }, text)
    await this.box.press('Enter')
  }

  async openFile(name: string, content: string | Buffer): Promise<void> {
    const buffer = typeof content === 'string' ? Buffer.from(content) : content
    await this.page
      .locator('[data-shx-input="file"]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  }

  async expectReady(): Promise<void> {
    await expect(this.data).toHaveAttribute('data-shx-phase', 'ready')
  }
  async expectError(code: string): Promise<void> {
    await expect(this.data).toHaveAttribute('data-shx-error', code)
  }

  /** Sets the deployment's `config.json`, with the directories it names answered from here. */
  async configure(
    config: Readonly<Record<string, unknown>>,
    directories: Readonly<Record<string, unknown>> = {},
  ) {
    await this.page.route('**/config.json', (route) => route.fulfill({ json: config }))
    for (const [url, json] of Object.entries(directories)) {
      await this.page.route(url, (route) =>
        route.fulfill({ json, headers: { 'access-control-allow-origin': '*' } }),
      )
    }
  }

  /** Answers every request below `url`, which no real server has. */
  async serve(
    url: string,
    answer: (request: LinkServer['requests'][number], number: number) => Answer | 'hang' | 'refuse',
  ) {
    const server: LinkServer = { url, requests: [] }
    await this.page.route(`${url}**`, async (route) => {
      const request = route.request()
      const text = request.postData()
      const seen = {
        method: request.method(),
        url: request.url(),
        body: text === null ? {} : (JSON.parse(text) as Record<string, unknown>),
      }
      server.requests.push(seen)
      const reply = answer(seen, server.requests.length)
      if (reply === 'hang') return
      if (reply === 'refuse') return route.abort('connectionrefused')
      await route.fulfill({
        status: reply.status ?? 200,
        headers: {
          'access-control-allow-origin': '*',
          'access-control-expose-headers': 'Retry-After',
          'content-type': 'application/json',
          ...reply.headers,
        },
        body: typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body),
      })
    })
    return server
  }
}

/** What the page did that a reader cannot see. */
export interface Watch {
  readonly errors: string[]
  readonly violations: string[]
  readonly hosts: Set<string>
}

/**
 * Every test also holds these: no exception, nothing on the console, no breach of the security policy, no error
 * boundary, and nothing of the record left in the browser's storage.
 */
export const test = base.extend<{ viewer: Viewer; watch: Watch }>({
  watch: async ({ page }, provide) => {
    const watch: Watch = { errors: [], violations: [], hosts: new Set() }
    page.on('pageerror', (error) => watch.errors.push(error.message))
    page.on('console', (message) => {
      // The browser itself reports requests that failed; tests that make them fail know. qr-scanner reminds of https on
      // every page without it, and the one under test is on this machine.
      const known = /Failed to load resource|blocked by CORS|camera stream is only accessible/
      if (!known.test(message.text())) watch.errors.push(message.text())
    })
    page.on('request', (request) => watch.hosts.add(new URL(request.url()).host))
    await page.exposeFunction('reportViolation', (text: string) => watch.violations.push(text))
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const report = (window as unknown as { reportViolation: (text: string) => void }).reportViolation
        report(`${event.violatedDirective} ${event.blockedURI}`)
      })
    })
    await provide(watch)
  },
  viewer: async ({ page, watch }, provide) => {
    // The public list of issuers is out of reach in tests, and stays so.
    await page.route('https://raw.githubusercontent.com/**', (route) => route.abort('internetdisconnected'))
    await provide(new Viewer(page))
    expect(watch.errors).toEqual([])
    expect(watch.violations).toEqual([])
    expect(await page.locator('[data-error-boundary]').count()).toBe(0)
    await expectNothingStored(page)
  },
})

async function expectNothingStored(page: Page): Promise<void> {
  const stored = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    cookies: document.cookie,
  }))
  expect(stored.local.filter((key) => !/^shx-viewer\.(language|camera|recipient)$/.test(key))).toEqual([])
  expect(stored.databases.filter((name) => !/^shx-viewer(?:-dictionaries)?$/.test(name ?? ''))).toEqual([])
  expect(stored).toMatchObject({ session: [], caches: [], cookies: '' })
}

export { expect }
