import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { makePdf, usualSize } from '../../../src/app/save/makePdf'
import { recordDocument } from '../../../src/app/save/recordDocument'
import type { DocumentPart } from '../../../src/renderers/document'
import { viewContext } from '../../support/fhir'
import { fontsFromDisk } from '../../support/node/fonts'
import { readPdf } from '../../support/node/readPdf'
import { opened } from '../../support/open'

async function verifiedOf(text: string) {
  const { bundles } = await opened(text)
  const [verified] = bundles
  if (!verified) throw new Error('no record')
  return verified
}

const condition = (text: string) => ({ resource: { resourceType: 'Condition', code: { text } } })
const collection = (...texts: readonly string[]): string =>
  JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: texts.map(condition) })

async function pdfOf(text: string) {
  const fonts = fontsFromDisk()
  const bytes = await makePdf({
    verified: await verifiedOf(text),
    context: viewContext(),
    fonts,
    size: 'A4',
    from: 'files.example.org',
    made: new Date('2026-06-15T12:00:00Z'),
  })
  return { pages: await readPdf(bytes), asked: fonts.asked }
}

const textOf = (pages: readonly { readonly text: string }[]): string =>
  pages.map(({ text }) => text).join('\n')

/** Without blanks, and as a reader of PDFs writes `µ`: a cell is broken into lines, and a long word into pieces. */
const bare = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\u2066-\u2069]/g, '')

test.each([
  'collection',
  'immunization-card',
  'immunization-history',
  'insurance-card',
  'laboratory-card',
  'patient-shared',
  'patient-summary-de',
  'patient-summary-en',
  'patient-summary-es',
])('every word of the sample %s is in its PDF', async (name) => {
  const text = await readFile(`samples/bundles/${name}.json`, 'utf8')
  const { pages } = await pdfOf(text)
  const { parts } = await recordDocument({ verified: await verifiedOf(text), context: viewContext() })
  const found = new Set(textOf(pages).split(/\s+/))
  const all = bare(textOf(pages))
  const lost = parts
    .flatMap(wordsOf)
    .flatMap((line) => line.replaceAll(/[\u2066-\u2069]/g, '').split(/\s+/))
    .filter((word) => !found.has(word) && !all.includes(bare(word)))
  expect(lost).toEqual([])
})

function wordsOf(part: DocumentPart): readonly string[] {
  switch (part.kind) {
    case 'heading':
    case 'note':
      return [part.text]
    case 'text':
    case 'list':
      return part.lines
    case 'quote':
      return [part.label, ...part.lines]
    case 'fields':
      return part.fields.flatMap(({ label, lines }) => [label, ...lines])
    case 'table':
      return [
        ...part.columns,
        ...part.rows.flatMap(({ heading = '', marks, cells }) => [heading, ...marks, ...cells.flat()]),
      ]
    default:
      return part satisfies never
  }
}

test('only the fonts are fetched whose letters occur', async () => {
  const { asked } = await pdfOf(collection('Headache'))
  expect(asked.toSorted()).toEqual(['noto-sans-latin-400-normal', 'noto-sans-latin-700-normal'])
})

test.each([
  ['Κεφαλαλγία', 'noto-sans-greek-700-normal'],
  ['Головная боль', 'noto-sans-cyrillic-700-normal'],
  ['Đau đầu dữ dội', 'noto-sans-vietnamese-700-normal'],
  ['כאב ראש', 'noto-sans-hebrew-hebrew-700-normal'],
  ['صداع', 'ibm-plex-sans-arabic-arabic-700-normal'],
  ['头痛', 'noto-sans-sc-'],
  ['頭痛です', 'noto-sans-sc-'],
  ['두통', 'noto-sans-kr-'],
  ['ปวดหัว', 'noto-sans-thai-thai-700-normal'],
  ['pH ≥ 7 → ↑', 'noto-sans-'],
])('%s can be printed and copied', async (words, font) => {
  const { pages, asked } = await pdfOf(collection(words))
  expect(asked.some((name) => name.startsWith(font))).toBe(true)
  const text = textOf(pages)
  expect(bare(text)).toContain(bare(words))
  expect(text).not.toContain('could not be printed')
})

