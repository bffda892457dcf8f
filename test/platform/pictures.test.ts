import { describe, expect, test } from 'vitest'
import { sniffType } from '../../src/core/sniffType'
import { scanRegion } from '../../src/platform/frameReader'
import { imageSize } from '../../src/platform/imageSize'
import { blurred, brightnessOf, greyOf, rgbaOf, scaled, sharpened } from '../../src/platform/qrPasses'

const bytes = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

const text = (content: string): Uint8Array => new TextEncoder().encode(content)

/** Five equal lines. */
const ramp = (values: readonly number[]) => ({
  width: values.length,
  height: 5,
  pixels: Uint8Array.from(Array.from({ length: 5 }, () => values).flat()),
})

const checkers = (width: number, height: number) => ({
  width,
  height,
  pixels: Uint8Array.from({ length: width * height }, (_, at) =>
    ((at % width) + Math.floor(at / width)) % 2 === 0 ? 0 : 255,
  ),
})

describe('the size that a picture states', () => {
  test.each([
    ['PNG', '89504e470d0a1a0a0000000d49484452000005000000030c', { width: 1280, height: 780 }],
    ['GIF', '4749463839610a001400', { width: 10, height: 20 }],
    ['JPEG', 'ffd8ffe00004aaaaffc000110802d00500', { width: 1280, height: 720 }],
    [
      'WebP, lossy',
      '524946460000000057454250565038200000000000000000000080028001',
      { width: 640, height: 384 },
    ],
    ['WebP, lossless', '5249464600000000574542505650384c000000002f7fc25900', { width: 640, height: 360 }],
    [
      'WebP, extended',
      '52494646000000005745425056503858000000000000000000010000020000',
      { width: 257, height: 513 },
    ],
  ])('%s', (_, hex, size) => {
    expect(imageSize(bytes(hex))).toMatchObject({ width: size.width })
    expect(imageSize(bytes(hex))?.height).toBeGreaterThan(0)
  })

  test.each([
    '',
    '89504e47',
    'ffd8',
    'ffd8ffffffff',
    'ffd8ffe0ffff',
    '52494646000000005745425056503858',
    '00'.repeat(64),
  ])('a header that ends early or makes no sense says nothing: %s', (hex) => {
    expect(imageSize(bytes(hex))).toBeUndefined()
  })
})

describe('what a file is', () => {
  test('a PDF may begin late, and JSON that quotes one is none', () => {
    expect(sniffType(text('junk\n%PDF-1.7'))).toBe('application/pdf')
    expect(sniffType(text('{"note":"%PDF-1.7"}'))).toBeUndefined()
    expect(sniffType(text(`${' '.repeat(2000)}%PDF-1.7`))).toBeUndefined()
  })

  test('phones’ own pictures are told by their brand', () => {
    expect(sniffType(bytes('00000018667479706865696300000000'))).toBe('image/heic')
    expect(sniffType(bytes('00000018667479706176696600000000'))).toBe('image/avif')
  })
})

describe('looking again', () => {
  test('grey and back loses nothing that is grey', () => {
    const grey = checkers(5, 3)
    const rgba = rgbaOf(grey)
    expect(Array.from(rgba.subarray(0, 8))).toEqual([0, 0, 0, 255, 255, 255, 255, 255])
    expect(greyOf({ data: rgba, width: 5, height: 3 })).toEqual(grey)
  })

  test('sharpening makes an edge steeper, leaves a plain picture alone and stays within black and white', () => {
    const edge = sharpened(ramp([90, 90, 90, 90, 100, 120, 140, 150, 150, 150, 150]), 2, 3).pixels
    expect((edge[7] ?? 0) - (edge[3] ?? 0)).toBeGreaterThan(80)
    expect(sharpened(ramp([77, 77, 77, 77, 77, 77]), 2, 3).pixels.every((value) => value === 77)).toBe(true)
    const hard = sharpened(ramp([0, 0, 0, 0, 255, 255, 255, 255]), 2, 3).pixels
    expect([hard[1], hard[6]]).toEqual([0, 255])
  })

  test('blur evens out and keeps the brightness, also at the edges', () => {
    const even = blurred(checkers(9, 9), 1)
    for (const value of even.pixels) expect(Math.abs(value - 127.5)).toBeLessThan(60)
    const white = { width: 4, height: 4, pixels: new Uint8Array(16).fill(200) }
    expect(blurred(white, 2, 3)).toEqual(white)
  })

  test.each([0.5, 0.75, 1, 1.5, 2])('scaled by %d it is the same picture at another size', (factor) => {
    const half = {
      width: 8,
      height: 4,
      pixels: Uint8Array.from({ length: 32 }, (_, at) => (at % 8 < 4 ? 10 : 240)),
    }
    const { width, height, pixels } = scaled(half, factor)
    expect([width, height]).toEqual([8 * factor, 4 * factor])
    expect(pixels[0]).toBe(10)
    expect(pixels[width - 1]).toBe(240)
  })

  test('no picture is too small, and an empty one is dark', () => {
    expect(scaled(checkers(1, 1), 0.5)).toMatchObject({ width: 1, height: 1 })
    expect(brightnessOf({ data: new Uint8ClampedArray() })).toBe(0)
    expect(brightnessOf({ data: new Uint8ClampedArray(4_000).fill(255) })).toBe(1)
  })

  test.each([
    [1280, 720, 720, 720],
    [720, 1280, 720, 720],
    [1920, 1080, 1080, 1080],
    [3840, 2160, 2160, 1080],
    [0, 0, 0, 0],
  ])('of %d × %d the middle square is read, in whole steps', (videoWidth, videoHeight, side, drawn) => {
    expect(scanRegion({ videoWidth, videoHeight })).toMatchObject({
      x: (videoWidth - side) / 2,
      y: (videoHeight - side) / 2,
      width: side,
      downScaledWidth: drawn,
    })
  })
})
