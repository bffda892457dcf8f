import { field, text } from '../../core/fhir/shape'
import type { Format } from '../tables/format'

/** Words for a reference that leads nowhere; `undefined` when it does not even say where. */
export const referenceWords = (reference: unknown, f: Format): string | undefined =>
  text(field(reference, 'display')) ??
  f.identifier(field(reference, 'identifier')) ??
  text(field(reference, 'reference')) ??
  f.any(reference)
