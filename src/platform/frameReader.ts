import QrScanner from 'qr-scanner'
import { createQrDecoder, DecoderUnavailable, type QrDecoder } from './qrDecoder'
import { brightnessOf } from './qrPasses'

export interface FrameEvents {
  readonly onText: (text: string) => void
  /** Told after each frame: how bright it was, 0 to 1. */
  readonly onFrame: (brightness: number) => void
  /** The decoder could not be loaded. */
  readonly onBroken: () => void
}

export interface FrameReader {
  readonly stop: () => void
}

/** Shows a camera's stream in `container` and reads codes from it until stopped. */
export type ReadFrames = (container: HTMLElement, stream: MediaStream, events: FrameEvents) => FrameReader

/** Wider regions are drawn at half their size, quarter and so on: whole steps, because others tear up dense codes. */
const COMFORTABLE_SIDE = 1300

/** The middle of the picture as a full square: codes that are held close fill it. */
export function scanRegion({ videoWidth, videoHeight }: { videoWidth: number; videoHeight: number }) {
  const side = Math.min(videoWidth, videoHeight)
  const drawn = Math.floor(side / Math.ceil(side / COMFORTABLE_SIDE || 1))
  return {
    x: Math.floor((videoWidth - side) / 2),
    y: Math.floor((videoHeight - side) / 2),
    width: side,
    height: side,
    downScaledWidth: drawn,
    downScaledHeight: drawn,
  }
}

/** What qr-scanner takes for the browser's own detector. */
interface Engine {
  readonly detect: (canvas: HTMLCanvasElement) => Promise<readonly unknown[]>
}

/** Scans a second; on a slow device the decoder sets the pace. */
const SCANS_A_SECOND = 15

/**
 * qr-scanner keeps the film running; our decoder looks at its frames. Each stream has a video element and a scanner of
 * its own, because a scanner that was stopped still reaches for its element a moment later.
 */
export const readFrames: ReadFrames = (container, stream, events) => {
  const decoder = createQrDecoder()
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = stream
  container.replaceChildren(video)
  // The engines that qr-scanner brings, or finds in the browser, are never used: they read half as many codes.
  QrScanner.createQrEngine = async () => engineOf(decoder, events) as unknown as Worker
  const scanner = new QrScanner(video, ({ data }) => events.onText(data), {
    calculateScanRegion: scanRegion,
    maxScansPerSecond: SCANS_A_SECOND,
    returnDetailedScanResult: true,
    onDecodeError: () => undefined,
  })
  // The context that qr-scanner will get for this canvas: its pixels are read, not shown.
  scanner.$canvas.getContext('2d', { alpha: false, willReadFrequently: true })
  void scanner.start().catch(() => undefined)
  return {
    stop: () => {
      scanner.destroy()
      decoder.stop()
      video.srcObject = null
      video.remove()
    },
  }
}

function engineOf(decoder: QrDecoder, { onFrame, onBroken }: FrameEvents): Engine {
  return {
    detect: async (canvas) => {
      const context = canvas.getContext('2d')
      if (!context || canvas.width === 0) return []
      const image = context.getImageData(0, 0, canvas.width, canvas.height)
      onFrame(brightnessOf(image))
      try {
        const codes = await decoder.decode(image, { effort: 'frame' })
        return codes.flatMap((code) =>
          code.kind === 'qr' ? [{ rawValue: code.text, cornerPoints: code.corners }] : [],
        )
      } catch (problem) {
        if (problem instanceof DecoderUnavailable) onBroken()
        return []
      }
    },
  }
}
