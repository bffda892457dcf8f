import { randomUUID } from 'node:crypto'
import { CHARTS, type ChartName } from './data/people'
import type { EhrState } from './state'

/** Milliseconds in which a launch has to be followed. */
const LIFETIME = 300_000

/**
 * Address of the viewer's launch page with a handle that works once.
 * Source: SMART App Launch 2.2, "Launch App: EHR Launch".
 */
export function launchAddress(ehr: EhrState, chart: ChartName): string {
  const handle = randomUUID()
  const iss = ehr.quirks.has('epic-like') ? `${ehr.issuer}/` : ehr.issuer
  const { patient, encounter, practitioner } = CHARTS[chart]
  ehr.sessions.launches.set(handle, {
    iss,
    patient,
    encounter,
    practitioner,
    expiresAt: ehr.now() + LIFETIME,
  })
  const address = new URL('launch.html', ehr.viewer)
  address.searchParams.set('iss', iss)
  address.searchParams.set('launch', handle)
  return address.href
}
