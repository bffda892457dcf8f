import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { jpegOfSheet } from '../../../scripts/ehr/pictures/jpeg'
import { pdfOfSheets } from '../../../scripts/ehr/pictures/pdf'
import { pngOfSheet } from '../../../scripts/ehr/pictures/png'
import { drawSheet, pixelRow } from '../../../scripts/ehr/pictures/sheet'
import { insuranceCode, sampleCode } from '../../../scripts/ehr/data/cards'
import { readQr } from '../../support/node/readQr'

const textsOf = async (picture: Uint8Array): Promise<readonly string[]> =>
  (await readQr(picture)).map(({ text }) => text)

describe('a sheet with the densest card there is', () => {
  const code = sampleCode('lab-card')
  const sheet = drawSheet({ lines: ['LABORATORY RESULTS', 'A. FERREIRA-BLUM'], code })

  test('can be read as a PNG', async () => {
    expect(await textsOf(pngOfSheet(sheet))).toEqual([code])
  })

  test('can be read as a JPEG', async () => {
    expect(await textsOf(jpegOfSheet(sheet))).toEqual([code])
  })

  test('is the picture of a page of a PDF', () => {
    const pdf = Buffer.from(pdfOfSheets([sheet]))
    const start = pdf.indexOf('stream\n', pdf.indexOf('/Subtype /Image')) + 'stream\n'.length
    const pixels = inflateSync(pdf.subarray(start))
    expect(pixels.subarray(0, sheet.width * 4).equals(pixelRow(sheet, 0, 4))).toBe(true)
    expect(pixels).toHaveLength(sheet.width * sheet.height * 16)
  })
})

test('the insurance card fits into one code of a size that prints well', async () => {
  expect((await insuranceCode()).length).toBeLessThan(2200)
})

test('a sheet is the same each time', () => {
  const content = { lines: ['CONSENT'], code: 'https://example.org' }
  expect(pdfOfSheets([drawSheet(content)])).toEqual(pdfOfSheets([drawSheet(content)]))
})
