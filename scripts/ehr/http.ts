import type { IncomingMessage, ServerResponse } from 'node:http'

/** One request, as far as the EHR looks at it. */
export interface EhrRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** What was decided, for the audit log; never a token, a code or a launch handle. */
  readonly decision: string
  /** Label of the access token that came with the request or was issued. */
  readonly token?: string
  /** Milliseconds to wait before answering. */
  readonly delay?: number
  /** The request is carried out and never answered. */
  readonly hangs?: true
}

/** Larger requests are refused: a saved document has at most 5 MiB, and base64 makes a third more of it. */
const MAXIMUM_BODY_BYTES = 12_000_000

/** Reads a request; `undefined` when its body is too large. */
export async function readRequest(request: IncomingMessage): Promise<EhrRequest | undefined> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length
    if (size <= MAXIMUM_BODY_BYTES) pieces.push(piece)
  }
  if (size > MAXIMUM_BODY_BYTES) return undefined
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://ehr')
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value ?? '')] as const)
  return {
    method: request.method ?? 'GET',
    path: pathname,
    query: searchParams,
    headers: Object.fromEntries(headers),
    body: Buffer.concat(pieces).toString('utf8'),
  }
}

export function send(response: ServerResponse, { status, headers, body }: Answer): void {
  if (response.destroyed) return
  response.writeHead(status, { 'cache-control': 'no-store', ...headers })
  response.end(body)
}

export const json = (
  status: number,
  value: unknown,
  rest: Pick<Answer, 'decision'> & Partial<Answer>,
): Answer => ({
  ...rest,
  status,
  headers: { 'content-type': 'application/json', ...rest.headers },
  body: JSON.stringify(value),
})

export const html = (body: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'referrer-policy': 'no-referrer' },
  body,
  decision: 'page',
})

/** `shown` is where the page goes on; codes and handles in it are for the browser, not for the audit log. */
export const redirect = (location: string, decision: string): Answer => ({
  status: 302,
  headers: { location },
  decision,
})
