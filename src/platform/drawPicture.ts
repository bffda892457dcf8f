import { imageSize } from './imageSize'

/** Pixels of a picture that is unpacked at all; a larger one is a mistake or a bomb. */
const MAXIMUM_PIXELS = 40_000_000
/** Pixels along the longer edge of what is drawn: enough to read a page, little enough for a phone. */
const LONGEST_EDGE = 2_400

/**
 * Unpacks a picture and draws it, made smaller where it is large. False when its header states no size or too large a
 * one, or the browser cannot unpack it. What is on the canvas are pixels of ours and nothing of the file.
 * Source: threats T23 and T24.
 */
export async function drawPicture(
  bytes: Uint8Array<ArrayBuffer>,
  canvas: HTMLCanvasElement,
): Promise<boolean> {
  const size = imageSize(bytes)
  if (!size || size.width < 1 || size.height < 1 || size.width * size.height > MAXIMUM_PIXELS) return false
  try {
    const bitmap = await createImageBitmap(new Blob([bytes]))
    const scale = Math.min(1, LONGEST_EDGE / Math.max(bitmap.width, bitmap.height))
    canvas.width = Math.max(1, Math.round(bitmap.width * scale))
    canvas.height = Math.max(1, Math.round(bitmap.height * scale))
    const context = canvas.getContext('2d')
    context?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    bitmap.close()
    return context !== null
  } catch {
    return false
  }
}
