import type { Browser, Page } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, preview } from 'vite'
import { largeSummaryFile } from '../sampleHost/contents'
import { linkTextOf, mintLink } from '../sampleHost/mintedLinks'
import { serve } from '../sampleHost/server'
import { createShareHost } from '../share/shareHost'
import { median } from './measure'

export const LINK_RESULT_COUNTS = [1_000, 5_000] as const
const RUNS = 5
/** Milliseconds without a change after which a page counts as finished. */
const QUIET = 500

export interface LinkMeasured {
  readonly results: number
  /** Median milliseconds from the scan to the first resource on the screen. */
  readonly firstContent: number
  /** Median of the longest stretch in which the page could not have answered to anybody; 0: none over 50 ms. */
  readonly longestBlock: number
}

/** Opens links to large summaries in the viewer as it is built, in a page that is open already, each time a new one. */
export async function benchLinks(browser: Browser): Promise<readonly LinkMeasured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'shx-bench-'))
  try {
    await build({ logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
    const viewer = await preview({
      logLevel: 'error',
      build: { outDir: folder },
      preview: { port: 0, host: 'localhost' },
    })
    const address = viewer.resolvedUrls?.local[0] ?? ''
    const measured: LinkMeasured[] = []
    for (const results of LINK_RESULT_COUNTS) measured.push(await benchLink(browser, address, results))
    await viewer.close()
    return measured
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function benchLink(browser: Browser, viewer: string, results: number): Promise<LinkMeasured> {
  const content = largeSummaryFile(results)
  const file = { contentType: 'application/fhir+json', content: () => content, zip: true }
  const link = mintLink({ flag: '', files: () => [file] }, undefined)
  const host = await serve(
    createShareHost(link, () => new Date()),
    0,
  )
  const runs: Timing[] = []
  for (let run = 0; run < RUNS; run++) {
    const page = await browser.newPage()
    await page.goto(viewer)
    await page.locator('[data-shx-input="text"]').first().waitFor()
    runs.push(await openIn(page, linkTextOf(link, host.url.href)))
    await page.close()
  }
  await host.close()
  return {
    results,
    firstContent: median(runs.map((run) => run.firstContent)),
    longestBlock: median(runs.map((run) => run.longestBlock)),
  }
}

interface Timing {
  readonly firstContent: number
  readonly longestBlock: number
}

/** Puts a link behind the page's address, which opens it, and watches what happens until nothing does. */
function openIn(page: Page, link: string): Promise<Timing> {
  return page.evaluate(
    ([text, quiet]) =>
      new Promise<Timing>((resolve) => {
        let firstContent: number | undefined
        let longestBlock = 0
        const started = performance.now()
        const observer = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) longestBlock = Math.max(longestBlock, duration)
        })
        observer.observe({ type: 'longtask' })
        let changed = started
        new MutationObserver(() => {
          changed = performance.now()
          if (firstContent !== undefined || !document.querySelector('[data-ref]')) return
          requestAnimationFrame(() => (firstContent ??= performance.now() - started))
        }).observe(document.body, { childList: true, subtree: true })
        const watch = setInterval(() => {
          if (firstContent === undefined || performance.now() - changed < quiet) return
          clearInterval(watch)
          resolve({ firstContent, longestBlock })
        }, 50)
        location.hash = text
      }),
    [link, QUIET] as const,
  )
}
