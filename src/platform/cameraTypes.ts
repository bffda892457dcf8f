import type { Facing } from '../config/camera'
import type { CameraError } from './cameraChoice'
import type { Zoom } from './cameraTrack'
import type { CameraHint } from './cameraWatch'
import type { ReadFrames } from './frameReader'

export type CameraState =
  | { readonly phase: 'off' }
  /** `slow`: the browser has been asking the person for some time. */
  | { readonly phase: 'starting'; readonly slow: boolean }
  | Scanning
  | { readonly phase: 'paused' }
  | { readonly phase: 'failed'; readonly error: CameraError; readonly cameras: number }

export interface Scanning {
  readonly phase: 'scanning'
  readonly facing: Facing
  /** How many cameras there are; with one there is nothing to switch. */
  readonly cameras: number
  readonly hint: CameraHint | undefined
  /** Absent where the camera has no light. */
  readonly light?: boolean
  /** Absent where the camera cannot zoom. */
  readonly zoom?: Zoom
}

export interface CameraOptions {
  readonly facing: Facing
  /** Seconds without a code before the camera pauses. 0 never pauses. */
  readonly pauseSeconds: number
}

export type Devices = Pick<
  MediaDevices,
  'getUserMedia' | 'enumerateDevices' | 'addEventListener' | 'removeEventListener'
>

/** The world as a camera sees it; `cameraPorts.ts` has the real one. */
export interface CameraPorts {
  /** Absent where the browser withholds it: outside secure contexts. */
  readonly mediaDevices: Devices | undefined
  readonly isSecure: boolean
  readonly isBlockedByFrame: () => boolean
  readonly page: Pick<Document, 'hidden' | 'addEventListener' | 'removeEventListener'>
  readonly readPreference: () => string | undefined
  readonly writePreference: (value: string) => void
  readonly readFrames: ReadFrames
}

export interface Camera {
  readonly state: () => CameraState
  readonly subscribe: (listener: () => void) => () => void
  /** Takes every new text that is scanned, until told to stop. */
  readonly listen: (onText: (text: string) => void) => () => void
  /** Starts in `container`, where the picture will stand; the browser asks the person where needed. */
  readonly start: (container: HTMLElement) => void
  /** Starts again after a pause or a failure, in the same place. */
  readonly restart: () => void
  /** One press changes between front and back, two in a row go to the next camera. */
  readonly pressSwitch: () => void
  readonly toggleLight: () => void
  readonly zoomTo: (value: number) => void
  /** Ends; the device's own lamp goes out. */
  readonly stop: () => void
}
