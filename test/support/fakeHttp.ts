import type { Http, HttpFailure, HttpRequest, HttpResponse } from '../../src/core/ports'
import { err, ok, type Result } from '../../src/core/result'

/** What a server answers, or how a request fails. `hang` answers only when the request is aborted. */
export type Answer =
  | {
      readonly status?: number
      readonly json?: unknown
      readonly text?: string
      readonly bytes?: Uint8Array
      readonly contentType?: string
      readonly retryAfter?: string
    }
  | HttpFailure
  | 'hang'

type Answers = Answer | readonly Answer[] | ((request: HttpRequest, nth: number) => Answer | Promise<Answer>)

export interface FakeHttp {
  (request: HttpRequest): ReturnType<Http>
  /** Every request in order. */
  readonly requests: readonly HttpRequest[]
  /** `POST https://…` for each request. */
  readonly log: () => readonly string[]
  /** The JSON bodies that were posted. */
  readonly posted: () => readonly unknown[]
}

/**
 * A network for tests. One answer serves every request; a list serves them in order and then no more: one request
 * too many fails the test, because a request is a used-up link or a spent passcode attempt.
 */
export function fakeHttp(answers: Answers): FakeHttp {
  const requests: HttpRequest[] = []
  const http = async (request: HttpRequest): ReturnType<Http> => {
    const nth = requests.push(request) - 1
    const answer = await answerTo(answers, request, nth)
    return answer === 'hang' ? untilAborted(request.signal) : settled(answer)
  }
  return Object.assign(http, {
    requests,
    log: () => requests.map(({ method, url }) => `${method} ${url.href}`),
    posted: () =>
      requests.flatMap(({ body }): unknown[] => (body === undefined ? [] : [JSON.parse(body) as unknown])),
  })
}

/** A network that must not be used. */
export const noHttp = (): FakeHttp => fakeHttp([])

async function answerTo(answers: Answers, request: HttpRequest, nth: number): Promise<Answer> {
  if (typeof answers === 'function') return answers(request, nth)
  if (!isList(answers)) return answers
  const answer = answers[nth]
  if (answer === undefined) throw new Error(`fakeHttp: request ${nth + 1} was not expected`)
  return answer
}

const isList = (answers: Exclude<Answers, Function>): answers is readonly Answer[] => Array.isArray(answers)

function settled(answer: Exclude<Answer, 'hang'>): Result<HttpResponse, HttpFailure> {
  if (typeof answer === 'string') return err(answer)
  const { status = 200, json, text, bytes, contentType, retryAfter } = answer
  const written = text ?? (json === undefined ? '' : JSON.stringify(json))
  return ok({
    status,
    body: bytes ?? new TextEncoder().encode(written),
    ...(contentType !== undefined && { contentType }),
    ...(retryAfter !== undefined && { retryAfter }),
  })
}

const untilAborted = (signal: AbortSignal | undefined): Promise<Result<HttpResponse, HttpFailure>> =>
  new Promise((resolve) => {
    if (signal?.aborted) resolve(err('aborted'))
    signal?.addEventListener('abort', () => resolve(err('aborted')))
  })
