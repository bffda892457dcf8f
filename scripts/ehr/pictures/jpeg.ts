import type { Sheet } from './sheet'

/** Pixels of a JPEG block along each side: one square of the sheet. */
const BLOCK = 8

/** Sizes of a difference between two blocks, in bits: all have a code of four bits, in this order. */
const SIZES = Array.from({ length: 12 }, (_, size) => size)

/**
 * The sheet as a grey JPEG, each square one block of 8 × 8 pixels. A block of one shade has nothing but its mean, so
 * that of the whole of JPEG only the differences between means are left to write.
 * Source: ITU-T T.81, annexes B (markers), C and F.1.2 (Huffman coding of DC coefficients).
 */
export function jpegOfSheet({ width, height, shades }: Sheet): Uint8Array {
  const flat = new Uint8Array(64).fill(BLOCK) // the mean comes times eight, so this leaves it as it is
  return Buffer.concat([
    marker(0xd8),
    segment(0xe0, [...Buffer.from('JFIF\0', 'latin1'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    segment(0xdb, [0, ...flat]),
    segment(0xc0, [8, ...word(height * BLOCK), ...word(width * BLOCK), 1, 1, 0x11, 0]),
    // Table of means: twelve codes of four bits. Table of the rest: one code of one bit, for "nothing more".
    segment(0xc4, [0x00, 0, 0, 0, 12, ...zeros(12), ...SIZES]),
    segment(0xc4, [0x10, 1, ...zeros(15), 0]),
    segment(0xda, [1, 1, 0x00, 0, 63, 0]),
    scan(shades),
    marker(0xd9),
  ])
}

const zeros = (count: number): readonly number[] => Array.from({ length: count }, () => 0)
const word = (value: number): readonly number[] => [value >> 8, value & 255]
const marker = (name: number): Uint8Array => Uint8Array.of(0xff, name)

/** A marker, its length with the two bytes that state it, and its content. */
const segment = (name: number, content: readonly number[]): Uint8Array =>
  Uint8Array.of(0xff, name, ...word(content.length + 2), ...content)

/** Block after block: the size of the difference to the block before, the difference, and that nothing more follows. */
function scan(shades: Uint8Array): Uint8Array {
  const bytes: number[] = []
  let [pending, bits, before] = [0, 0, 0]
  const write = (value: number, length: number): void => {
    for (let at = length - 1; at >= 0; at--) {
      pending = (pending << 1) | ((value >> at) & 1)
      bits += 1
      if (bits < 8) continue
      bytes.push(pending)
      if (pending === 0xff) bytes.push(0) // so that it is no marker
      pending = 0
      bits = 0
    }
  }
  for (const shade of shades) {
    const difference = shade - 128 - before
    before = shade - 128
    const size = 32 - Math.clz32(Math.abs(difference))
    write(size, 4)
    // Negative differences are written less one, in as many bits.
    write(difference < 0 ? difference - 1 : difference, size)
    write(0, 1)
  }
  write(0x7f, (8 - bits) % 8)
  return Uint8Array.from(bytes)
}
