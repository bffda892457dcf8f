import { flatList } from '../../core/fhir/shape'
import type { Patient } from '../../core/fhir/types'
import { itemsOf, typeOf, type OrganizedBundle } from '../../core/organizeResources'
import type { Renderer } from '../renderer'
import { messages } from './messages'

/** Shows insurance cards: every Coverage of a bundle, what a front desk types first. */
export const coverage: Renderer = {
  id: 'coverage',
  title: (language) => messages(language)('title'),
  matches: (bundle) => itemsOf(bundle, 'Coverage').length > 0,
  subjects: subjectsOf,
  load: () => import('./View'),
}

/** Everyone who is insured, and the subscribers; every Patient where neither can be followed. */
function subjectsOf(bundle: OrganizedBundle): readonly Patient[] {
  const found = itemsOf(bundle, 'Coverage').flatMap((item) =>
    ['beneficiary', 'subscriber']
      .flatMap((name) => flatList(item.resource[name]))
      .map((reference) => bundle.resolve(reference, item)?.resource)
      .filter((resource) => resource !== undefined && typeOf(resource) === 'Patient'),
  )
  const patients = found.length > 0 ? found : itemsOf(bundle, 'Patient').map(({ resource }) => resource)
  return [...new Set(patients)] as readonly Patient[]
}
