import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Connect, Plugin } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleHost } from '../../scripts/sampleHost/plugin'

type Handle = Connect.NextHandleFunction

const stack: Connect.ServerStackItem[] = [
  { route: '', handle: (_: unknown, response: ServerResponse) => response.writeHead(299).end('the page') },
]
let server: Server
let base: string

/** Runs the plugin's hook against a server that has one middleware already. */
beforeAll(async () => {
  const { configurePreviewServer: hook } = sampleHost() as Plugin & {
    configurePreviewServer: (server: object) => void
  }
  hook({ middlewares: { stack } })
  server = createServer((request, response) => {
    const [first, second] = stack.map(({ handle }) => handle as Handle)
    first?.(request, response, () => second?.(request, response, () => undefined))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

test(
  'the sample host answers before anything else does, also below a path',
  { timeout: 30_000 },
  async () => {
    const preflight = await fetch(`${base}/sample-host/shl/x`, { method: 'OPTIONS' })
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    const catalog = await (await fetch(`${base}/viewer/sample-host/catalog.json`)).json()
    expect(catalog).toContainEqual(expect.objectContaining({ id: 'link-passcode', passcode: '1234' }))
  },
)

test('everything else goes on to the page', async () => {
  expect((await fetch(`${base}/samples/catalog.json`)).status).toBe(299)
})
