import type { Http, HttpFailure, HttpRequest, HttpResponse } from '../ports'
import type { Result } from '../result'

/** Waits; ends early when `signal` says that the person has gone on. */
export type Pause = (milliseconds: number, signal?: AbortSignal) => Promise<void>

/** Milliseconds before the first repetition; each further one waits three times as long. */
const FIRST_PAUSE = 400

/**
 * A network that sends a request again by itself, after a pause, as often as the request says that it does no harm (see
 * `HttpRequest.repeat`). Being offline, a time-out and an answer that broke off are not mended by asking at once: the
 * person decides. Never throws.
 */
export const repeating =
  (http: Http, pause: Pause = waitFor): Http =>
  async (request) => {
    let response = await http(request)
    for (let again = 0; again < (request.repeat?.times ?? 0) && mayRepeat(response, request); again++) {
      await pause(FIRST_PAUSE * 3 ** again, request.signal)
      if (request.signal?.aborted) return response
      response = await http(request)
    }
    return response
  }

const mayRepeat = (response: Result<HttpResponse, HttpFailure>, { repeat }: HttpRequest): boolean =>
  response.ok ? repeat?.whenFailing === true && response.value.status >= 500 : response.error === 'network'

const waitFor: Pause = (milliseconds, signal) =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
