import type { Camera, CameraOptions } from './cameraTypes'
import { openCapture, type CaptureEvents } from './capturePopup'
import type { ReadDocument, ReadOptions } from './documents'
import type { ShxError } from '../core/errors'
import { err, type Result } from '../core/result'

/** Everything that turns what is in front of a camera or in a file into text. Each part is fetched when first used. */
export interface Capture {
  /** Rejects when the part cannot be fetched. */
  readonly loadCamera: () => Promise<(options: CameraOptions) => Camera>
  readonly readDocument: (blob: Blob, options?: ReadOptions) => Promise<Result<ReadDocument, ShxError>>
  readonly openWindow: (events: CaptureEvents) => (() => void) | 'blocked'
}

export const createCapture = (base: URL): Capture => ({
  loadCamera,
  readDocument: async (blob, options) => {
    const part = await import('./documents').catch(() => undefined)
    return part ? part.readDocument(blob, options) : err({ code: 'READER_UNAVAILABLE' })
  },
  openWindow: (events) => openCapture(base, events),
})

export async function loadCamera(): Promise<(options: CameraOptions) => Camera> {
  const [{ createCamera }, { browserPorts }] = await Promise.all([
    import('./camera'),
    import('./cameraPorts'),
  ])
  return (options) => createCamera(options, browserPorts())
}
