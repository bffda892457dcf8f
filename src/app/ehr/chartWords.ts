import { hasCode } from '../../core/fhir/code'
import { byIdentifierUse, isFormer } from '../../core/fhir/person'
import { field, flatList } from '../../core/fhir/shape'
import type { Patient } from '../../core/fhir/types'
import { organizeResources } from '../../core/organizeResources'
import type { ViewContext } from '../../renderers/renderer'
import { createFormat, type Format } from '../../renderers/tables/format'

/** Formats what the EHR says of its patient. */
export const chartFormat = (patient: Patient, context: ViewContext): Format =>
  createFormat(
    organizeResources({ resourceType: 'Bundle', type: 'collection', entry: [{ resource: { ...patient } }] }),
    context,
  )

/** Medical record number first, then the institution's own number. A social security number is nothing for a banner. */
const NUMBER_TYPES = ['MR', 'PI'] as const

/** The Identifier by which a hospital knows its patient; `undefined` where it states none that is in use. */
export function recordNumberOf({ identifier }: Patient, now: Date): unknown {
  const current = byIdentifierUse(flatList(identifier), now).filter((one) => !isFormer(one, now))
  return NUMBER_TYPES.map((type) => current.find((one) => hasCode(field(one, 'type'), type))).find(
    (one) => one !== undefined,
  )
}
