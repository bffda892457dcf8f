import { at, listOf, textAt } from '../json'
import type { Json } from './engine'

/** Types that Oracle Health takes; pictures are not among them. */
const CONTENT_TYPES =
  /^(application\/pdf|text\/(plain|richtext|rtf|html|xml)|application\/(rtf|xml|xhtml\+xml))(;|$)/

const WITH_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

/**
 * The first rule of Oracle Health for a new document that this one breaks, in order; `undefined` when it breaks none.
 * Source: Oracle Health, Millennium Platform APIs, DocumentReference, "Create".
 */
export function mistakeForOracle(document: Json, practitioner: string): string | undefined {
  if (document['status'] !== 'current') return 'status has to be current.'
  if (document['docStatus'] !== 'final') return 'docStatus has to be final.'
  if (listOf(at(document, 'type', 'coding')).length !== 1) return 'type has to have exactly one coding.'
  const author = listOf(document['author']).map((item) => textAt(item, 'reference'))
  if (author.length !== 1 || !author[0]?.endsWith(`Practitioner/${practitioner}`))
    return 'author has to be exactly one: the practitioner who is signed in.'
  const content = listOf(document['content'])
  const attachment = at(content[0], 'attachment')
  if (content.length !== 1) return 'content has to be exactly one.'
  if (!CONTENT_TYPES.test(textAt(attachment, 'contentType'))) return 'contentType is not supported.'
  if (at(attachment, 'data') === undefined) return 'data is required.'
  if (!WITH_TIME.test(textAt(document, 'context', 'period', 'end')))
    return 'context.period.end is required, with a time.'
  if (listOf(at(document, 'context', 'encounter')).length > 1) return 'encounter has to be one at most.'
  return undefined
}
