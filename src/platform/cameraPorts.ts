import type { CameraPorts } from './cameraTypes'
import { isCameraBlockedByFrame } from './framePolicy'
import { readFrames } from './frameReader'
import { readPreference, writePreference } from './storage'

/** The camera's world in a browser. */
export const browserPorts = (): CameraPorts => ({
  mediaDevices: (navigator as { readonly mediaDevices?: MediaDevices }).mediaDevices,
  isSecure: window.isSecureContext,
  isBlockedByFrame: isCameraBlockedByFrame,
  page: document,
  readPreference: () => readPreference('camera'),
  writePreference: (value) => writePreference('camera', value),
  readFrames,
})
