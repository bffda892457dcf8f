/** A grey picture: one byte a pixel, row by row, 0 black. */
export interface Grey {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/**
 * Ways to look at the same picture again. Each was kept because it reads pictures that the ones before it do not; see
 * `npm run bench:qr`. Sharpening undoes a lens that is out of focus, also where the contrast is low; blur evens out the pattern that a camera sees on a screen (moiré) and sensor noise; other scales
 * move the frequency of such a pattern away from that of the code.
 */
export type Pass = (grey: Grey) => Grey

/** Grey values from RGBA, weighted as people see colours (Rec. 601). */
export function greyOf({ data, width, height }: Pick<ImageData, 'data' | 'width' | 'height'>): Grey {
  const pixels = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < pixels.length; at++, from += 4) {
    pixels[at] = ((data[from] ?? 0) * 306 + (data[from + 1] ?? 0) * 601 + (data[from + 2] ?? 0) * 117) >> 10
  }
  return { width, height, pixels }
}

/** Back to RGBA, which is what the decoder takes. */
export function rgbaOf({ pixels, width, height }: Grey): Uint8ClampedArray<ArrayBuffer> {
  const words = new Uint32Array(pixels.length)
  for (let at = 0; at < pixels.length; at++) words[at] = ((pixels[at] ?? 0) * 0x010101) | 0xff000000
  return new Uint8ClampedArray(words.buffer, 0, width * height * 4)
}

/** Averages each pixel with its neighbours up to `radius` away, along both axes; `times` over approaches a Gaussian. */
export function blurred(grey: Grey, radius: number, times = 1): Grey {
  let { pixels } = grey
  for (let round = 0; round < times; round++) {
    pixels = averaged(pixels, { lines: grey.height, length: grey.width, step: 1, next: grey.width }, radius)
    pixels = averaged(pixels, { lines: grey.width, length: grey.height, step: grey.width, next: 1 }, radius)
  }
  return { ...grey, pixels }
}

/**
 * Brings edges out that a lens has blurred: noise is evened out first, then what differs from the neighbourhood within
 * `radius` is told `strength` times over (unsharp masking).
 */
export function sharpened(grey: Grey, radius: number, strength: number): Grey {
  const calm = blurred(grey, 1)
  const around = blurred(calm, radius)
  const pixels = new Uint8ClampedArray(calm.pixels.length)
  for (let at = 0; at < pixels.length; at++) {
    const value = calm.pixels[at] ?? 0
    pixels[at] = value + strength * (value - (around.pixels[at] ?? 0))
  }
  return { ...grey, pixels: new Uint8Array(pixels.buffer) }
}

interface Lines {
  readonly lines: number
  readonly length: number
  /** From one pixel of a line to the next, and from one line to the next. */
  readonly step: number
  readonly next: number
}

function averaged(source: Uint8Array, { lines, length, step, next }: Lines, radius: number): Uint8Array {
  const target = new Uint8Array(source.length)
  const span = 2 * radius + 1
  for (let line = 0; line < lines; line++) {
    const start = line * next
    const at = (index: number): number => source[start + Math.min(Math.max(index, 0), length - 1) * step] ?? 0
    let sum = 0
    for (let index = -radius; index <= radius; index++) sum += at(index)
    for (let index = 0; index < length; index++) {
      target[start + index * step] = (sum / span + 0.5) | 0
      sum += at(index + radius + 1) - at(index - radius)
    }
  }
  return target
}

/** The picture at `factor` times its size, each pixel mixed from the four nearest ones; shrinking averages first. */
export function scaled(grey: Grey, factor: number): Grey {
  const width = Math.max(1, Math.round(grey.width * factor))
  const height = Math.max(1, Math.round(grey.height * factor))
  const source = factor <= 0.5 ? blurred(grey, Math.round(0.5 / factor)) : grey
  const pixels = new Uint8Array(width * height)
  const columns = Array.from({ length: width }, (_, x) => nearest(x / factor, grey.width))
  for (let y = 0; y < height; y++) {
    const [top, down] = nearest(y / factor, grey.height)
    const row = top * grey.width
    const below = Math.min(top + 1, grey.height - 1) * grey.width
    for (let x = 0; x < width; x++) {
      const [left, right] = columns[x] ?? [0, 0]
      const other = Math.min(left + 1, grey.width - 1)
      const upper = mixed(source.pixels[row + left], source.pixels[row + other], right)
      const lower = mixed(source.pixels[below + left], source.pixels[below + other], right)
      pixels[y * width + x] = upper + (lower - upper) * down + 0.5
    }
  }
  return { width, height, pixels }
}

/** The pixel before a position, and how far past it the position lies: 0 to 1. */
function nearest(position: number, length: number): readonly [number, number] {
  const before = Math.min(Math.floor(position), length - 1)
  return [before, position - before]
}

const mixed = (one = 0, other = 0, share: number): number => one + (other - one) * share

/** How bright a picture is on the whole, 0 to 1, from one pixel in a hundred or so. */
export function brightnessOf({ data }: Pick<ImageData, 'data'>): number {
  let [sum, count] = [0, 0]
  for (let at = 0; at + 2 < data.length; at += 4 * 101) {
    sum += Math.max(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)
    count += 1
  }
  return count === 0 ? 0 : sum / count / 255
}
