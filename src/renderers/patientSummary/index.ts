import type { OrganizedBundle } from '../../core/organizeResources'
import type { Language } from '../../i18n/language'
import type { Renderer } from '../renderer'
import {
  compositionsOf,
  documentBundlesOf,
  hasDocument,
  isPatientSummary,
  ownTitle,
  subjectsOf,
} from './documents'
import { messages } from './messages'

/** Shows clinical documents, a patient summary above all: any bundle with a Composition, its sections in the author's order. */
export const patientSummary: Renderer = {
  id: 'patientSummary',
  title: titleOf,
  matches: hasDocument,
  subjects: subjectsOf,
  load: () => import('./View'),
  loadDocument: () => import('./toDocument'),
}

function titleOf(language: Language, bundle?: OrganizedBundle): string {
  const t = messages(language)
  const [composition] = bundle ? documentBundlesOf(bundle).flatMap(compositionsOf) : []
  if (composition === undefined || isPatientSummary(composition)) return t('title')
  const title = ownTitle(composition)
  return title === undefined ? t('untitledDocument') : t('titled', { title })
}
