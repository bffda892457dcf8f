import { NARRATIVES, shownText } from '../fixtures/narratives'
import { expect, test } from './support/viewer'

/** One document with a section for each narrative, so that one page shows them all. */
const document = JSON.stringify({
  resourceType: 'Bundle',
  type: 'document',
  entry: [
    {
      fullUrl: 'urn:uuid:2f6a1f0e-0000-4000-8000-000000000001',
      resource: {
        resourceType: 'Composition',
        title: 'Narratives',
        section: NARRATIVES.map(({ name, input }) => ({
          title: name,
          text: { status: 'additional', div: input },
        })),
      },
    },
  ],
})

test('narratives run, load, cover and link to nothing, and keep their meaning (L-84)', async ({
  page,
  viewer,
  watch,
}) => {
  await viewer.start()
  await viewer.openFile('narratives.json', document)
  await viewer.expectReady()
  const texts = page.locator('[data-sender-text]')
  await expect(texts).toHaveCount(NARRATIVES.length)

  const shown = await texts.evaluateAll((elements) => elements.map(({ innerHTML }) => innerHTML))
  expect(shown.map((html) => shownText(html))).toEqual(NARRATIVES.map(({ expected }) => expected))

  const forbidden =
    'script,style,link,form,input,button,select,textarea,a,iframe,object,embed,svg,math,video,audio,[id],[name],[class],[style],[href],[srcset]'
  expect(await texts.locator(forbidden).count()).toBe(0)
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  expect([...watch.hosts].filter((host) => host !== '')).toEqual([new URL(page.url()).host])

  const links = await page
    .locator('a[target="_blank"]')
    .evaluateAll((elements) =>
      elements.map((element) => [element.getAttribute('href'), element.getAttribute('rel')]),
    )
  expect(links.map(([href]) => href)).toEqual(NARRATIVES.flatMap(({ links: addresses = [] }) => addresses))
  expect(new Set(links.map(([, rel]) => rel))).toEqual(new Set(['noopener noreferrer']))
})

test('a wide table scrolls by itself and can be reached by the keyboard', async ({ page, viewer }) => {
  const cells = Array.from({ length: 60 }, (_, index) => `<td>column_${index}</td>`).join('')
  const wide = JSON.parse(document) as { entry: { resource: { section: unknown[] } }[] }
  const composition = wide.entry[0]?.resource
  if (composition)
    composition.section = [{ title: 'Wide', text: { div: `<div><table><tr>${cells}</tr></table></div>` } }]
  await viewer.start()
  await viewer.openFile('wide.json', JSON.stringify(wide))
  await viewer.expectReady()
  const box = page.getByRole('region', { name: 'Table', exact: true })
  await box.focus()
  await expect(box).toBeFocused()
  expect(await box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toBe(true)
  expect(await page.evaluate(() => window.document.documentElement.scrollWidth <= window.innerWidth)).toBe(
    true,
  )
})
