import { flatList, records } from '../../core/fhir/shape'
import type { Patient } from '../../core/fhir/types'
import { itemsOf, typeOf, type BundleItem, type OrganizedBundle } from '../../core/organizeResources'
import type { Renderer } from '../renderer'
import { messages } from './messages'

/** Shows vaccination records: bundles that hold vaccinations, and otherwise only what belongs to them. */
export const immunizationHistory: Renderer = {
  id: 'immunizationHistory',
  title: (language) => messages(language)('title'),
  matches: isVaccinationRecord,
  subjects: subjectsOf,
  load: () => import('./View'),
  loadDocument: () => import('./toDocument'),
}

/** Types that say for whom, by whom and where a vaccine was given, or what follows from it. */
const SUPPORTING: ReadonlySet<string> = new Set([
  'Immunization',
  'ImmunizationEvaluation',
  'ImmunizationRecommendation',
  'Patient',
  'RelatedPerson',
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
  'Encounter',
  'Device',
  'Provenance',
])

function isVaccinationRecord(bundle: OrganizedBundle): boolean {
  const immunizations = itemsOf(bundle, 'Immunization')
  if (immunizations.length === 0) return false
  const reactions = reactionsOf(bundle, immunizations)
  return bundle.items.every((item) => SUPPORTING.has(typeOf(item.resource)) || reactions.has(item))
}

/** The observations of reactions: they belong to the vaccination, whatever else they might be. */
const reactionsOf = (
  bundle: OrganizedBundle,
  immunizations: readonly BundleItem[],
): ReadonlySet<BundleItem> =>
  new Set(
    immunizations.flatMap((item) =>
      records(item.resource['reaction']).flatMap(({ detail }) => {
        const found = bundle.resolve(detail, item)
        return found?.kind === 'entry' && typeOf(found.resource) === 'Observation' ? found.item : []
      }),
    ),
  )

/** Everyone to whom a vaccine was given, and every other Patient: on a vaccination record there should be but one. */
function subjectsOf(bundle: OrganizedBundle): readonly Patient[] {
  const found = itemsOf(bundle, 'Immunization').flatMap((item) =>
    flatList(item.resource['patient'])
      .map((reference) => bundle.resolve(reference, item)?.resource)
      .filter((resource) => resource !== undefined && typeOf(resource) === 'Patient'),
  )
  const others = itemsOf(bundle, 'Patient').map(({ resource }) => resource)
  return [...new Set([...found, ...others])] as readonly Patient[]
}
