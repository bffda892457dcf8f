import { resourcesOf } from '../../core/organizeResources'
import type { Renderer } from '../renderer'
import { messages } from './messages'
import { bundlesIn } from './innerBundles'

/** Shows any bundle as tables by resource type. It matches everything and is therefore asked last. */
export const collection: Renderer = {
  id: 'collection',
  title: (language) => messages(language)('title'),
  matches: () => true,
  subjects: (bundle) => bundlesIn(bundle).flatMap((part) => resourcesOf(part, 'Patient')),
  load: () => import('./View'),
  loadDocument: () => import('./toDocument'),
}
