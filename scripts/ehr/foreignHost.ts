import { createServer } from 'node:http'
import { close, listen } from './listening'

export interface ForeignRequest {
  readonly path: string
  /** Whether an Authorization header came with it: that may never be. */
  readonly authorized: boolean
}

export interface ForeignHost {
  readonly origin: string
  readonly requests: readonly ForeignRequest[]
  readonly stop: () => Promise<void>
}

/** Another server, which a document of a chart leads to. It lets every page ask, and writes down what comes. */
export async function startForeignHost(): Promise<ForeignHost> {
  const requests: ForeignRequest[] = []
  const server = createServer((request, response) => {
    const authorized = request.headers.authorization !== undefined
    if (request.method !== 'OPTIONS') requests.push({ path: request.url ?? '/', authorized })
    response.writeHead(200, {
      'content-type': 'text/plain',
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'authorization, accept',
    })
    response.end('A document of another host.')
  })
  const port = await listen(server, 0)
  return { origin: `http://127.0.0.1:${port}`, requests, stop: () => close(server) }
}
