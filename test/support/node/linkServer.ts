import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface LinkServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string
  /** The JSON bodies that were posted, in order. */
  readonly posted: unknown[]
  readonly close: () => Promise<void>
}

/** A server of one link: a manifest at `/manifest` behind a passcode, and a redirect to it at `/moved`. */
export async function startLinkServer(manifest: unknown, passcode: string): Promise<LinkServer> {
  const posted: unknown[] = []
  const server = createServer((request, response) => void answer(request, response))
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await jsonOf(request)
    if (request.url === '/moved') {
      response.writeHead(307, { location: '/manifest' }).end()
      return
    }
    posted.push(body)
    const right = (body as { readonly passcode?: unknown } | undefined)?.passcode === passcode
    response.writeHead(right ? 200 : 401, { 'content-type': 'application/json' })
    response.end(JSON.stringify(right ? manifest : { remainingAttempts: 4 }))
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    posted,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  const text = Buffer.concat(pieces).toString()
  return text === '' ? undefined : (JSON.parse(text) as unknown)
}