test('a character that no font has is told and not lost without a word', async () => {
  const { pages } = await pdfOf(collection('Headache \u{1F9FF}\u{10A00}'))
  expect(textOf(pages)).toContain('could not be printed')
  expect(textOf(pages)).toContain('\uFFFD')
})

test('a comparison keeps its direction among letters from right to left', async () => {
  const { pages } = await pdfOf(collection('سكر < 5'))
  expect(textOf(pages)).toMatch(/< 5/)
  expect(textOf(pages)).not.toMatch(/> 5|5 <|5 >/)
})

test('the heads of a table stand on every page that it goes on to', async () => {
  const entry = Array.from({ length: 150 }, (_, index) => ({
    resource: { resourceType: 'Procedure', status: 'completed', code: { text: `Finding ${index + 1}` } },
  }))
  const { pages } = await pdfOf(JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }))
  expect(pages.length).toBeGreaterThan(3)
  for (const { text } of pages.slice(1, -1)) expect(text).toMatch(/Procedure\s+Status/)
  expect(textOf(pages)).toContain('Finding 150')
  // Heard once: on the other pages they are there for the eye.
  expect(pages.flatMap(({ tags }) => tags).filter((tag) => tag === 'THead')).toHaveLength(1)
})

test('a cell that is longer than a page is printed to its end', async () => {
  const long = Array.from({ length: 1500 }, (_, index) => `word${index}`).join(' ')
  const { pages } = await pdfOf(collection(long))
  expect(pages.length).toBeGreaterThan(1)
  const text = textOf(pages)
  for (const word of ['word0', 'word700', 'word1499']) expect(text).toContain(word)
})

test('an invalid record is not written down', async () => {
  const verified = await verifiedOf(collection('Headache'))
  const invalid = { ...verified, verdict: { ...verified.verdict, status: 'invalid' as const } }
  await expect(
    makePdf({ verified: invalid, context: viewContext(), fonts: fontsFromDisk() }),
  ).rejects.toThrow('invalid')
})

test('it can be stopped', async () => {
  const controller = new AbortController()
  controller.abort()
  const verified = await verifiedOf(collection('Headache'))
  const made = makePdf({
    verified,
    context: viewContext(),
    fonts: fontsFromDisk(),
    signal: controller.signal,
  })
  await expect(made).rejects.toThrow('abort')
})

test('a font that cannot be had fails, rather than a page with letters missing', async () => {
  const verified = await verifiedOf(collection('Headache'))
  const fonts = { ...fontsFromDisk(), fetch: () => Promise.reject(new Error('offline')) }
  await expect(makePdf({ verified, context: viewContext(), fonts })).rejects.toThrow('offline')
})

test('what the sender took back is said first', async () => {
  const verified = await verifiedOf(collection('Headache'))
  const { parts } = await recordDocument({ verified, context: viewContext(), status: 'no-longer-valid' })
  expect(parts.find(({ kind }) => kind === 'note')).toMatchObject({ severity: 'error' })
})

test('paper is Letter where people use it', () => {
  expect(usualSize(['en-US'])).toBe('LETTER')
  expect(usualSize(['es-MX', 'en-GB'])).toBe('LETTER')
  expect(usualSize(['de-DE', 'en-US'])).toBe('A4')
  expect(usualSize(['en'])).toBe('A4')
  expect(usualSize([])).toBe('A4')
})

const inner = (given: string) => ({
  resource: {
    resourceType: 'Bundle',
    type: 'document',
    entry: [
      {
        fullUrl: `urn:x:${given}`,
        resource: { resourceType: 'Patient', name: [{ given: [given], family: 'Ruiz' }] },
      },
      { resource: { resourceType: 'Composition', subject: { reference: `urn:x:${given}` }, title: given } },
    ].toReversed(),
  },
})

test('a record that names different people says so, also where they stand in documents inside of it', async () => {
  const text = JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [inner('Ana'), inner('Tomas')],
  })
  const { parts } = await recordDocument({ verified: await verifiedOf(text), context: viewContext() })
  expect(JSON.stringify(parts)).toContain('names different people')
})
