/** First bytes by which content is told, whatever it was declared to be. */
const MAGIC: readonly (readonly [type: string, bytes: readonly number[], offset?: number])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', [0x57, 0x45, 0x42, 0x50], 8],
]

/** The media type that the content itself shows, or `undefined`. */
export const sniffType = (bytes: Uint8Array): string | undefined =>
  MAGIC.find(([, magic, offset = 0]) => magic.every((byte, at) => bytes[offset + at] === byte))?.[0]
