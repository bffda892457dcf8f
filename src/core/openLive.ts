import type { Problem } from './errors'
import { verifyItem, type OpenOptions, type VerifiedBundle } from './openSHX'
import type { ApiOffer } from './shl/apiAccess'

/** What a live connection gave: a bundle like any other, which nobody signed, and what could not be had. */
export interface OpenedLive {
  readonly bundle?: VerifiedBundle
  readonly problems: readonly Problem[]
}

export interface LiveOptions extends Pick<OpenOptions, 'http' | 'clock' | 'signal' | 'attestationIssuers'> {
  readonly onProgress?: (done: number, total: number) => void
}

/** Asks the server that a link offers. Call it from the reader's own action: the server learns who reads, and when. */
export async function openLive(
  offer: ApiOffer,
  { clock, attestationIssuers, ...context }: LiveOptions,
): Promise<OpenedLive> {
  const { bundle, problems } = await offer.fetch(context)
  const located = problems.map((problem) => ({ ...problem, file: offer.file }))
  if (!bundle) return { problems: located }
  const origin = { file: offer.file, live: offer.host }
  const item = { kind: 'bundle', bundle, source: JSON.stringify(bundle), origin } as const
  const verdictContext = { directories: [], now: clock(), attestationIssuers }
  return { bundle: await verifyItem(item, verdictContext), problems: located }
}
