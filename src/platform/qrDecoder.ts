import type { DecodeAnswer, DecodeRequest, Effort, FoundCode } from './qrMessages'
import { startWorker } from './workers'

export type { FoundCode, OtherCode } from './qrMessages'

/** The pixels of an ImageData are handed over: it is empty afterwards. */
export type DecodableImage = ImageData | ImageBitmap | HTMLCanvasElement | OffscreenCanvas

export interface DecodeOptions {
  /** Look for every code in the picture rather than for one. Default: one. */
  readonly many?: boolean
  /** Default `picture`: as long as it takes. `frame`: at most some 60 ms, because the next one is coming. `brief`: two looks. */
  readonly effort?: Effort
}

export interface QrDecoder {
  /** Codes in the order of the decoder. Rejects with `DecoderUnavailable` when the decoder could not be loaded. */
  readonly decode: (image: DecodableImage, options?: DecodeOptions) => Promise<readonly FoundCode[]>
  /** Ends the worker; what is still being decoded, or asked for later, is answered with nothing. */
  readonly stop: () => void
}

export class DecoderUnavailable extends Error {}

/**
 * Creates a decoder with a worker of its own, which loads ZXing (C++ compiled to WebAssembly) from our own files.
 * Nothing else is ever asked: no host, no engine of the browser's, whose abilities differ between machines.
 */
export function createQrDecoder(worker: Worker = startWorker('qr')): QrDecoder {
  const waiting = new Map<
    number,
    { resolve: (codes: readonly FoundCode[]) => void; reject: (e: Error) => void }
  >()
  let count = 0
  let broken = false
  let stopped = false
  const giveUp = (): void => {
    broken = true
    for (const { reject } of waiting.values()) reject(new DecoderUnavailable())
    waiting.clear()
  }
  worker.addEventListener('error', giveUp)
  worker.addEventListener('message', ({ data }: MessageEvent<DecodeAnswer>) => {
    if (data.codes === undefined) return giveUp()
    waiting.get(data.id)?.resolve(data.codes)
    waiting.delete(data.id)
  })
  return {
    decode: async (image, { many = false, effort = 'picture' } = {}) => {
      if (stopped) return []
      if (broken) throw new DecoderUnavailable()
      const { data, width, height } = pixelsOf(image)
      const id = ++count
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        const request: DecodeRequest = { id, width, height, pixels: data.buffer, effort, many }
        worker.postMessage(request, [data.buffer])
      })
    },
    stop: () => {
      stopped = true
      worker.terminate()
      for (const { resolve } of waiting.values()) resolve([])
      waiting.clear()
    },
  }
}

/** Pixels that the worker can have. */
function pixelsOf(image: DecodableImage): {
  data: Uint8ClampedArray<ArrayBuffer>
  width: number
  height: number
} {
  if (image instanceof ImageData) {
    return { data: image.data, width: image.width, height: image.height }
  }
  const { width, height } = image
  const canvas = 'getContext' in image ? image : new OffscreenCanvas(width, height)
  // A camera's canvas has its context already, and keeps the options of that.
  const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D | null
  if (!context) throw new DecoderUnavailable()
  if (canvas !== image) context.drawImage(image, 0, 0)
  return {
    data: context.getImageData(0, 0, width, height).data,
    width,
    height,
  }
}
