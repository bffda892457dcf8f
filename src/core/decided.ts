import { isRetryable, type ErrorCode, type ShxError } from './errors'
import type { Attempt } from './sessionState'

/**
 * What stays decided after an attempt with `options`, where `before` was decided already. A passcode that was wrong is of
 * no further use; a right one is needed to ask a long-term link again.
 */
export function decidedAfter(before: Attempt, options: Attempt, error: ShxError | undefined): Attempt {
  const { passcode, ...lasting } = options
  const wasRight = passcode !== undefined && passcode === before.passcode
  const isRight = error === undefined || isPastPasscode(error.code) || (wasRight && isRetryable(error))
  return isRight ? options : lasting
}

/** True for failures that a server gets to only after it has accepted the passcode: the files' own. */
const isPastPasscode = (code: ErrorCode): boolean =>
  code === 'MANIFEST_EMPTY' || /^(FILE|PAYLOAD|JWS)_/.test(code)
