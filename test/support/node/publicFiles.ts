import { readFileSync } from 'node:fs'
import type { LoadedDirectory } from '../../../src/core/ports'
import { readDirectory } from '../../../src/core/shc/directory'

/** A file of `public/`, as a host would serve it. */
export const publicText = (path: string): string =>
  readFileSync(new URL(`../../../public/${path}`, import.meta.url), 'utf8')

/** The list of test issuers that is deployed with the viewer. */
export function testIssuers(): LoadedDirectory {
  const source = 'directories/test-issuers.json'
  const directory = readDirectory(JSON.parse(publicText(source)))
  if (!directory) throw new Error(`${source} is no directory`)
  return { available: true, directory, facts: { source, kind: 'test', stale: false } }
}
