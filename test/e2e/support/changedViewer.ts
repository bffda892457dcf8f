import { startServer, type LocalServer } from '../../support/node/localServer'

/** Another text for a page of the viewer. */
export type Change = (html: string) => string

/**
 * The viewer from a host of this test's own, with some of its pages changed; `changes` by path, such as
 * `/copyText.html`. For windows that the viewer opens: what a test attaches to a new window, be it a script or a route,
 * can come after its page has begun to run, so the page itself has to bring it.
 */
export async function startChangedViewer(
  baseURL: string | undefined,
  changes: Readonly<Record<string, Change>>,
): Promise<LocalServer> {
  const host = await startServer((request, response) => {
    void answer(new URL(request.url ?? '/', baseURL))
    async function answer(address: URL): Promise<void> {
      const found = await fetch(address)
      const body = Buffer.from(await found.arrayBuffer())
      const change = changes[address.pathname]
      response.writeHead(found.status, { 'content-type': found.headers.get('content-type') ?? '' })
      response.end(change ? change(body.toString()) : body)
    }
  })
  return { ...host, origin: host.origin.replace('127.0.0.1', 'localhost') }
}

/** A page that does nothing, and stays until somebody closes it. */
export const WAITING: Change = () => '<!doctype html><title>Waiting</title><p>waiting</p>'
