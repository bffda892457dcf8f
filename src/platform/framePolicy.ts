interface Policy {
  readonly allowsFeature: (feature: string) => boolean
}

/**
 * True when the page that shows this one in a frame withholds the camera. Not every browser tells beforehand; where it
 * does not, its refusal is all there is, and looks like a person's.
 */
export function isCameraBlockedByFrame(page: object = document): boolean {
  const { permissionsPolicy, featurePolicy } = page as {
    readonly permissionsPolicy?: Policy
    readonly featurePolicy?: Policy
  }
  const policy = permissionsPolicy ?? featurePolicy
  return policy !== undefined && !policy.allowsFeature('camera')
}

/** True inside a frame of another page, where a window of its own may be allowed more. */
export const isFramed = (): boolean => window.self !== window.top
