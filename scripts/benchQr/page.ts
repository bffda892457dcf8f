import { generate } from 'lean-qr'
import QrScanner from 'qr-scanner'
import { scanRegion } from '../../src/platform/frameReader.ts'
import { createQrDecoder } from '../../src/platform/qrDecoder.ts'
import { rgbaOf, type Grey } from '../../src/platform/qrPasses.ts'
import { frameOf, qualityFor, type Kind } from './frames.ts'
import { seeded } from './random.ts'

export interface Case {
  readonly kind: Kind
  readonly text: string
  readonly size: readonly [number, number]
  readonly seed: number
}

export interface Reading {
  readonly right: boolean
  /** Something was read, and it is not what was drawn. */
  readonly wrong: boolean
  /** From the frame to the text, drawing and reading its pixels included. */
  readonly milliseconds: number
  /** From the pixels to the text; for our decoder only, the others do not tell the two apart. */
  readonly decoding: number
}

export interface Outcome {
  readonly ours: Reading
  readonly usual: Reading
  readonly whole: Reading
  readonly version: number
}

declare global {
  interface Window {
    runCase?: (test: Case) => Promise<Outcome>
  }
}

const createUsualEngine = QrScanner.createQrEngine.bind(QrScanner)
const decoder = createQrDecoder()
const usualEngine = createUsualEngine()
const usualCanvas = document.createElement('canvas')
const wholeCanvas = document.createElement('canvas')
const ownCanvas = document.createElement('canvas')

/** Each frame is read this often, and the quickest counts: other programs of the machine slow down the rest. */
const TIMES = 3

/** What the first look gave, and the times of the quickest. */
async function timed(
  expected: string,
  read: (onPixels: () => void) => Promise<string | undefined>,
): Promise<Reading> {
  let text: string | undefined
  let milliseconds = Number.POSITIVE_INFINITY
  let decoding = Number.POSITIVE_INFINITY
  for (let time = 0; time < TIMES; time++) {
    const start = performance.now()
    let pixelsAt = start
    const found = await read(() => {
      pixelsAt = performance.now()
    })
    const end = performance.now()
    milliseconds = Math.min(milliseconds, end - start)
    decoding = Math.min(decoding, end - pixelsAt)
    if (time === 0) text = found
  }
  return { right: text === expected, wrong: text !== undefined && text !== expected, milliseconds, decoding }
}

/** As the camera screen does it: the middle square, one frame's effort. */
async function readOurs(frame: HTMLCanvasElement, onPixels: () => void): Promise<string | undefined> {
  const region = scanRegion({ videoWidth: frame.width, videoHeight: frame.height })
  const { x, y, width, height, downScaledWidth: side } = region
  if (ownCanvas.width !== side) [ownCanvas.width, ownCanvas.height] = [side, side]
  const context = ownCanvas.getContext('2d', { alpha: false, willReadFrequently: true })
  if (!context) return undefined
  context.imageSmoothingEnabled = false
  context.drawImage(frame, x, y, width, height, 0, 0, side, side)
  const image = context.getImageData(0, 0, side, side)
  onPixels()
  const [code] = await decoder.decode(image, { effort: 'frame' })
  return code?.kind === 'qr' ? code.text : undefined
}

/** As qr-scanner does it when nothing is set: two thirds of the frame, at 400 pixels, with its own engine. */
async function readUsual(frame: HTMLCanvasElement): Promise<string | undefined> {
  const side = Math.round((2 / 3) * Math.min(frame.width, frame.height))
  const corner = { x: Math.round((frame.width - side) / 2), y: Math.round((frame.height - side) / 2) }
  const drawn = { width: side, height: side, downScaledWidth: 400, downScaledHeight: 400 }
  const options = { scanRegion: { ...corner, ...drawn }, qrEngine: usualEngine, canvas: usualCanvas }
  return QrScanner.scanImage(frame, options).then(
    ({ data }) => data,
    () => undefined,
  )
}

/** The same engine over the whole frame at its full size. */
const readWhole = (frame: HTMLCanvasElement): Promise<string | undefined> =>
  QrScanner.scanImage(frame, { qrEngine: usualEngine, canvas: wholeCanvas }).then(
    ({ data }) => data,
    () => undefined,
  )

async function canvasOf(grey: Grey, quality: number | undefined): Promise<HTMLCanvasElement> {
  const canvas = document.createElement('canvas')
  ;[canvas.width, canvas.height] = [grey.width, grey.height]
  const context = canvas.getContext('2d', { willReadFrequently: true })
  context?.putImageData(new ImageData(rgbaOf(grey), grey.width, grey.height), 0, 0)
  if (quality === undefined) return canvas
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', quality)
  })
  if (blob) context?.drawImage(await createImageBitmap(blob), 0, 0)
  return canvas
}

window.runCase = async ({ kind, text, size, seed }) => {
  const random = seeded(seed)
  const code = generate(text)
  const frame = await canvasOf(frameOf(kind, code, size, random), qualityFor(kind, random))
  return {
    ours: await timed(text, (onPixels) => readOurs(frame, onPixels)),
    usual: await timed(text, () => readUsual(frame)),
    whole: await timed(text, () => readWhole(frame)),
    version: (code.size - 17) / 4,
  }
}
