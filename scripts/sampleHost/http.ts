import type { IncomingMessage, ServerResponse } from 'node:http'

/** One request, as far as the sample host looks at it. */
export interface HostRequest {
  readonly method: string
  /** What follows `/sample-host/`, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  /** Absolute address of the host itself as the client knows it, with `/sample-host/` at the end. */
  readonly base: string
  /** Access token of the `authorization` header. */
  readonly bearer?: string
  /** Text of the body; empty when there is none. */
  readonly body: string
}

export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

const MAXIMUM_BODY_BYTES = 100_000
const PREFIX = '/sample-host/'

/** A viewer on any origin may ask, as a real server of links has to allow, and read when to come back. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers': 'content-type, authorization',
  'access-control-expose-headers': 'Retry-After',
  'access-control-max-age': '600',
}

export const json = (status: number, value: unknown, headers: Answer['headers'] = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
})

/** Whether a request is for the sample host, wherever below the server's root the viewer is. */
export const isForHost = (request: IncomingMessage): boolean => pathOf(request).includes(PREFIX)

/** Reads a request; `undefined` when its body is larger than any manifest request has reason to be. */
export async function readRequest(request: IncomingMessage): Promise<HostRequest | undefined> {
  const body = await readBody(request)
  if (body === undefined) return undefined
  const path = pathOf(request)
  const start = path.indexOf(PREFIX) + PREFIX.length
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
  const secure = 'encrypted' in request.socket && request.socket.encrypted === true
  // HTTP/2 says `:authority` where HTTP/1 says `host`.
  const host = request.headers.host ?? String(request.headers[':authority'] ?? 'localhost')
  return {
    method: request.method ?? 'GET',
    path: path.slice(start),
    query: new URLSearchParams(request.url?.split('?')[1] ?? ''),
    base: `${secure ? 'https' : 'http'}://${host}${path.slice(0, start)}`,
    body,
    ...(bearer !== undefined && { bearer }),
  }
}

export function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...CORS, 'cache-control': 'no-store', ...headers })
  response.end(body)
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '').split('?')[0] ?? ''

/** Reads to the end even what is too large to keep: the connection is used again for the next request. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length
    if (size <= MAXIMUM_BODY_BYTES) pieces.push(piece)
  }
  return size <= MAXIMUM_BODY_BYTES ? Buffer.concat(pieces).toString('utf8') : undefined
}
