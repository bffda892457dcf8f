import type { Browser } from '@playwright/test'
import { generate } from 'lean-qr'

export interface PictureOptions {
  /** Pixels. Default 1280 × 720, as a camera gives. */
  readonly width?: number
  readonly height?: number
  /** Pixels to a module of the code, quiet zone included. Default: as large as fits. */
  readonly module?: number
  readonly type?: 'image/png' | 'image/jpeg' | 'image/webp'
}

/** Rows of `1` and `0`, with the quiet zone that the standard asks for. */
function modulesOf(text: string): readonly string[] {
  const code = generate(text)
  const size = code.size + 8
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (__, x) => (code.get(x - 4, y - 4) ? '1' : '0')).join(''),
  )
}

/** Pictures with these codes on it side by side; no text is a blank sheet. */
export async function drawCodes(
  browser: Browser,
  texts: readonly string[],
  { width = 1280, height = 720, module, type = 'image/png' }: PictureOptions = {},
): Promise<Buffer> {
  const page = await browser.newPage()
  const url = await page.evaluate(
    ({ codes, wide, high, unit, kind }) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: wide, height: high })
      const context = canvas.getContext('2d')
      if (!context) return ''
      context.fillStyle = '#fff'
      context.fillRect(0, 0, wide, high)
      context.fillStyle = '#000'
      codes.forEach((rows, index) => {
        const cell = wide / codes.length
        const scale = unit ?? Math.floor(Math.min(cell, high) / rows.length)
        const left = Math.floor(cell * index + (cell - scale * rows.length) / 2)
        const top = Math.floor((high - scale * rows.length) / 2)
        rows.forEach((row, y) => {
          for (let x = 0; x < row.length; x++) {
            if (row[x] === '1') context.fillRect(left + x * scale, top + y * scale, scale, scale)
          }
        })
      })
      return canvas.toDataURL(kind, 0.9)
    },
    { codes: texts.map(modulesOf), wide: width, high: height, unit: module, kind: type },
  )
  await page.close()
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
}

/** A PDF with one JPEG filling each page: what a scanner makes of paper. */
export function pdfOf(jpegs: readonly Buffer[], width: number, height: number): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  const add = (number: number, body: string, stream?: Buffer): void => {
    offsets[number] = parts.reduce((sum, part) => sum + part.length, 0)
    parts.push(Buffer.from(`${number} 0 obj\n${body}\n`))
    if (stream) parts.push(Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n'))
    parts.push(Buffer.from('endobj\n'))
  }
  const kids = jpegs.map((_, index) => `${3 + index * 3} 0 R`).join(' ')
  add(1, '<< /Type /Catalog /Pages 2 0 R >>')
  add(2, `<< /Type /Pages /Kids [${kids}] /Count ${jpegs.length} >>`)
  jpegs.forEach((jpeg, index) => {
    const page = 3 + index * 3
    const draw = Buffer.from('q 612 0 0 792 0 0 cm /I Do Q')
    add(
      page,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${page + 1} 0 R /Resources << /XObject << /I ${page + 2} 0 R >> >> >>`,
    )
    add(page + 1, `<< /Length ${draw.length} >>`, draw)
    add(
      page + 2,
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>`,
      jpeg,
    )
  })
  const start = parts.reduce((sum, part) => sum + part.length, 0)
  const lines = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  parts.push(
    Buffer.from(
      `xref\n0 ${offsets.length}\n0000000000 65535 f \n${lines.join('')}trailer\n<< /Size ${offsets.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}
