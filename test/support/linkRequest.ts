import { PUBLIC_HTTPS_ONLY } from '../../src/core/checkUrl'
import type { LinkRequest } from '../../src/core/shl/manifest'
import type { ShlPayload } from '../../src/core/shl/payload'
import { readInput } from '../../src/core/readInput'
import type { FakeHttp } from './fakeHttp'
import { clock } from './issueCard'
import { RECIPIENT } from './open'
import { link } from './shlLink'

/** A request for a link; `payload` is what stands in the link besides its address and key. */
export const linkRequest = (
  http: FakeHttp,
  {
    payload = {},
    ...rest
  }: Partial<Omit<LinkRequest, 'payload'>> & { payload?: Readonly<Record<string, unknown>> } = {},
): LinkRequest => ({ payload: payloadOf(link(payload)), http, clock, recipient: RECIPIENT, ...rest })

function payloadOf(text: string): ShlPayload {
  const read = readInput(text, PUBLIC_HTTPS_ONLY)
  if (!read.ok || read.value.kind !== 'link') throw new Error('linkRequest: this is no link')
  return read.value.payload
}
