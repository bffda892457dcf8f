import { isRecord } from '../core/encoding'

export interface Zoom {
  readonly least: number
  readonly most: number
  readonly step: number
  readonly value: number
}

/** What a camera can do beyond a picture. TypeScript does not know these yet, and many browsers neither. */
function abilitiesOf(track: MediaStreamTrack): Readonly<Record<string, unknown>> {
  try {
    return { ...track.getCapabilities() }
  } catch {
    return {}
  }
}

const numberOr = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise

/** Whether the camera's light is on; nothing where it has none. */
export const lightOf = (track: MediaStreamTrack): { readonly light?: boolean } =>
  abilitiesOf(track)['torch'] === true ? { light: false } : {}

/** The range in which the camera zooms; nothing where it does not. */
export function zoomOf(track: MediaStreamTrack): { readonly zoom?: Zoom } {
  const range = abilitiesOf(track)['zoom']
  if (!isRecord(range)) return {}
  const least = numberOr(range['min'], 1)
  const most = numberOr(range['max'], least)
  const settings: Readonly<Record<string, unknown>> = { ...track.getSettings() }
  const value = numberOr(settings['zoom'], least)
  return most > least ? { zoom: { least, most, step: numberOr(range['step'], 0.1) || 0.1, value } } : {}
}

/** Answers whether the camera did it. */
export const setLight = (track: MediaStreamTrack, on: boolean): Promise<boolean> =>
  apply(track, { torch: on })
export const setZoom = (track: MediaStreamTrack, value: number): Promise<boolean> =>
  apply(track, { zoom: value })

/** Keeps the code sharp while the hand moves, where the camera can. */
export async function startFocus(track: MediaStreamTrack): Promise<void> {
  const modes = abilitiesOf(track)['focusMode']
  if (Array.isArray(modes) && modes.includes('continuous')) await apply(track, { focusMode: 'continuous' })
}

async function apply(track: MediaStreamTrack, wish: Readonly<Record<string, unknown>>): Promise<boolean> {
  try {
    await track.applyConstraints({ advanced: [wish] })
    return true
  } catch {
    return false
  }
}
