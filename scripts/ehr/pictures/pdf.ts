import { deflateSync } from 'node:zlib'
import { pixelRow, type Sheet } from './sheet'

/** Pixels of a square: a scanner has about as many to a module of a code. */
const SCALE = 4

/** US Letter, in points. */
const PAGE = { width: 612, height: 792, margin: 40 }

/**
 * A PDF with one picture on each page and no words, as a scanner makes it.
 * Source: ISO 32000-1, 7.5 "File structure", 8.9 "Images".
 */
export function pdfOfSheets(sheets: readonly Sheet[]): Uint8Array {
  const kids = sheets.map((_, index) => `${pageNumber(index)} 0 R`).join(' ')
  const objects = [
    text('<< /Type /Catalog /Pages 2 0 R >>'),
    text(`<< /Type /Pages /Kids [${kids}] /Count ${sheets.length} >>`),
    ...sheets.flatMap((sheet, index) => pageObjects(sheet, pageNumber(index))),
  ]
  const parts: Uint8Array[] = [text('%PDF-1.4\n')]
  const starts = objects.map((object, index) => {
    const start = lengthOf(parts)
    parts.push(text(`${index + 1} 0 obj\n`), object, text('\nendobj\n'))
    return start
  })
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\n`
  return Buffer.concat([...parts, text(`${end}startxref\n${lengthOf(parts)}\n%%EOF\n`)])
}

/** Each page takes three objects: itself, what is drawn, and the picture. The first two are the catalog and the list. */
const pageNumber = (index: number): number => 3 + index * 3

function pageObjects(sheet: Sheet, page: number): readonly Uint8Array[] {
  const width = PAGE.width - 2 * PAGE.margin
  const height = Math.min((width * sheet.height) / sheet.width, PAGE.height - 2 * PAGE.margin)
  const drawn = (height * sheet.width) / sheet.height
  const bottom = PAGE.height - PAGE.margin - height
  const draw = text(
    `q ${drawn.toFixed(2)} 0 0 ${height.toFixed(2)} ${PAGE.margin} ${bottom.toFixed(2)} cm /I Do Q`,
  )
  const rows = Array.from({ length: sheet.height }, (_, y) => {
    const row = pixelRow(sheet, y, SCALE)
    return Array.from({ length: SCALE }, () => row)
  })
  const size = `/Width ${sheet.width * SCALE} /Height ${sheet.height * SCALE}`
  return [
    text(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents ${page + 1} 0 R ` +
        `/Resources << /XObject << /I ${page + 2} 0 R >> >> >>`,
    ),
    stream('', draw),
    stream(
      `/Type /XObject /Subtype /Image ${size} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`,
      deflateSync(Buffer.concat(rows.flat())),
    ),
  ]
}

const stream = (entries: string, content: Uint8Array): Uint8Array =>
  Buffer.concat([text(`<< ${entries} /Length ${content.length} >>\nstream\n`), content, text('\nendstream')])

const text = (words: string): Uint8Array => Buffer.from(words, 'latin1')
const lengthOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, part) => sum + part.length, 0)
