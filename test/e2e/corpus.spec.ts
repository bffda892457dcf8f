import { CORPUS, corpusResources, expectEveryEntry } from './support/corpus'
import { HOST, manifestOf, newLink } from './support/links'
import { expect, test, type Viewer } from './support/viewer'

const FOLDERS = ['ips', 'uscore', 'insurance', 'collections', 'patient-shared-invalid', 'cards-and-links']

test.skip(CORPUS === undefined, 'SHX_CORPUS names no folder of sample material')
test.setTimeout(600_000)

/** Every entry is in the page, nothing is blank, and no boundary had to step in. */
async function expectComplete(viewer: Viewer, name: string, text: string): Promise<void> {
  await viewer.expectReady()
  const { page } = viewer
  await expectEveryEntry(page, name, text)
  expect(await page.locator('[data-error-boundary]').count(), `error boundaries in ${name}`).toBe(0)
  const words = await viewer.bundle.innerText()
  expect(words, `words that no reader should see, in ${name}`).not.toMatch(
    /\[object |\bundefined\b|\bNaN\b|Invalid Date/,
  )
}

for (const folder of FOLDERS) {
  test(`everything in ${folder} opens when it is pasted`, async ({ viewer }) => {
    const resources = corpusResources(folder)
    expect(resources.length).toBeGreaterThan(0)
    await viewer.start()
    for (const { name, text } of resources) {
      await viewer.read(text)
      await expectComplete(viewer, name, text)
    }
  })

  test(`everything in ${folder} opens through an encrypted link`, async ({ viewer }) => {
    const resources = corpusResources(folder)
    let manifest: unknown
    await viewer.serve(HOST, () => ({ body: manifest }))
    await viewer.start()
    for (const { name, text } of resources) {
      const { link, encrypt } = newLink()
      manifest = manifestOf(await encrypt(text, { zip: true }))
      await viewer.read(link)
      await expectComplete(viewer, name, text)
    }
  })
}
