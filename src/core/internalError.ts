import type { ShxError } from './errors'

/** A mistake of ours. What the exception says may quote the content, so only a random number is kept. */
export const internalError = (): ShxError => ({
  code: 'INTERNAL_ERROR',
  id: crypto.randomUUID().slice(0, 8),
})
