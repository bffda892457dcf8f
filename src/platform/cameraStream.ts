import type { Facing } from '../config/camera'
import { betterBackCamera, constraintsFor, isUnfulfilled, type CameraChoice } from './cameraChoice'
import type { Devices } from './cameraTypes'

/** Every camera that the browser tells of; it gives labels only after a permission. */
export async function listCameras(devices: Devices | undefined): Promise<readonly MediaDeviceInfo[]> {
  const all = (await devices?.enumerateDevices().catch(() => [])) ?? []
  return all.filter(({ kind }) => kind === 'videoinput')
}

export interface Wish {
  readonly choice: CameraChoice
  /** False until a person has chosen: then the best of several back cameras is ours to find. */
  readonly isChosen: boolean
  /** What to fall back on when the chosen camera is gone. */
  readonly facing: Facing
}

export interface OpenedStream {
  readonly stream: MediaStream
  /** What the wish has become. */
  readonly choice: CameraChoice
}

/** The wished camera; any other when it is gone; of several back cameras the better one. Rejects as the browser does. */
export async function openStream(
  devices: Devices,
  { choice, isChosen, facing }: Wish,
): Promise<OpenedStream> {
  const opened = await devices.getUserMedia(constraintsFor(choice, true)).then(
    (stream) => ({ stream, choice }),
    async (problem: unknown) => {
      if (!isUnfulfilled(problem)) throw problem
      const stream = await devices.getUserMedia({ audio: false, video: true })
      return { stream, choice: { by: 'facing', facing } as const }
    },
  )
  if (isChosen || choice.by === 'id' || choice.facing === 'user') return opened
  const better = betterBackCamera(await listCameras(devices), deviceOf(opened.stream))
  if (better === undefined) return opened
  stopTracks(opened.stream)
  const stream = await devices
    .getUserMedia(constraintsFor({ by: 'id', deviceId: better }, true))
    .catch(() => devices.getUserMedia(constraintsFor(choice, false)))
  return { stream, choice }
}

export const deviceOf = (stream: MediaStream): string | undefined =>
  stream.getVideoTracks()[0]?.getSettings().deviceId

export function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
