import type { ParsedConfig } from '../config/config'

interface Policy {
  readonly allowsFeature: (feature: string) => boolean
}

/**
 * True when the page that shows this one in a frame withholds a feature. Not every browser tells beforehand; where it
 * does not, its refusal is all there is, and looks like a person's.
 */
export function isBlockedByFrame(feature: 'camera' | 'clipboard-write', page: object = document): boolean {
  const { permissionsPolicy, featurePolicy } = page as {
    readonly permissionsPolicy?: Policy
    readonly featurePolicy?: Policy
  }
  const policy = permissionsPolicy ?? featurePolicy
  return policy !== undefined && !policy.allowsFeature(feature)
}

export const isCameraBlockedByFrame = (page: object = document): boolean => isBlockedByFrame('camera', page)

/** True inside a frame of another page, where a window of its own may be allowed more. */
export const isFramed = (): boolean => window.self !== window.top

/** Where this page stands: what a window says of itself and of those around it. */
export interface FrameFacts {
  readonly isFramed: boolean
  /** Origin of this page. */
  readonly origin: string
  /** Origins of the pages around it, from the nearest to the outermost. Absent where the browser does not tell. */
  readonly ancestors?: readonly string[]
  /** An EHR's launch of this frame is under way, or was before a reload. */
  readonly isLaunched: boolean
}

/**
 * Whether this page may show health data where it stands. The header `frame-ancestors` answers that before the page is
 * even loaded; this is for hosts that cannot send it. Ours to show are: a window of its own, frames of our own origin,
 * those of `frameAncestors`, and one that an EHR has launched, whose address was checked at the launch.
 *
 * Where a browser does not tell who is around, nobody is let in if nobody is named; if somebody is, the deployment has
 * to send the header, and the browser has asked it already.
 */
export function mayShowData(facts: FrameFacts, frameAncestors: readonly string[]): boolean {
  const { isFramed: framed, origin, ancestors, isLaunched } = facts
  if (!framed || isLaunched) return true
  if (!ancestors) return frameAncestors.length > 0
  return ancestors.every(
    (ancestor) =>
      ancestor === origin ||
      areOfThisMachine(origin, ancestor) ||
      frameAncestors.some((allowed) => isWithin(ancestor, allowed)),
  )
}

/** Whether an origin is one of those that `https://ehr.example.org` or `https://*.example.org` means. */
function isWithin(origin: string, allowed: string): boolean {
  const [scheme = '', host = ''] = allowed.split('://')
  if (!host.startsWith('*.')) return origin === allowed
  return origin.startsWith(`${scheme}://`) && origin.endsWith(host.slice(1))
}

const THIS_MACHINE = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/

/** A developer's own page around a developer's own viewer; neither is anywhere else. */
const areOfThisMachine = (origin: string, ancestor: string): boolean =>
  THIS_MACHINE.test(origin) && THIS_MACHINE.test(ancestor)

/** Resolves with whether this page may show health data where it stands; at once when it is not in a frame. */
export async function mayShowHere(config: Promise<ParsedConfig>): Promise<boolean> {
  const facts = frameFacts()
  if (!facts.isFramed) return true
  return mayShowData(facts, (await config).config.frameAncestors)
}

function frameFacts(): FrameFacts {
  const { origin, search } = window.location
  const { ancestorOrigins } = window.location as { readonly ancestorOrigins?: ArrayLike<string> }
  return {
    isFramed: isFramed(),
    origin,
    ...(ancestorOrigins && { ancestors: Array.from(ancestorOrigins) }),
    isLaunched: isLaunchKept(new URLSearchParams(search).get('state')),
  }
}

/** A launch keeps what it needs under its `state`, a random number that the page's address names. */
function isLaunchKept(state: string | null): boolean {
  if (state === null || state === '') return false
  try {
    return Object.keys(sessionStorage).some((key) => key === state || key.endsWith(`.${state}`))
  } catch {
    return false // no storage, and so no launch
  }
}
