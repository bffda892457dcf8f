import jbig2Url from 'pdfjs-dist/wasm/jbig2.wasm?url'
import openjpegUrl from 'pdfjs-dist/wasm/openjpeg.wasm?url'
import qcmsUrl from 'pdfjs-dist/wasm/qcms_bg.wasm?url'

/**
 * Letters of the fonts that every reader of PDFs has to bring, and tables of East Asian characters. Without them a
 * page is drawn with its words missing, and looks as if nothing were wrong. The fonts' licences are built with them.
 * Source: PDF 1.7, 9.6.2.2 "Standard Type 1 Fonts" and 9.7.5.2 "Predefined CMaps".
 */
const FILES = import.meta.glob<string>(
  ['/node_modules/pdfjs-dist/standard_fonts/*', '/node_modules/pdfjs-dist/cmaps/*'],
  { query: '?url', import: 'default', eager: true },
)

/** Addresses in our own build, by the name under which pdf.js asks. Scans are often JBIG2 or JPEG 2000. */
const PARTS: ReadonlyMap<string, string> = new Map([
  ['jbig2.wasm', jbig2Url],
  ['openjpeg.wasm', openjpegUrl],
  ['qcms_bg.wasm', qcmsUrl],
  ...Object.entries(FILES).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url] as const),
])

/** Fetches a part of pdf.js from our own host, when a page needs it. Throws for everything that is none of ours. */
export async function fetchPdfPart(name: string): Promise<Uint8Array> {
  const url = PARTS.get(name)
  if (url === undefined) throw new Error('Not part of this viewer')
  const response = await fetch(url)
  if (!response.ok) throw new Error('Not found')
  return new Uint8Array(await response.arrayBuffer())
}
