/** Which way a camera looks: `environment` away from the person who holds the device, `user` at them. */
export const FACINGS = ['environment', 'user'] as const
export type Facing = (typeof FACINGS)[number]

export interface CameraConfig {
  /**
   * The camera that is started first: the one that looks away from whoever holds the device, or the one that looks at
   * them. A choice made on a device is remembered there.
   */
  readonly cameraFacing: Facing
  /** Seconds without a code after which the camera pauses by itself. 0 leaves it on. */
  readonly cameraPauseSeconds: number
}

export const camera: CameraConfig = { cameraFacing: 'environment', cameraPauseSeconds: 60 }
