import { canonicalSystem } from '../../core/codes/codeSystems'
import { codingsOf } from '../../core/fhir/code'
import { text } from '../../core/fhir/shape'
import type { Resource } from '../../core/fhir/types'
import { typeOf } from '../../core/organizeResources'
import type { Format } from './format'
import type { RowMark, RowState } from './table'

const CVX = 'http://hl7.org/fhir/sid/cvx'

/** No vaccine at all: a record needs the code to say what else an entry is about. */
const NO_VACCINE = '998'
/** The tuberculin tests of CVX. They are recorded among the vaccines, and protect against nothing. */
const SKIN_TESTS: ReadonlySet<string> = new Set(['95', '96', '97', '98'])

/** What an Immunization is about although it is no vaccination. */
export type NoVaccination = 'no-vaccine' | 'skin-test'

/**
 * What the vaccine codes name instead of a vaccine, whatever the status says. `undefined` for vaccines, and where a
 * vaccine is named as well: a dose that may have been given is not taken away. Source: CVX of the CDC, 2025-09-03.
 */
export function noVaccinationOf(resource: Resource): NoVaccination | undefined {
  if (typeOf(resource) !== 'Immunization') return undefined
  const codes = codingsOf(resource['vaccineCode']).flatMap(({ system, code }) => {
    const address = text(system)
    return address !== undefined && canonicalSystem(address) === CVX ? (text(code) ?? []) : []
  })
  if (codes.length === 0) return undefined
  if (codes.every((code) => code === NO_VACCINE)) return 'no-vaccine'
  return codes.every((code) => SKIN_TESTS.has(code)) ? 'skin-test' : undefined
}

/** Says so in front of the row. "No vaccine" negates the entry; a test was done, and is no dose. */
export function noVaccinationMarks(
  resource: Resource,
  { speech: { t } }: Format,
): readonly (RowMark & { readonly state?: RowState })[] {
  const kind = noVaccinationOf(resource)
  if (kind === undefined) return []
  return kind === 'no-vaccine'
    ? [{ code: kind, tone: 'warning', text: t('mark_noVaccine'), state: 'negated' }]
    : [{ code: kind, tone: 'info', text: t('mark_skinTest') }]
}
