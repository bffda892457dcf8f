import type { OrganizedBundle } from '../core/organizeResources'
import { collection } from './collection'
import { coverage } from './coverage'
import { immunizationHistory } from './immunizationHistory'
import { patientSummary } from './patientSummary'
import type { Renderer } from './renderer'

/** Every renderer, in the order in which they are asked. Adding one is a folder and a line here. */
export const RENDERERS: readonly Renderer[] = [patientSummary, coverage, immunizationHistory, collection]

/** The renderer of a bundle. `collection` matches everything, so there always is one. */
export const rendererFor = (bundle: OrganizedBundle): Renderer =>
  RENDERERS.find((renderer) => renderer.matches(bundle)) ?? collection
