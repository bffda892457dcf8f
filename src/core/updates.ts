import { SEVERITY, type Problem } from './errors'
import type { OpenedLive } from './openLive'
import type { OpenedShx, VerifiedBundle } from './openSHX'
import type { ApiOffer } from './shl/apiAccess'
import { bundleKey } from './whatChanged'

/** True for what a live connection gave, which no file of the link holds. */
export const isLive = ({ origin }: VerifiedBundle): boolean => origin.live !== undefined

/** What an update would take away although nobody withdrew it: a file that was shown and now cannot be had. */
export function lossIn({ problems, bundles }: OpenedShx, shown: OpenedShx): Problem | undefined {
  const kept = new Set(bundles.map(bundleKey))
  const lost = new Set(
    shown.bundles.flatMap((bundle) =>
      isLive(bundle) || kept.has(bundleKey(bundle)) ? [] : [bundle.origin.file],
    ),
  )
  return problems.find(
    ({ code, file }) => file !== undefined && lost.has(file) && ['error', 'fatal'].includes(SEVERITY[code]),
  )
}

/** A second asking of the same server takes the place of the first. */
export function withLive(opened: OpenedShx, offer: ApiOffer, { bundle, problems }: OpenedLive): OpenedShx {
  const { file, host } = offer
  const isEarlier = ({ origin }: VerifiedBundle): boolean => origin.live === host && origin.file === file
  return {
    ...opened,
    bundles: [
      ...opened.bundles.filter((shown) => !(bundle && isEarlier(shown))),
      ...(bundle ? [bundle] : []),
    ],
    problems: [
      ...opened.problems.filter((problem) => problem.code !== 'API_ACCESS_FAILED' || problem.file !== file),
      ...problems,
    ],
  }
}
