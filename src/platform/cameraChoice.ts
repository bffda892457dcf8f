import type { ShxError } from '../core/errors'
import { FACINGS, type Facing } from '../config/camera'

/** Which camera a person wants: by the way it looks, or one device by its id. */
export type CameraChoice =
  | { readonly by: 'facing'; readonly facing: Facing }
  | { readonly by: 'id'; readonly deviceId: string }

/** As it is remembered on this device: a facing, or the id that the browser made up for a device of this site. */
export function choiceFrom(preference: string | undefined, standard: Facing): CameraChoice {
  if (preference === undefined || preference === '') return { by: 'facing', facing: standard }
  const facing = FACINGS.find((known) => known === preference)
  return facing === undefined ? { by: 'id', deviceId: preference } : { by: 'facing', facing }
}

export const preferenceOf = (choice: CameraChoice): string =>
  choice.by === 'facing' ? choice.facing : choice.deviceId

/** Enough for a dense code that fills two thirds of the view: five pixels to a module. */
const SIZE = { width: { ideal: 1920 }, height: { ideal: 1080 } } as const

/** What to ask the browser for. `strict` insists on the choice; otherwise any camera is better than none. */
export const constraintsFor = (choice: CameraChoice, strict: boolean): MediaStreamConstraints => ({
  audio: false,
  video: {
    ...SIZE,
    ...(choice.by === 'id'
      ? strict && { deviceId: { exact: choice.deviceId } }
      : { facingMode: { ideal: choice.facing } }),
  },
})

type CameraErrorCode =
  | 'CAMERA_DENIED'
  | 'CAMERA_UNAVAILABLE'
  | 'CAMERA_IN_USE'
  | 'CAMERA_UNPLUGGED'
  | 'CAMERA_INSECURE_CONTEXT'
  | 'CAMERA_BLOCKED_BY_FRAME'
  | 'READER_UNAVAILABLE'
export type CameraError = Extract<ShxError, { code: CameraErrorCode }>

/** Names that browsers of different age give to the same refusal. */
const CODES: Readonly<Record<string, CameraErrorCode>> = {
  NotAllowedError: 'CAMERA_DENIED',
  PermissionDeniedError: 'CAMERA_DENIED',
  SecurityError: 'CAMERA_DENIED',
  NotReadableError: 'CAMERA_IN_USE',
  TrackStartError: 'CAMERA_IN_USE',
  AbortError: 'CAMERA_IN_USE',
}

/** Why `getUserMedia` refused. A camera that is simply not there, or not as asked for, is unavailable. */
export function cameraError(problem: unknown): CameraError {
  const name = problem instanceof Error || problem instanceof DOMException ? problem.name : ''
  return { code: Object.hasOwn(CODES, name) ? (CODES[name] ?? 'CAMERA_UNAVAILABLE') : 'CAMERA_UNAVAILABLE' }
}

/** True when another camera may do: the wanted one is gone or cannot do what was asked. */
export const isUnfulfilled = (problem: unknown): boolean =>
  problem instanceof Error && /^(Overconstrained|NotFound|DevicesNotFound)/.test(problem.name)

export type KnownCamera = Pick<MediaDeviceInfo, 'deviceId' | 'label'>

/**
 * Of several back cameras, the one for reading a code at arm's length: the phone's own combination of lenses, which
 * changes to the close one by itself, before the main lens, before wide, far and depth lenses. `undefined` when the
 * labels say nothing better than `current`.
 */
export function betterBackCamera(
  cameras: readonly KnownCamera[],
  current: string | undefined,
): string | undefined {
  const backs = cameras.filter(({ label }) => /back|rear|environment|rück|trase|arrière/i.test(label))
  const ranked = backs.toSorted((a, b) => rankOf(b.label) - rankOf(a.label))
  const now = backs.find(({ deviceId }) => deviceId === current)
  const [best] = ranked
  return best && now && rankOf(best.label) > rankOf(now.label) ? best.deviceId : undefined
}

function rankOf(label: string): number {
  if (/depth|infrared|\bir\b|mono/i.test(label)) return -3
  if (/tele/i.test(label)) return -2
  if (/triple|dual/i.test(label)) return 2
  if (/ultra|wide/i.test(label)) return -1
  // Android counts its cameras, and the main one comes first.
  const number = /camera2? (\d+)/i.exec(label)?.[1]
  return number === undefined ? 0 : 1 - Math.min(Number(number), 9) / 10
}

/** The camera after `current` in the browser's own order, around and around. `undefined` when there is no other. */
export function cameraAfter(
  cameras: readonly KnownCamera[],
  current: string | undefined,
): string | undefined {
  const at = cameras.findIndex(({ deviceId }) => deviceId === current)
  const next = cameras[(at + 1) % cameras.length]
  return next?.deviceId === current ? undefined : next?.deviceId
}

/** Which way a running camera looks: as it says, else by its label, else as it was asked for. */
export function facingOf(
  { facingMode }: { readonly facingMode?: string },
  label: string,
  asked: Facing,
): Facing {
  const stated = FACINGS.find((facing) => facing === facingMode)
  if (stated) return stated
  if (/back|rear|environment/i.test(label)) return 'environment'
  return /front|user|face/i.test(label) ? 'user' : asked
}
