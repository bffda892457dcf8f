/// <reference lib="webworker" />
import { prepareZXingModule, readBarcodes, type ReaderOptions, type ReadResult } from 'zxing-wasm/reader'
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'
import type { DecodeAnswer, DecodeRequest, FoundCode, OtherCode } from './qrMessages'
import { blurred, greyOf, rgbaOf, scaled, sharpened, type Pass } from './qrPasses'

/** The decoder is handed its code, because left alone it would fetch that from a host of its own choice. */
async function prepare(): Promise<boolean> {
  try {
    const response = await fetch(wasmUrl)
    if (!response.ok) return false
    const wasmBinary = await response.arrayBuffer()
    await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
    return true
  } catch {
    return false
  }
}

const ready = prepare()

const QR: ReaderOptions = { formats: ['QRCode'], tryHarder: true, textMode: 'Plain' }
/** A first look at a frame of a film: most codes need no more, and a second look or the next frame is coming. */
const GLANCE: ReaderOptions = {
  ...QR,
  tryHarder: false,
  tryRotate: false,
  tryInvert: false,
  tryDownscale: false,
}
const ANYTHING: ReaderOptions = { ...QR, formats: [] }

/** In the order in which they most often help. */
const PASSES: readonly [Pass, ...Pass[]] = [
  (grey) => sharpened(grey, 2, 3),
  (grey) => blurred(grey, 1),
  (grey) => scaled(grey, 0.75),
  (grey) => blurred(grey, 1, 2),
  (grey) => scaled(grey, 1.5),
  (grey) => scaled(blurred(grey, 1), 0.5),
]

/** Milliseconds after which the next frame is worth more than another look at this one. */
const FRAME_BUDGET = 60

const [FIRST, ...FURTHER] = PASSES
/** A frame had only a glance; after the pass that helps most it is looked at in full as it is. */
const FURTHER_OF_FRAME: readonly Pass[] = [(grey) => grey, ...FURTHER]

/** One further with each frame, so that on a slow device, too, all passes get their turn. */
let turn = 0

function passesFor(effort: Effort): readonly Pass[] {
  if (effort === 'picture') return PASSES
  if (effort === 'brief') return [FIRST]
  turn = (turn + 1) % FURTHER_OF_FRAME.length
  return [FIRST, ...FURTHER_OF_FRAME.slice(turn), ...FURTHER_OF_FRAME.slice(0, turn)]
}

self.addEventListener('message', ({ data }: MessageEvent<DecodeRequest>) => {
  // A worker has one page to answer; the rule is about windows.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  void answer(data).then((reply) => self.postMessage(reply))
})

async function answer(request: DecodeRequest): Promise<DecodeAnswer> {
  if (!(await ready)) return { id: request.id, codes: undefined }
  try {
    return { id: request.id, codes: await decode(request) }
  } catch {
    return { id: request.id, codes: [] }
  }
}

async function decode({ width, height, pixels, effort, many }: DecodeRequest): Promise<readonly FoundCode[]> {
  const image = new ImageData(new Uint8ClampedArray(pixels), width, height)
  // One damaged code would count as the one that was looked for.
  const options = { ...QR, returnErrors: many, maxNumberOfSymbols: many ? 255 : 1 }
  const first = await readBarcodes(image, effort === 'frame' ? { ...options, ...GLANCE } : options)
  const found = readable(first)
  // A picture with one code read and another one damaged deserves the other looks too.
  if (found.length > 0 && (!many || first.length === found.length)) return found
  const again = await lookAgain(image, options, effort)
  const all = [...new Map([...found, ...again.codes].map((code) => [code.text, code])).values()]
  if (all.length > 0) return all
  if (effort === 'frame') return []
  if (first.length > 0 || again.damaged) return [{ kind: 'damaged' }]
  if (effort === 'brief') return []
  return (await readBarcodes(image, ANYTHING)).map(({ format }) => ({ kind: kindOf(format) }))
}

async function lookAgain(image: ImageData, options: ReaderOptions, effort: Effort) {
  const grey = greyOf(image)
  const started = performance.now()
  let damaged = false
  for (const pass of passesFor(effort)) {
    if (effort === 'frame' && performance.now() - started > FRAME_BUDGET) break
    const other = pass(grey)
    const results = await readBarcodes(new ImageData(rgbaOf(other), other.width, other.height), options)
    const factor = grey.width / other.width
    const codes = readable(results, factor)
    damaged ||= results.length > 0
    if (codes.length > 0) return { codes, damaged }
  }
  return { codes: [], damaged }
}

type Effort = DecodeRequest['effort']
type ReadCode = Extract<FoundCode, { kind: 'qr' }>

const readable = (results: readonly ReadResult[], factor = 1): readonly ReadCode[] =>
  results
    .filter(({ isValid, text }) => isValid && text !== '')
    .map(({ text, position }) => ({
      kind: 'qr',
      text,
      corners: [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft].map(
        ({ x, y }) => ({ x: x * factor, y: y * factor }),
      ),
    }))

function kindOf(format: string): OtherCode {
  if (format.includes('PDF417')) return 'pdf417'
  if (format.startsWith('Aztec')) return 'aztec'
  return format === 'DataMatrix' ? 'data-matrix' : 'barcode'
}
