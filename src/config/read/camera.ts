import { FACINGS, type CameraConfig } from '../camera'
import { number, oneOf, type Readers } from './reader'

export const camera: Readers<CameraConfig> = {
  cameraFacing: oneOf(FACINGS),
  cameraPauseSeconds: number(0, 3600),
}
