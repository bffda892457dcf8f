import { ready } from 'fhirclient/lib/smart'
import { field } from '../../core/fhir/shape'
import { err, ok, type Result } from '../../core/result'
import type { LaunchStore } from '../storage'
import { environmentOf } from './environment'

/** refused: the EHR answered, and gave no token · unreachable: it did not answer. */
export type ExchangeFailure = 'refused' | 'unreachable'

/**
 * Turns the code into a token, which is then kept with the launch. One code is good for one call: an EHR that sees it
 * twice takes back what it gave.
 */
export async function exchange(
  store: LaunchStore,
  page: URL,
  state: string,
  code: string,
): Promise<Result<unknown, ExchangeFailure>> {
  try {
    // It goes into the form as it is; `+`, `&` and `%` in a code would be something else there.
    const client = await ready(environmentOf(store, page), {
      stateKey: state,
      code: encodeURIComponent(code),
    })
    return ok(client.state.tokenResponse)
  } catch (error) {
    return err(isAnswer(error) ? 'refused' : 'unreachable')
  }
}

/** True for an answer of the EHR that is not a failure of its own: `5xx` and no answer may be asked about again. */
function isAnswer(error: unknown): boolean {
  const status = field(error, 'statusCode') ?? field(error, 'status')
  if (typeof status === 'number') return status < 500
  // What `fetch` rejects with when there is no answer; anything else was an answer that could not be used.
  return !(error instanceof TypeError || error instanceof DOMException)
}
