import { sniffType } from '../sniffType'
import { decodeText } from './decodeText'

/** What a document is to a reader. */
export type DocumentKind =
  | 'pdf'
  | 'picture'
  | 'text'
  | 'html'
  | 'cda'
  | 'rtf'
  | 'svg'
  | 'xml'
  | 'json'
  | 'dicom'
  | 'audio'
  | 'video'
  | 'office'
  | 'archive'
  | 'other'

export interface RecognisedDocument {
  readonly kind: DocumentKind
  /** The media type that the bytes show. */
  readonly type: string
  /** The ending of a file name, without the dot. */
  readonly extension: string
}

const known = (kind: DocumentKind, type: string, extension: string): RecognisedDocument => ({
  kind,
  type,
  extension,
})

/** What `sniffType` tells. Pictures that browsers cannot draw are pictures all the same. */
const SNIFFED: ReadonlyMap<string, RecognisedDocument> = new Map(
  [
    known('pdf', 'application/pdf', 'pdf'),
    known('picture', 'image/png', 'png'),
    known('picture', 'image/jpeg', 'jpg'),
    known('picture', 'image/gif', 'gif'),
    known('picture', 'image/webp', 'webp'),
    known('picture', 'image/heic', 'heic'),
    known('picture', 'image/avif', 'avif'),
  ].map((found) => [found.type, found]),
)

/** First bytes as Latin letters, at an offset. Source: the formats' own specifications. */
const MAGIC: readonly (readonly [found: RecognisedDocument, magic: string, offset: number])[] = [
  [known('dicom', 'application/dicom', 'dcm'), 'DICM', 128],
  [known('picture', 'image/tiff', 'tif'), 'II*\0', 0],
  [known('picture', 'image/tiff', 'tif'), 'MM\0*', 0],
  [known('picture', 'image/bmp', 'bmp'), 'BM', 0],
  [known('archive', 'application/zip', 'zip'), 'PK\u0003\u0004', 0],
  [known('archive', 'application/gzip', 'gz'), '\u001F\u008B', 0],
  [known('archive', 'application/x-7z-compressed', '7z'), '7z\u00BC\u00AF', 0],
  [known('office', 'application/x-ole-storage', 'doc'), '\u00D0\u00CF\u0011\u00E0', 0],
  [known('audio', 'audio/mpeg', 'mp3'), 'ID3', 0],
  [known('audio', 'audio/mpeg', 'mp3'), '\u00FF\u00FB', 0],
  [known('audio', 'audio/wav', 'wav'), 'WAVE', 8],
  [known('audio', 'audio/ogg', 'ogg'), 'OggS', 0],
  [known('video', 'video/mp4', 'mp4'), 'ftyp', 4],
  [known('video', 'video/webm', 'webm'), '\u001A\u0045\u00DF\u00A3', 0],
]

/** Bytes at the start that tell what a document is. */
const HEAD = 4_096

/**
 * What a document is by its own bytes, whatever it was declared to be. `BM` alone is the start of many texts, so text
 * is looked for first.
 */
export function recogniseDocument(bytes: Uint8Array, declaredType?: string): RecognisedDocument {
  const sniffed = SNIFFED.get(sniffType(bytes) ?? '')
  if (sniffed) return sniffed
  const text = textHead(bytes, declaredType)
  if (text !== undefined) return recogniseText(text, /html/i.test(declaredType ?? ''))
  const letters = String.fromCharCode(...bytes.subarray(0, 160))
  const found = MAGIC.find(([, magic, offset]) => letters.startsWith(magic, offset))?.[0]
  if (found?.extension === 'zip' && OFFICE.test(declaredType ?? '')) return known('office', found.type, 'zip')
  return found ?? known('other', 'application/octet-stream', 'bin')
}

/** Documents of word processors are archives to the byte; only what was declared tells them from others. */
const OFFICE = /officedocument|opendocument|msword|ms-(?:excel|powerpoint)/i

/** Characters that no text holds, beside tabs, line ends, form feeds and the escape of old terminals. */
// oxlint-disable-next-line eslint/no-control-regex
const NO_TEXT = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/

function textHead(bytes: Uint8Array, declaredType: string | undefined): string | undefined {
  const { text } = decodeText(wholeCharacters(bytes.subarray(0, HEAD)), declaredType)
  return NO_TEXT.test(text) ? undefined : text.replace(/^\uFEFF/, '')
}

/** Without the beginning of a character that the cut went through. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  if (bytes.length < HEAD) return bytes
  const start = bytes.findLastIndex((byte) => byte < 0x80 || byte >= 0xc0)
  return start < 0 ? bytes : bytes.subarray(0, start)
}

/** A part of a page has any element first, and is told from text with a `<` in it only by what it was declared to be. */
function recogniseText(text: string, declaredAsHtml: boolean): RecognisedDocument {
  const start = text.trimStart()
  if (start.startsWith('{\\rtf')) return known('rtf', 'application/rtf', 'rtf')
  if (/^[[{]/.test(start)) return known('json', 'application/json', 'json')
  const root = rootOf(start)
  if (root !== undefined ? HTML_ROOTS.has(root) : declaredAsHtml && /<[a-z][^>]*>/i.test(start)) return HTML
  if (root === undefined) return known('text', 'text/plain', 'txt')
  if (root === 'clinicaldocument') return known('cda', 'application/hl7-cda+xml', 'xml')
  if (root === 'svg') return known('svg', 'image/svg+xml', 'svg')
  return /^<\?xml|^<[\w.-]+[^>]*\sxmlns[:=]/i.test(start)
    ? known('xml', 'application/xml', 'xml')
    : declaredAsHtml
      ? HTML
      : known('text', 'text/plain', 'txt')
}

const HTML = known('html', 'text/html', 'html')

const HTML_ROOTS: ReadonlySet<string> = new Set(
  'html head body div p table span h1 h2 h3 ul ol pre font script style iframe meta'.split(' '),
)

/** The name of the first element, in small letters and without its prefix; `undefined` for what does not begin with one. */
function rootOf(start: string): string | undefined {
  let rest = start
  // A declaration, comments and processing instructions, each once at least shorter: this ends.
  for (let before = ''; before !== rest;) {
    before = rest
    rest = rest.replace(/^<\?[^]*?\?>\s*|^<!--[^]*?-->\s*/, '')
    if (/^<!doctype\s+html/i.test(rest)) return 'html'
    rest = rest.replace(/^<!doctype[^>[]*(?:\[[^]*?\])?[^>]*>\s*/i, '')
  }
  return /^<(?:[\w.-]+:)?([a-z][\w.-]*)[\s/>]/i.exec(rest)?.[1]?.toLowerCase()
}
