import { organizeResources, type OrganizedBundle } from '../../src/core/organizeResources'
import type { Bundle } from '../../src/core/fhir/types'

type Load = () => Promise<unknown>

const FILES: Readonly<Record<string, Load>> = {
  ...import.meta.glob('../../samples/bundles/*.json', { import: 'default' }),
  ...import.meta.glob('../../test/fixtures/bundles/*/*.json', { import: 'default' }),
}

/** Every sample and every fixture of a renderer, by a name without folders above it: `samples/bundles/collection`. */
export const SAMPLES: ReadonlyMap<string, () => Promise<OrganizedBundle>> = new Map(
  Object.entries(FILES).map(([path, load]) => [
    path.replace(/^(?:\.\.\/)+/, '').replace(/\.json$/, ''),
    async () => organizeResources((await load()) as Bundle),
  ]),
)
