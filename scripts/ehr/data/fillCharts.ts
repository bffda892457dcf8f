import type { EhrState } from '../state'
import { chartDocuments } from './documents'
import { PATIENTS, SURROUNDINGS } from './people'

/** Puts the two charts into the FHIR server. */
export async function fillCharts({ engine, issuer, viewer }: EhrState, foreign: string): Promise<void> {
  const documents = await chartDocuments({ issuer, viewer, foreign })
  for (const resource of [...PATIENTS, ...SURROUNDINGS, ...documents]) {
    const valid = engine.validate(resource)
    if (!valid.ok)
      throw new TypeError(`${resource.resourceType}/${resource.id}: ${JSON.stringify(valid.error)}`)
    await engine.put(resource)
  }
}
