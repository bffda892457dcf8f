import { codesOf } from './fhir/code'
import { periodState, type PeriodState } from './fhir/date'
import { text } from './fhir/shape'
import { itemsOf, type OrganizedBundle } from './organizeResources'

/** An app or a page that a sender offers beside the record. Never opened by itself. */
export interface OfferedEndpoint {
  readonly ref: string
  /** The sender's words; `undefined` when there are none. */
  readonly name?: string
  /** https, without user name or password. */
  readonly href: string
  /** In ASCII, with its port where it has one. */
  readonly host: string
  readonly state: PeriodState | 'off'
}

const INTERACTIVE: ReadonlySet<string> = new Set(['shl-interactive-experience', 'smart-on-fhir'])
const OFF: ReadonlySet<string> = new Set(['off', 'suspended', 'error', 'entered-in-error', 'test'])

/**
 * The Endpoints of a bundle that lead to a page for people. The type is taken from any code system, as a Coding or a
 * CodeableConcept: the standard's table and its example differ. Addresses that are not plainly https are left out; the
 * resource itself is shown with all others.
 * Source: SHL, "Using SMART Health Links to share an interactive experience"; conformance matrix L-54.
 */
export const offeredEndpoints = (bundle: OrganizedBundle, now: Date): readonly OfferedEndpoint[] =>
  itemsOf(bundle, 'Endpoint').flatMap(({ resource, ref }) => {
    const types = codesOf(resource['connectionType']).map((code) => code.toLowerCase())
    const address = text(resource['address']) ?? ''
    if (!types.some((code) => INTERACTIVE.has(code)) || !URL.canParse(address)) return []
    const url = new URL(address)
    if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return []
    const name = text(resource['name'])
    const isOff = OFF.has(text(resource['status']) ?? '')
    return [
      {
        ref,
        href: url.href,
        host: url.host,
        state: isOff ? 'off' : periodState(resource['period'], now),
        ...(name !== undefined && { name: name.slice(0, 80) }),
      },
    ]
  })
