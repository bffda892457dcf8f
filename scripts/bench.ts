// `npm run --silent bench [-- card tables link]`: how fast a card is read and a record shown, side by side with the
// floor and a peer in one run. Times differ between machines; quote the ratios. No part of the tests.
import { chromium, type Browser } from '@playwright/test'
import { benchCardIn, benchCardInNode, cardFixture } from './bench/cardBench'
import { benchLinks } from './bench/linkBench'
import type { Measured } from './bench/measure'
import { ms, tableText, times } from './bench/table'
import { benchTables, RESULT_COUNTS } from './bench/tablesBench'
import { provideBrowser } from './browser.mjs'

const PARTS = ['card', 'tables', 'link'] as const
const wanted = new Set(process.argv.slice(2))
const wants = (part: (typeof PARTS)[number]): boolean => wanted.size === 0 || wanted.has(part)

const executablePath = wants('card') || wants('link') ? provideBrowser() : undefined
const browser = executablePath
  ? await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  : undefined
if (wants('card')) await card(browser)
if (wants('tables')) tables()
if (wants('link') && browser) await link(browser)
await browser?.close()

/** The three cells of one contender in one place; none when it was not measured there. */
function columns(measured: Measured | undefined): readonly string[] {
  return measured ? [ms(measured.milliseconds), times(measured.ratio), times(measured.fastestRatio)] : []
}

function heads(place: string): readonly string[] {
  return [place, 'ratio', 'fastest']
}

async function card(page: Browser | undefined): Promise<void> {
  const fixture = await cardFixture()
  const inNode = await benchCardInNode(fixture)
  const inPage = page ? await benchCardIn(page, fixture) : []
  const rows = inNode.map((measured, index) => [
    measured.name,
    ...columns(measured),
    ...columns(inPage[index]),
  ])
  console.log(`\nReading and verifying a card of ${fixture.jws.length} characters, medians\n`)
  console.log(tableText([['', ...heads('Node'), ...(page ? heads('Chromium') : [])], ...rows]))
}

function tables(): void {
  const measured = RESULT_COUNTS.map(benchTables)
  console.log('\nFrom the text of a summary to its tables, in Node, medians\n')
  const rows = measured.map(({ results, parse, organize, tables: toRows }) => [
    `${results} results`,
    ms(parse),
    ms(organize),
    ms(toRows),
  ])
  console.log(tableText([['', 'JSON.parse', 'organise', 'tables'], ...rows]))
}

async function link(page: Browser): Promise<void> {
  const measured = await benchLinks(page)
  console.log('\nA link to a summary, in the viewer as it is built, in Chromium, medians\n')
  const rows = measured.map(({ results, firstContent, longestBlock }) => [
    `${results} results`,
    ms(firstContent),
    longestBlock === 0 ? '< 50 ms' : ms(longestBlock),
  ])
  console.log(tableText([['', 'first content', 'longest block'], ...rows]))
}
