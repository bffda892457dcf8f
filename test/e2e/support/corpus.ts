import { expect, type Page } from '@playwright/test'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/** A folder of sample material outside of this repository, where there is one. */
export const CORPUS = process.env['SHX_CORPUS']

export const corpusFile = (name: string): string => readFileSync(join(CORPUS ?? '', name), 'utf8')

/** Every FHIR resource or Bundle in JSON below a folder of the corpus, by its name there. */
export function corpusResources(folder: string): readonly { readonly name: string; readonly text: string }[] {
  if (CORPUS === undefined) return []
  const root = join(CORPUS, folder)
  return filesBelow(root)
    .filter((path) => path.endsWith('.json'))
    .map((path) => ({ name: relative(root, path), text: readFileSync(path, 'utf8') }))
    .filter(({ text }) => typeof (JSON.parse(text) as { resourceType?: unknown }).resourceType === 'string')
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]))

interface Entry {
  readonly fullUrl?: string
  readonly resource?: { readonly resourceType?: string; readonly id?: string }
}

/** Each entry of this bundle is in the page. Views load, and long tables grow, after the record has opened. */
export async function expectEveryEntry(page: Page, name: string, text: string): Promise<void> {
  const expected = expectedRefs(text)
  await expect
    .poll(
      async () => {
        const shown = await page
          .locator('[data-ref]')
          .evaluateAll((all) => all.map((element) => element.getAttribute('data-ref')))
        return expected.filter((ref) => !shown.includes(ref))
      },
      { message: `entries of ${name} that are not in the page`, timeout: 30_000 },
    )
    .toEqual([])
}

/** What `data-ref` has to say for each entry: docs/dom-contract.md. */
function expectedRefs(text: string): readonly string[] {
  const json = JSON.parse(text) as { resourceType: string; id?: string; entry?: readonly Entry[] }
  const entries: readonly Entry[] = json.resourceType === 'Bundle' ? (json.entry ?? []) : [{ resource: json }]
  return entries.map(({ fullUrl, resource }, position) => {
    const typeAndId = resource?.resourceType && resource.id ? `${resource.resourceType}/${resource.id}` : ''
    return fullUrl || typeAndId || String(position)
  })
}
