import { createServer, type Plugin } from 'vite'
import type { ViewerHost, ViewerHostOptions } from './viewerHost'

/** Serves the viewer from its sources, with hot reload, and with a configuration of its own. */
export async function startDevViewer({
  config,
  port = 0,
}: Omit<ViewerHostOptions, 'folder'>): Promise<ViewerHost> {
  const server = await createServer({
    mode: 'development',
    // Not in the folder of `npm start`, which may run beside it and prepares its parts there.
    cacheDir: 'node_modules/.vite-ehr',
    plugins: [ownConfig(config)],
    server: { port, host: 'localhost', strictPort: true },
  })
  await server.listen()
  const [address = ''] = server.resolvedUrls?.local ?? []
  return { address, stop: () => server.close() }
}

const ownConfig = (config: () => unknown): Plugin => ({
  name: 'ehr-config',
  configureServer: ({ middlewares }) => {
    middlewares.use('/config.json', (_, response) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(config()))
    })
  },
})
