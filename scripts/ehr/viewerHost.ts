import { createServer } from 'node:http'
import { answerStatic } from '../staticFiles'
import { close, listen } from './listening'

export interface ViewerHost {
  /** Where the viewer is, with a slash at the end. */
  readonly address: string
  readonly stop: () => Promise<void>
}

export interface ViewerHostOptions {
  /** The built viewer. */
  readonly folder: string
  /** Content of its `config.json`, asked for each time. */
  readonly config: () => unknown
  /** Default: any that is free. */
  readonly port?: number
}

/**
 * Serves the built viewer on `localhost`, with a configuration of its own. To a browser that is another site than the
 * EHR, which is on 127.0.0.1: what holds between the two here holds between a hospital and its viewer.
 */
export async function startViewerHost({ folder, config, port = 0 }: ViewerHostOptions): Promise<ViewerHost> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://viewer')
    if (pathname !== '/config.json') {
      void answerStatic(response, { folder, path: pathname.slice(1) })
      return
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(config()))
  })
  const bound = await listen(server, port, 'localhost')
  return { address: `http://localhost:${bound}/`, stop: () => close(server) }
}
