import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { createHttp } from '../../src/platform/http'
import { startServer, type LocalServer } from '../support/node/localServer'

// Over real sockets: what a fake would forgive, a server does not.
let server: LocalServer | undefined
afterEach(() => server?.stop())

const seen: IncomingMessage[] = []
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<URL> {
  seen.length = 0
  server = await startServer((request, response) => {
    seen.push(request)
    answer(request, response)
  })
  return new URL(`${server.origin}/x`)
}

const http = createHttp({ timeoutSeconds: 1.5 })
const GET = { method: 'GET', maximumBytes: 1000 } as const

test('an answer comes back with status, type and body', async () => {
  const url = await serve((_, response) => {
    response
      .writeHead(404, { 'content-type': 'Application/JSON; charset=utf-8', 'retry-after': '7' })
      .end('{}')
  })
  const response = await http({ ...GET, url })
  expect(response).toMatchObject({
    ok: true,
    value: { status: 404, contentType: 'application/json', retryAfter: '7' },
  })
  expect(response.ok && new TextDecoder().decode(response.value.body)).toBe('{}')
})

test('a request carries no cookie, no referrer and no header of ours but the content type (L-29)', async () => {
  const url = await serve((_, response) => response.end())
  await http({ ...GET, url, method: 'POST', body: '{"recipient":"x"}' })
  const headers = seen[0]?.headers ?? {}
  expect(headers['content-type']).toBe('application/json')
  expect(headers).not.toHaveProperty('cookie')
  expect(headers).not.toHaveProperty('referer')
  expect(headers).not.toHaveProperty('authorization')
})

test('a token goes along only where a request has one (L-53)', async () => {
  const url = await serve((_, response) => response.end())
  await http({ ...GET, url, bearer: 'abc.def' })
  await http({ ...GET, url })
  expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer abc.def', undefined])
  expect(seen[0]?.headers['content-type']).toBeUndefined()
})

test('a request says what it sends, what it takes and what else FHIR defines, and a token wins over both', async () => {
  const url = await serve((_, response) => response.writeHead(201, { location: '/Binary/1' }).end())
  const response = await http({
    ...GET,
    url,
    method: 'POST',
    body: '{}',
    contentType: 'application/fhir+json',
    accept: 'application/pdf',
    bearer: 'abc',
    headers: { 'If-None-Exist': 'identifier=x', Authorization: 'Bearer other', ACCEPT: 'text/html' },
  })
  expect(seen[0]?.headers).toMatchObject({
    'content-type': 'application/fhir+json',
    accept: 'application/pdf',
    authorization: 'Bearer abc',
    'if-none-exist': 'identifier=x',
  })
  expect(response).toMatchObject({ ok: true, value: { status: 201, location: '/Binary/1' } })
  expect(seen).toHaveLength(1)
})

test('an answer that breaks off was an answer: a ticket may be spent', async () => {
  const url = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('half')
    setTimeout(() => response.destroy(), 20)
  })
  expect(await http({ ...GET, url })).toEqual({ ok: false, error: 'interrupted' })
})

test('a redirect is not followed: the address it leads to was never checked', async () => {
  const url = await serve((request, response) => {
    if (request.url === '/x') response.writeHead(302, { location: '/secret' }).end()
    else response.end('followed')
  })
  expect(await http({ ...GET, url })).toEqual({ ok: false, error: 'network' })
  expect(seen).toHaveLength(1)
})

test('an announced and an unannounced body over the cap are both cut off', async () => {
  const announced = await serve((_, response) => response.end('x'.repeat(2000)))
  expect(await http({ ...GET, url: announced })).toEqual({ ok: false, error: 'too-large' })
  await server?.stop()
  const endless = await serve((_, response) => {
    const timer = setInterval(() => response.write('x'.repeat(400)), 5)
    response.on('close', () => clearInterval(timer))
  })
  expect(await http({ ...GET, url: endless })).toEqual({ ok: false, error: 'too-large' })
})

test('a server that never answers, or stops in the middle, is given up', async () => {
  const silent = await serve(() => undefined)
  expect(await http({ ...GET, url: silent })).toEqual({ ok: false, error: 'timeout' })
  await server?.stop()
  const stalls = await serve((_, response) => {
    response.write('half')
  })
  expect(await http({ ...GET, url: stalls })).toEqual({ ok: false, error: 'timeout' })
})

test('an answer that is slow but keeps coming is waited for', async () => {
  const url = await serve((_, response) => {
    let left = 5
    const timer = setInterval(() => {
      left -= 1
      if (left > 0) response.write('.')
      else {
        clearInterval(timer)
        response.end('!')
      }
    }, 400)
  })
  const response = await http({ ...GET, url })
  expect(response.ok && new TextDecoder().decode(response.value.body)).toBe('....!')
})

test('a reader who has gone on ends the request, before and after it was sent', async () => {
  const url = await serve(() => undefined)
  expect(await http({ ...GET, url, signal: AbortSignal.abort() })).toEqual({ ok: false, error: 'aborted' })
  expect(seen).toHaveLength(0)
  const controller = new AbortController()
  const response = http({ ...GET, url, signal: controller.signal })
  setTimeout(() => controller.abort(), 50)
  expect(await response).toEqual({ ok: false, error: 'aborted' })
})

test('nobody at the address is "network", not an exception', async () => {
  const url = await serve(() => undefined)
  await server?.stop()
  server = undefined
  expect(await http({ ...GET, url })).toEqual({ ok: false, error: 'network' })
})
