import { field } from '../../core/fhir/shape'
import type { BundleItem } from '../../core/organizeResources'
import type { Format } from './format'
import { bareCodes } from './formatCode'

/** Statements that there is nothing at all of a kind. Any other entry of that kind contradicts them. */
const NONE_KNOWN: ReadonlySet<string> = new Set([
  'no-known-allergies',
  'no-known-devices',
  'no-known-immunizations',
  'no-known-medications',
  'no-known-problems',
  'no-known-procedures',
  '716186003',
  '787481004',
  '160245001',
  '787480003',
  '787483001',
  '787482006',
])

/** Statements that there is nothing of a part of a kind; other entries may well stand beside them. */
const NONE_OF_A_PART_KNOWN: ReadonlySet<string> = new Set([
  'no-known-medication-allergies',
  'no-known-environmental-allergies',
  'no-known-food-allergies',
  '409137002',
  '429625007',
  '428607008',
  '428197003',
  '1003774007',
])

/** Statements that nothing is known either way. */
const NO_INFORMATION: ReadonlySet<string> = new Set([
  'no-allergy-info',
  'no-device-info',
  'no-immunization-info',
  'no-medication-info',
  'no-problem-info',
  'no-procedure-info',
  '1287211007',
])

export type Absence = 'none-known' | 'none-of-a-part-known' | 'no-information'

const CODED = ['code', 'medicationCodeableConcept', 'medication', 'vaccineCode', 'type']

/**
 * Whether an entry does not state something but its absence; "none known" and "nothing known" are opposites.
 * Source: IPS 1.x `absent-unknown-uv-ips` and the SNOMED CT codes of IPS 2.x.
 */
export function absenceOf(item: BundleItem, f: Format): Absence | undefined {
  const device = f.bundle.resolve(item.resource['device'], item)?.resource
  const codes = [
    ...CODED.flatMap((name) => bareCodes(item.resource[name])),
    ...bareCodes(field(device, 'type')),
  ]
  if (codes.some((code) => NO_INFORMATION.has(code))) return 'no-information'
  if (codes.some((code) => NONE_KNOWN.has(code))) return 'none-known'
  return codes.some((code) => NONE_OF_A_PART_KNOWN.has(code)) ? 'none-of-a-part-known' : undefined
}
