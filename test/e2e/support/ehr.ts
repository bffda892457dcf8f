import {
  chromium,
  expect as expectSoon,
  test as base,
  type BrowserContext,
  type FrameLocator,
  type Page,
} from '@playwright/test'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AuditEntry } from '../../../scripts/ehr/audit'
import type { ChartName } from '../../../scripts/ehr/data/people'
import type { Quirk } from '../../../scripts/ehr/quirks'
import { startDevViewer } from '../../../scripts/ehr/devViewer'
import { startEhr, type RunningEhr } from '../../../scripts/ehr/server'
import { viewerConfig } from '../../../scripts/ehr/viewerConfig'
import { startViewerHost } from '../../../scripts/ehr/viewerHost'

export interface LaunchOptions {
  /** What the EHR does otherwise from now on. Default: nothing. */
  readonly quirks?: readonly Quirk[]
}

interface DeskParts {
  readonly ehr: RunningEhr
  readonly context: BrowserContext
  readonly page: Page
  /** Where the viewer is, with a slash at the end. */
  readonly viewer: string
}

/** A desk with the EHR open in a browser, and the viewer in a frame of it, on another site. */
export class Desk implements DeskParts {
  readonly ehr: RunningEhr
  readonly context: BrowserContext
  readonly page: Page
  readonly viewer: string
  constructor({ ehr, context, page, viewer }: DeskParts) {
    this.ehr = ehr
    this.context = context
    this.page = page
    this.viewer = viewer
  }

  /** Opens a chart with the viewer in it. */
  async launch(chart: ChartName, options: LaunchOptions = {}): Promise<FrameLocator> {
    this.behave(options)
    await this.page.goto(`${this.ehr.origin}/chart?chart=${chart}`)
    return this.frame(chart)
  }

  /** Opens both charts in one window. */
  async launchBoth(options: LaunchOptions = {}): Promise<Readonly<Record<ChartName, FrameLocator>>> {
    this.behave(options)
    await this.page.goto(`${this.ehr.origin}/charts`)
    return { hart: this.frame('hart'), castellanos: this.frame('castellanos') }
  }

  /** Opens a chart in the named window that the EHR's button opens, which keeps its opener. */
  async launchInWindow(chart: ChartName, options: LaunchOptions = {}): Promise<Page> {
    this.behave(options)
    await this.page.goto(`${this.ehr.origin}/`)
    const opened = this.context.waitForEvent('page')
    await this.page.locator(`[target="shx-viewer-${chart}"]`).click()
    return opened
  }

  /** Loads the viewer in the frame of a chart again, where it is now. */
  async reload(chart: ChartName): Promise<void> {
    const element = await this.page.locator(`iframe[name="viewer-${chart}"]`).elementHandle()
    const frame = await element?.contentFrame()
    await frame?.goto(frame.url(), { waitUntil: 'load' })
  }

  /** Address of the viewer in the frame of a chart, as it is now. */
  async address(chart: ChartName): Promise<URL> {
    const element = await this.page.locator(`iframe[name="viewer-${chart}"]`).elementHandle()
    return new URL((await element?.contentFrame())?.url() ?? 'about:blank')
  }

  /** Everything that the EHR was asked, and what it decided. */
  audit(): readonly AuditEntry[] {
    return this.ehr.audit()
  }

  /** The same for one place, such as `POST /oauth/token` or `GET /fhir/Binary/`. */
  asked(start: string): readonly AuditEntry[] {
    return this.audit().filter(({ method, address }) => `${method} ${address}`.startsWith(start))
  }

  private behave({ quirks = [] }: LaunchOptions): void {
    this.ehr.quirks.clear()
    for (const quirk of quirks) this.ehr.quirks.add(quirk)
  }

  private frame(chart: ChartName): FrameLocator {
    return this.page.frameLocator(`iframe[name="viewer-${chart}"]`)
  }
}

interface DeskOptions {
  /** Whether the browser lets a frame of another site store anything. Default: allowed. */
  readonly frameStorage: 'allowed' | 'blocked'
  /** Serve the viewer from its sources, where React's StrictMode does everything twice. Default: the build. */
  readonly fromSources: boolean
  /** Added to the viewer's `config.json`, which has the EHR already. */
  readonly deployment: Readonly<Record<string, unknown>>
  /** Added to what that says of the EHR, such as `saveForms`. */
  readonly terms: Readonly<Record<string, unknown>>
}

/**
 * Tests at a desk. Each has an EHR, a viewer and a browser of its own: by default, contexts of Playwright are private
 * windows, in which frames of another site may store nothing.
 */
export const test = base.extend<DeskOptions & { desk: Desk }>({
  frameStorage: ['allowed', { option: true }],
  fromSources: [false, { option: true }],
  deployment: [{}, { option: true }],
  terms: [{}, { option: true }],
  desk: async (
    { launchOptions, locale, timezoneId, frameStorage, fromSources, deployment, terms },
    provide,
    info,
  ) => {
    // An EHR, a viewer and a browser of its own start for each: on a busy machine that alone takes a while.
    info.setTimeout(Math.max(info.timeout, fromSources ? 600_000 : 300_000))
    let issuer = ''
    const config = () => {
      const { ehrs, ...rest } = viewerConfig(issuer)
      return { ehrs: ehrs.map((ehr) => ({ ...ehr, ...terms })), ...rest, ...deployment }
    }
    const viewer = fromSources
      ? await startDevViewer({ config })
      : await startViewerHost({ folder: 'dist', config })
    const ehr = await startEhr({ viewer: viewer.address })
    ;({ issuer } = ehr)
    const profile = await newProfile(frameStorage)
    const context = await chromium.launchPersistentContext(profile, {
      ...launchOptions,
      ...(locale !== undefined && { locale }),
      ...(timezoneId !== undefined && { timezoneId }),
      viewport: { width: 1400, height: 900 },
    })
    // The public list of issuers is out of reach in tests, and stays so.
    await context.route('https://raw.githubusercontent.com/**', (route) =>
      route.abort('internetdisconnected'),
    )
    const errors: string[] = []
    context.on('weberror', (error) => errors.push(error.error().message))
    const page = context.pages()[0] ?? (await context.newPage())
    await provide(new Desk({ ehr, context, page, viewer: viewer.address }))
    await context.close()
    await Promise.all([ehr.stop(), viewer.stop(), rm(profile, REMOVAL)])
    expect(errors, 'exceptions in a page').toEqual([])
    expect(
      ehr.foreignRequests().filter(({ authorized }) => authorized),
      'tokens that reached another server',
    ).toEqual([])
  },
})

/** 0 lets frames of other sites store, 1 does not. Source: Chromium, `content_settings::CookieControlsMode`. */
const COOKIE_CONTROLS = { allowed: 0, blocked: 1 } as const

/** The browser may write its last files while it is being cleared away. */
const REMOVAL = { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }

async function newProfile(frameStorage: DeskOptions['frameStorage']): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shx-ehr-'))
  await mkdir(join(folder, 'Default'))
  const preferences = {
    profile: {
      cookie_controls_mode: COOKIE_CONTROLS[frameStorage],
      block_third_party_cookies: frameStorage === 'blocked',
    },
  }
  await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences))
  return folder
}

/** A launch is a dozen requests, one after the other. */
export const expect = expectSoon.configure({ timeout: 45_000 })
