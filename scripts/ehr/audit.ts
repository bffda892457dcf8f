import type { Answer, EhrRequest } from './http'
import type { EhrState } from './state'

/** One request and what was decided. Never a token, a code, a launch handle or a body. */
export interface AuditEntry {
  readonly method: string
  /** Path and, for the FHIR server alone, its query. */
  readonly address: string
  readonly status: number
  readonly decision: string
  /** Label of the token that came with it or was issued for it. */
  readonly token?: string
  /** Whether an Authorization header came with it at all. */
  readonly authorized: boolean
  readonly origin?: string
  /** The page that led here, where the browser tells: the viewer's never do. */
  readonly referrer?: string
  readonly accept?: string
  readonly ifNoneExist?: string
}

/** Writes a request down. Requests for the EHR's own pages are nobody's business. */
export function record(ehr: EhrState, request: EhrRequest, answer: Answer): void {
  if (answer.decision === 'page') return
  const { method, path, query, headers } = request
  const isFhir = path.startsWith('/fhir/')
  const search = isFhir && query.size > 0 ? `?${query.toString()}` : ''
  ehr.audit.push({
    method,
    address: `${path}${search}`,
    status: answer.hangs ? 0 : answer.status,
    decision: answer.decision,
    authorized: headers['authorization'] !== undefined,
    ...(answer.token !== undefined && { token: answer.token }),
    ...(headers['origin'] !== undefined && { origin: headers['origin'] }),
    ...(headers['referer'] !== undefined && { referrer: headers['referer'] }),
    ...(headers['accept'] !== undefined && { accept: headers['accept'] }),
    ...(headers['if-none-exist'] !== undefined && { ifNoneExist: headers['if-none-exist'] }),
  })
}
