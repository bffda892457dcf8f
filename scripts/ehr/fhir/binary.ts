import type { Answer, EhrRequest } from '../http'
import { textAt } from '../json'
import type { Quirk } from '../quirks'
import type { Json } from './engine'
import { outcome, resourceAnswer } from './outcome'

/** Milliseconds; a busy machine sees what is on the screen meanwhile, and presses a button there. */
const SLOW = 5_000

/**
 * A Binary as FHIR JSON where JSON is asked for, else as its bytes. Oracle Health answers to `application/fhir+json`
 * and to the document's own type, and to nothing else.
 * Source: FHIR R4, Binary, "Serving Binary Resources using the RESTful API".
 */
export function binaryAnswer(binary: Json, { headers }: EhrRequest, quirks: ReadonlySet<Quirk>): Answer {
  const contentType = textAt(binary, 'contentType')
  const accepted = (headers['accept'] ?? '*/*').split(',').map((part) => part.split(';')[0]?.trim() ?? '')
  const delay = quirks.has('slow-binary') ? { delay: SLOW } : {}
  const wantsFhir = accepted.includes('application/fhir+json')
  if (quirks.has('oracle') && !wantsFhir && !accepted.includes(contentType))
    return outcome(
      406,
      'not-supported',
      'Accept has to be application/fhir+json or the type of the document.',
    )
  if (wantsFhir || accepted.includes('application/json'))
    return resourceAnswer(200, binary, { decision: 'read as JSON', ...delay })
  return {
    status: 200,
    headers: { 'content-type': contentType, 'x-content-type-options': 'nosniff' },
    body: Buffer.from(textAt(binary, 'data'), 'base64'),
    decision: 'read as bytes',
    ...delay,
  }
}
