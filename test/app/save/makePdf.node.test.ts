import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { makePdf, usualSize } from '../../../src/app/save/makePdf'
import { MAXIMUM_PICTURES, type DrawForPaper } from '../../../src/app/save/pdf/figures'
import { recordDocument } from '../../../src/app/save/recordDocument'
import { viewContext } from '../../support/fhir'
import { BLUE_JPEG, cardWithPictures } from '../../support/pictures'
import { fontsFromDisk } from '../../support/node/fonts'
import { readPdf } from '../../support/node/readPdf'
import { opened } from '../../support/open'
import { wordsOf } from '../../support/wordsOf'

async function verifiedOf(text: string) {
  const { bundles } = await opened(text)
  const [verified] = bundles
  if (!verified) throw new Error('no record')
  return verified
}

const condition = (text: string) => ({ resource: { resourceType: 'Condition', code: { text } } })
const collection = (...texts: readonly string[]): string =>
  JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: texts.map(condition) })

async function pdfOf(text: string, draw: DrawForPaper = notDrawn) {
  const fonts = fontsFromDisk()
  const bytes = await makePdf({
    verified: await verifiedOf(text),
    context: viewContext(),
    fonts,
    draw,
    size: 'A4',
    from: 'files.example.org',
    made: new Date('2026-06-15T12:00:00Z'),
  })
  return { pages: await readPdf(bytes), asked: fonts.asked }
}

const notDrawn: DrawForPaper = () => Promise.resolve(undefined)

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

const jpeg = new Uint8Array(Buffer.from(BLUE_JPEG, 'base64'))
const drawn: DrawForPaper = () => Promise.resolve(jpeg)
const attached = { contentType: 'image/jpeg', data: BLUE_JPEG }

test('a picture of a card is drawn, with its caption, and said to whoever does not see it', async () => {
  const { pages } = await pdfOf(cardWithPictures(['SupportingImage', 'Front of the card', attached]), drawn)
  expect(pages.flatMap(({ pictures }) => pictures)).toEqual([{ width: 40, height: 20 }])
  expect(pages.flatMap(({ alts }) => alts)).toEqual(['Front of the card'])
  expect(pages.flatMap(({ tags }) => tags)).toContain('Figure')
  expect(textOf(pages)).toContain('Front of the card')
  expect(textOf(pages)).not.toContain('cannot be shown')
})

test.each([
  ['cannot be drawn', notDrawn],
  ['turns out to be no JPEG', () => Promise.resolve(new Uint8Array([1, 2, 3]))],
  ['is a JPEG without a size', () => Promise.resolve(jpeg.slice(0, 4))],
])('a picture that %s is named, and the rest is whole', async (_, draw) => {
  const text = cardWithPictures(['Logo', 'Their logo', attached], ['SupportingImage', 'Front', attached])
  const { pages } = await pdfOf(text, draw)
  expect(pages.flatMap(({ pictures, alts }) => [...pictures, ...alts])).toEqual([])
  expect(textOf(pages)).toContain('Their logo')
  expect(textOf(pages)).toContain('This picture cannot be shown here.')
  expect(textOf(pages)).toContain('00-12 34')
})

test('a picture that is somewhere else is never fetched, and where it is is said', async () => {
  const url = 'https://pictures.example/back.png'
  const { pages } = await pdfOf(cardWithPictures(['SupportingImage', 'Back', { url }]), () => {
    throw new Error('asked for a picture')
  })
  expect(bare(textOf(pages))).toContain(bare('This picture is kept at pictures.example. It was not fetched'))
})

test('very many pictures are not all drawn, which is said', async () => {
  const many = Array.from(
    { length: MAXIMUM_PICTURES + 2 },
    (_, index) => ['SupportingImage', `Page ${index}`, attached] as const,
  )
  const { pages } = await pdfOf(cardWithPictures(...many), drawn)
  expect(pages.flatMap(({ pictures }) => pictures)).toHaveLength(MAXIMUM_PICTURES)
  expect(bare(textOf(pages)).match(/Onlythefirst40picturesareprinted/g)).toHaveLength(2)
})

const result = (day: string, value: number) => ({
  resource: {
    resourceType: 'Observation',
    status: 'final',
    code: { text: 'Potassium' },
    effectiveDateTime: day,
    valueQuantity: { value, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' },
    referenceRange: [{ low: { value: 3.5, unit: 'mmol/L' }, high: { value: 5.1, unit: 'mmol/L' } }],
  },
})
const results = (...values: readonly (readonly [string, number])[]): string =>
  JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: values.map((one) => result(...one)) })

test('the course of a test is drawn in lines, and said in words', async () => {
  const { pages } = await pdfOf(results(['2026-01-05', 4.1], ['2026-02-05', 4.6], ['2026-03-05', 5.9]))
  const without = await pdfOf(results(['2026-01-05', 4.1]))
  expect(pages.flatMap(({ alts }) => alts)).toEqual([
    expect.stringMatching(
      /^Potassium \(mmol\/L\): 3 values, from the oldest to the newest: .*4\.1.*4\.6.*5\.9/,
    ),
  ])
  expect(textOf(pages)).toContain('Over time')
  expect((pages[0]?.paths ?? 0) - (without.pages[0]?.paths ?? 0)).toBeGreaterThanOrEqual(5)
  expect(without.pages.flatMap(({ alts }) => alts)).toEqual([])
})
