import { createServer } from 'node:http'
import { createSampleHost, type Middleware, type SampleHostOptions } from './host'

export interface RunningHost {
  /** `http://127.0.0.1:port/sample-host/`. */
  readonly url: URL
  readonly close: () => Promise<void>
}

/** Serves the sample host alone on this machine. Port 0 takes any that is free. */
export const startSampleHost = (port = 0, options: SampleHostOptions = {}): Promise<RunningHost> =>
  serve(createSampleHost(options), port)

/** Serves a host on this machine and nowhere else. Rejects when the port is taken. */
export async function serve(host: Middleware, port: number): Promise<RunningHost> {
  const server = createServer((request, response) => {
    host(request, response, (error) => {
      response.writeHead(error === undefined ? 404 : 500)
      response.end()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: new URL(`http://127.0.0.1:${bound}/sample-host/`),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}
