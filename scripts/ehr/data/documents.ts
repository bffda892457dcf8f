import type { Json } from '../fhir/engine'
import { documentOf } from './chart'
import { notes } from './otherPapers'
import { papersOfCastellanos } from './papersOfCastellanos'
import { papersOfHart } from './papersOfHart'

export interface Places {
  readonly issuer: string
  readonly viewer: string
  /** Origin of another server. */
  readonly foreign: string
}

/** Everything in the two charts: a few documents with codes among many without, and some that cannot be read. */
export async function chartDocuments({ issuer, viewer, foreign }: Places): Promise<readonly Json[]> {
  const hart = [...(await papersOfHart(foreign)), ...notes('hart', 130)]
  const castellanos = [...papersOfCastellanos(viewer), ...notes('castellanos', 4)]
  return [
    ...hart.flatMap((paper) => documentOf('hart', issuer, paper)),
    ...castellanos.flatMap((paper) => documentOf('castellanos', issuer, paper)),
  ]
}
