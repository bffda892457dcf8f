import { describe, expect, test, vi } from 'vitest'
import type { HttpRequest } from '../../../src/core/ports'
import { repeating } from '../../../src/core/shl/repeat'
import { fakeHttp, type Answer } from '../../support/fakeHttp'

const request: HttpRequest = { url: new URL('https://links.example/m'), method: 'POST', maximumBytes: 1_000 }

async function send(answers: readonly Answer[], repeat?: HttpRequest['repeat'], signal?: AbortSignal) {
  const http = fakeHttp(answers)
  const pauses: number[] = []
  const pause = (milliseconds: number): Promise<void> => {
    pauses.push(milliseconds)
    return Promise.resolve()
  }
  const result = await repeating(
    http,
    pause,
  )({
    ...request,
    ...(repeat && { repeat }),
    ...(signal && { signal }),
  })
  return { result: result.ok ? result.value.status : result.error, sent: http.requests.length, pauses }
}

describe('a request is sent again by itself only where that can do no harm (L-25, fault 8)', () => {
  test('never, unless it says so', async () => {
    for (const answer of ['network', { status: 500 }] as const) {
      expect((await send([answer])).sent).toBe(1)
    }
  })

  test('when no answer arrived, after longer and longer pauses, and no oftener than it says', async () => {
    const repeat = { times: 2, whenFailing: false }
    expect(await send(['network', 'network', 'network'], repeat)).toEqual({
      result: 'network',
      sent: 3,
      pauses: [400, 1200],
    })
    expect(await send(['network', {}], repeat)).toMatchObject({ result: 200, sent: 2 })
  })

  test('after a failing server only where it says so', async () => {
    expect((await send([{ status: 503 }], { times: 2, whenFailing: false })).sent).toBe(1)
    for (const status of [500, 503, 599]) {
      expect(await send([{ status }, {}], { times: 2, whenFailing: true })).toMatchObject({
        result: 200,
        sent: 2,
      })
    }
    expect(await send([{ status: 500 }], { times: 0, whenFailing: true })).toMatchObject({ sent: 1 })
  })

  test.each<Answer>([
    'offline',
    'timeout',
    'interrupted',
    'too-large',
    'aborted',
    { status: 401 },
    { status: 404 },
    { status: 499 },
    {},
  ])('never after %j: the request may have been served, or asking at once mends nothing', async (answer) => {
    expect((await send([answer], { times: 2, whenFailing: true })).sent).toBe(1)
  })

  test('never after the person has gone on', async () => {
    expect((await send(['network'], { times: 2, whenFailing: true }, AbortSignal.abort())).sent).toBe(1)
  })

  test('after a pause that nobody can end, where nobody said how', async () => {
    vi.useFakeTimers()
    try {
      const http = fakeHttp(['network', {}])
      const sending = repeating(http)({ ...request, repeat: { times: 1, whenFailing: false } })
      await vi.advanceTimersByTimeAsync(399)
      expect(http.requests).toHaveLength(1)
      await vi.advanceTimersByTimeAsync(1)
      expect((await sending).ok).toBe(true)
      expect(http.requests).toHaveLength(2)
    } finally {
      vi.useRealTimers()
    }
  })

  test('going on ends a pause at once', async () => {
    vi.useFakeTimers()
    try {
      const controller = new AbortController()
      const http = fakeHttp(['network'])
      const sending = repeating(http)({
        ...request,
        repeat: { times: 1, whenFailing: false },
        signal: controller.signal,
      })
      await vi.advanceTimersByTimeAsync(100)
      controller.abort()
      expect(await sending).toEqual({ ok: false, error: 'network' })
      expect(http.requests).toHaveLength(1)
      expect(vi.getTimerCount()).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })
})
