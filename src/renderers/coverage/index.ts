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
  loadDocument: () => import('./toDocument'),
}

/** Everyone who is insured, and the subscribers; every Patient where neither can be followed. */
function subjectsOf(bundle: OrganizedBundle): readonly Patient[] {
  const found = [...new Set([...insuredBy(bundle), ...subscribersOf(bundle)])]
  return found.length > 0 ? found : itemsOf(bundle, 'Patient').map(({ resource }) => resource as Patient)
}

/** Whom the coverages of a bundle cover, as far as their references can be followed. */
export const insuredBy = (bundle: OrganizedBundle): readonly Patient[] => namedAs('beneficiary', bundle)

/** Who holds their policies; often one of those whom they cover. */
export const subscribersOf = (bundle: OrganizedBundle): readonly Patient[] => namedAs('subscriber', bundle)

function namedAs(role: 'beneficiary' | 'subscriber', bundle: OrganizedBundle): readonly Patient[] {
  const people = itemsOf(bundle, 'Coverage').flatMap((item) =>
    flatList(item.resource[role])
      .map((reference) => bundle.resolve(reference, item)?.resource)
      .filter((resource) => resource !== undefined && typeOf(resource) === 'Patient'),
  )
  return [...new Set(people)] as readonly Patient[]
}
