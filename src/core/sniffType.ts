/** First bytes by which content is told, whatever it was declared to be. */
const MAGIC: readonly (readonly [type: string, bytes: readonly number[], offset?: number])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', [0x57, 0x45, 0x42, 0x50], 8],
  ['image/heic', [0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69], 4],
  ['image/heic', [0x66, 0x74, 0x79, 0x70, 0x6d, 0x69, 0x66, 0x31], 4],
  ['image/avif', [0x66, 0x74, 0x79, 0x70, 0x61, 0x76, 0x69, 0x66], 4],
]

/** Writers may put up to this many bytes of their own before the start of a PDF. */
const PDF_START_WITHIN = 1024

/** The media type that the content itself shows, or `undefined`. */
export const sniffType = (bytes: Uint8Array): string | undefined =>
  MAGIC.find(([, magic, offset = 0]) => magic.every((byte, at) => bytes[offset + at] === byte))?.[0] ??
  (startsLatePdf(bytes) ? 'application/pdf' : undefined)

/** JSON and codes may quote the mark of a PDF without being one. */
function startsLatePdf(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, PDF_START_WITHIN))
  return /^(?!\s*[[{"]|\s*sh(?:c|link):)[^]*%PDF-\d/i.test(start)
}
