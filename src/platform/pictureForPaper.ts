import { drawPicture } from './drawPicture'
import { canvasBytes, stackOnCanvas } from './pictures'

/** Pixels of the longer side below which a code is drawn larger, so that its edges stay hard on paper. */
const SHARP = 600

/**
 * A picture from a payload, to be printed: drawn as on the screen, with the same limits, then made a JPEG on white. What
 * is printed are pixels of ours: neither the file nor what its camera wrote into it. `undefined` where the picture
 * cannot be drawn. Never rejects.
 */
export async function pictureForPaper(
  bytes: Uint8Array<ArrayBuffer>,
  isCode: boolean,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const canvas = document.createElement('canvas')
    if (!(await drawPicture(bytes, canvas))) return undefined
    return await canvasBytes(stackOnCanvas([isCode ? enlarged(canvas) : canvas]), 'jpeg')
  } catch {
    return undefined
  }
}

/** Each pixel a square of several. */
function enlarged(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const factor = Math.floor(SHARP / Math.max(canvas.width, canvas.height))
  if (factor < 2) return canvas
  const large = document.createElement('canvas')
  large.width = canvas.width * factor
  large.height = canvas.height * factor
  const context = large.getContext('2d')
  if (!context) return canvas
  context.imageSmoothingEnabled = false
  context.drawImage(canvas, 0, 0, large.width, large.height)
  return large
}
