import { PUBLIC_HTTPS_ONLY } from '../../src/core/checkUrl'
import { openSHX, type OpenedShx, type OpenFailure, type OpenOptions } from '../../src/core/openSHX'
import { noHttp } from './fakeHttp'
import { clock } from './issueCard'
import { loading } from './directories'

export const RECIPIENT = 'Example Hospital, front desk'

/** What `openSHX` needs, with a network that must not be used and no directories. */
export const options = (overrides: Partial<OpenOptions> = {}): OpenOptions => ({
  http: noHttp(),
  clock,
  recipient: RECIPIENT,
  policy: PUBLIC_HTTPS_ONLY,
  loadDirectories: loading(),
  ...overrides,
})

/** Opens what must open. */
export async function opened(text: string, overrides: Partial<OpenOptions> = {}): Promise<OpenedShx> {
  const result = await openSHX(text, options(overrides))
  if (!result.ok) throw new Error(`did not open: ${result.error.error.code}`)
  return result.value
}

/** Opens what must not open. */
export async function refused(text: string, overrides: Partial<OpenOptions> = {}): Promise<OpenFailure> {
  const result = await openSHX(text, options(overrides))
  if (result.ok) throw new Error('opened, though it should not')
  return result.error
}
