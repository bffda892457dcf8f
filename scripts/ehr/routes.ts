import { isChartName } from './data/people'
import { answerFhir } from './fhir/answerFhir'
import { html, json, redirect, type Answer, type EhrRequest } from './http'
import { launchAddress } from './launches'
import { answerAuthorize } from './oauth/authorize'
import { answerJwks } from './oauth/discovery'
import { answerToken } from './oauth/token'
import { documentAnswer, documentsPage } from './page/documentPages'
import { bothChartsPage, chartPage, startPage } from './page/pages'
import { isQuirk } from './quirks'
import type { EhrState } from './state'

/** What the EHR answers, by path. */
export async function answer(ehr: EhrState, request: EhrRequest): Promise<Answer> {
  const { method, path } = request
  if (method === 'OPTIONS') return { status: 204, decision: 'preflight' }
  if (path.startsWith('/fhir/')) return answerFhir(ehr, request)
  switch (`${method} ${path}`) {
    case 'GET /oauth/authorize':
      return answerAuthorize(ehr, request)
    case 'POST /oauth/token':
      return answerToken(ehr, request)
    case 'GET /oauth/jwks':
      return answerJwks(ehr)
    case 'GET /audit':
      return json(200, ehr.audit, { decision: 'page' })
    case 'POST /quirks':
      return setQuirks(ehr, request)
    default:
      return method === 'GET' ? page(ehr, request) : nothing
  }
}

async function page(ehr: EhrState, { path, query }: EhrRequest): Promise<Answer> {
  const chart = query.get('chart') ?? ''
  switch (path) {
    case '/':
      return html(startPage(ehr))
    case '/chart':
      return isChartName(chart) ? html(chartPage(ehr, chart)) : nothing
    case '/charts':
      return html(bothChartsPage(ehr))
    case '/documents':
      return isChartName(chart) ? html(await documentsPage(ehr, chart)) : nothing
    case '/document':
      return isChartName(chart) ? documentAnswer(ehr, chart, query.get('id') ?? '') : nothing
    case '/launch':
      return isChartName(chart) ? redirect(launchAddress(ehr, chart), 'page') : nothing
    default:
      return nothing
  }
}

const nothing = json(404, { error: 'nothing here' }, { decision: 'nothing at this address' })

/** Only the EHR's own pages may switch quirks. */
function setQuirks(ehr: EhrState, { headers, body }: EhrRequest): Answer {
  if (headers['origin'] !== undefined && headers['origin'] !== ehr.origin) return nothing
  ehr.quirks.clear()
  for (const name of new URLSearchParams(body).getAll('quirk')) if (isQuirk(name)) ehr.quirks.add(name)
  return { status: 303, headers: { location: '/' }, decision: 'page' }
}

/**
 * Which pages may read an answer: of the discovery document any, of tokens and records only the viewer's origin, as it
 * is registered. Source: SMART App Launch 2.2, "Cross-Origin Resource Sharing".
 */
export function corsHeaders(ehr: EhrState, { path, headers }: EhrRequest): Readonly<Record<string, string>> {
  const isOpen = path.startsWith('/fhir/.well-known/') || path === '/fhir/metadata' || path === '/oauth/jwks'
  const viewer = new URL(ehr.viewer).origin
  const isForScripts = path.startsWith('/fhir/') || path === '/oauth/token' || path === '/oauth/jwks'
  if (!isForScripts || (!isOpen && headers['origin'] !== viewer)) return {}
  return {
    'access-control-allow-origin': isOpen ? '*' : viewer,
    vary: 'Origin',
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'accept, authorization, content-type, if-none-exist, prefer',
    ...(!ehr.quirks.has('hidden-location') && { 'access-control-expose-headers': 'Location, ETag' }),
  }
}
