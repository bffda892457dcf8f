import type { ChartName } from '../data/people'
import { CHARTS } from '../data/people'
import { patientOf } from '../fhir/compartment'
import type { Json } from '../fhir/engine'
import type { Answer } from '../http'
import { at, listOf, textAt } from '../json'
import type { EhrState } from '../state'
import { escaped, frameOf } from './frame'

/** What a browser may open in a tab of the EHR; everything else is offered as a file. */
const SHOWN = new Set(['application/pdf', 'image/png', 'image/jpeg'])

/** The documents of a chart, newest first, so that somebody can see what was saved. */
export async function documentsPage({ engine }: EhrState, chart: ChartName): Promise<string> {
  const { patient, title } = CHARTS[chart]
  const query = `patient=Patient/${patient}&_sort=-date&_count=1000`
  const { resources } = await engine.search('DocumentReference', query)
  return frameOf(
    `Documents of ${title}`,
    `<section><h1>${escaped(title)}: ${resources.length} documents</h1>
<table><thead><tr><th>Date</th><th>Document</th><th>Kind</th><th>Status</th></tr></thead>
<tbody>${resources.map((document) => rowOf(chart, document)).join('')}</tbody></table></section>`,
  )
}

function rowOf(chart: ChartName, document: Json): string {
  const attachment = at(listOf(document['content'])[0], 'attachment')
  const title = textAt(document, 'description') || textAt(attachment, 'title') || 'Untitled'
  const isNew = document.id?.startsWith('saved-') === true
  return `<tr><td>${escaped(textAt(document, 'date').slice(0, 10))}</td>
<td><a href="/document?chart=${chart}&amp;id=${escaped(document.id ?? '')}">${escaped(title)}</a>${isNew ? ' <b>saved by an application</b>' : ''}</td>
<td>${escaped(textAt(attachment, 'contentType'))}</td><td>${escaped(textAt(document, 'status'))}</td></tr>`
}

/** The content of a document, as bytes. */
export async function documentAnswer(
  { engine, issuer }: EhrState,
  chart: ChartName,
  id: string,
): Promise<Answer> {
  const document = await engine.read('DocumentReference', id)
  const attachment = at(listOf(document?.['content'])[0], 'attachment')
  if (!document || patientOf(document) !== CHARTS[chart].patient) return missing
  const [, binaryId] = /^Binary\/([^/]+)$/.exec(textAt(attachment, 'url').replace(`${issuer}/`, '')) ?? []
  const binary = binaryId === undefined ? undefined : await engine.read('Binary', binaryId)
  const data = textAt(attachment, 'data') || textAt(binary, 'data')
  if (data === '') return missing
  const contentType = textAt(attachment, 'contentType')
  return {
    status: 200,
    headers: {
      'content-type': SHOWN.has(contentType) ? contentType : 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    },
    body: Buffer.from(data, 'base64'),
    decision: 'page',
  }
}

const missing: Answer = {
  status: 404,
  headers: { 'content-type': 'text/plain' },
  body: 'This document has no content here.',
  decision: 'page',
}
