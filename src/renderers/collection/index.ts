import { resourcesOf } from '../../core/organizeResources'
import type { Renderer } from '../renderer'
import { messages } from './messages'

/** Shows any bundle as tables by resource type. It matches everything and is therefore asked last. */
export const collection: Renderer = {
  id: 'collection',
  title: (language) => messages(language)('title'),
  matches: () => true,
  subjects: (bundle) => resourcesOf(bundle, 'Patient'),
  load: () => import('./View'),
}
