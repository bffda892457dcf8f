import { describe, expect, test } from 'vitest'
import { coloursOf, contrast } from '../../../src/renderers/coverage/colours'
import type { Card } from '../../../src/renderers/coverage/card'
import { messages } from '../../../src/renderers/coverage/messages'
import { isInHead, picturesOf, type CardPicture } from '../../../src/renderers/coverage/pictures'
import { bundleOf, formatFor, itemOf, WRONG_SHAPES } from '../../support/fhir'

const BASE = 'http://hl7.org/fhir/us/insurance-card/StructureDefinition/C4DIC-'
const named = (name: string, value: object) => ({ url: `${BASE}${name}-extension`, ...value })
const colour = (name: string, code: unknown) =>
  named(`${name}Color`, { valueCodeableConcept: { coding: [{ code }] } })
const palette = (...colours: readonly object[]) => [named('ColorPalette', { extension: colours })]

function cardWith(extension: unknown, ...others: readonly unknown[]): Card {
  const bundle = bundleOf({ resourceType: 'Coverage', extension }, ...others)
  return { f: formatFor(bundle), t: messages('en'), item: itemOf(bundle) }
}
const coloursWith = (extension: unknown) => coloursOf(cardWith(extension))
const pictures = (extension: unknown, ...others: readonly unknown[]): readonly CardPicture[] =>
  picturesOf(cardWith(extension, ...others))

describe('the colours of a card', () => {
  test('are taken from its palette', () => {
    expect(
      coloursWith(
        palette(
          colour('Background', '#00BFFF'),
          colour('Foreground', '#000000'),
          colour('Highlight', '#ceebf5'),
        ),
      ),
    ).toEqual({ background: '#00BFFF', text: '#000000', accent: '#ceebf5' })
  })

  test('may stand on the coverage itself, as in older data', () => {
    expect(coloursWith([colour('Background', '#ffffff'), colour('Foreground', '#123456')])).toEqual({
      background: '#ffffff',
      text: '#123456',
    })
  })

  // C4DIC-030
  test.each([
    ['too weak on light', '#ffffff', '#777777', '#000000'],
    ['just strong enough', '#ffffff', '#767676', '#767676'],
    ['the same as the background', '#123456', '#123456', '#ffffff'],
    ['in the middle, where black is better', '#777777', '#888888', '#000000'],
    ['missing', '#000080', undefined, '#ffffff'],
  ])('words in a colour that is %s are never hard to read', (_name, background, foreground, text) => {
    const colours = coloursWith(palette(colour('Background', background), colour('Foreground', foreground)))
    expect(colours).toEqual({ background, text })
    expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5)
  })

  test.each([
    'red',
    '#fff',
    '#12345g',
    'url(https://x.example)',
    '#ffffff; position: fixed',
    'rgb(0,0,0)',
    7,
  ])('a background of %j is no colour', (code) => {
    expect(coloursWith(palette(colour('Background', code)))).toBeUndefined()
  })

  test('contrast is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2)
  })

  test('never throw', () => {
    for (const shape of WRONG_SHAPES) {
      expect(coloursWith(shape)).toBeUndefined()
      expect(coloursWith([named('ColorPalette', { extension: shape })])).toBeUndefined()
      expect(coloursWith([named('BackgroundColor', { valueCodeableConcept: shape })])).toBeUndefined()
    }
  })
})

const picture = (name: string, image: object) =>
  named(name, {
    extension: [
      { url: 'label', valueString: 'Front' },
      { url: 'description', valueString: 'With number\nand name' },
      { url: 'image', ...image },
    ],
  })
const inline = () => ({ valueAttachment: { contentType: 'image/png', data: 'iVBORw0K' } })
const kindsOf = (found: readonly CardPicture[]) =>
  found.map(({ kind, documents }) => [kind, ...documents.map(({ content }) => content.kind)])

describe('the pictures of a card', () => {
  test('are its logo, its images and its codes, by name', () => {
    const found = pictures([
      picture('Barcode', inline()),
      null,
      picture('SupportingImage', inline()),
      { ...picture('Logo', inline()), url: `${BASE}Logo` },
      picture('QRCode', inline()),
    ])
    expect(kindsOf(found)).toEqual([
      ['logo', 'here'],
      ['image', 'here'],
      ['qrCode', 'here'],
      ['barcode', 'here'],
    ])
    expect(found[0]).toMatchObject({ label: 'Front', lines: ['With number', 'and name'] })
    expect(found.map(isInHead)).toEqual([true, false, false, false])
  })

  test('each have their own document', () => {
    const other = { valueAttachment: { contentType: 'image/png', data: 'AAAA' } }
    const found = pictures([picture('SupportingImage', inline()), picture('SupportingImage', other)])
    expect(found.map(({ documents }) => documents.map(({ content }) => content))).toEqual([
      [{ kind: 'here', data: 'iVBORw0K', encoding: 'base64' }],
      [{ kind: 'here', data: 'AAAA', encoding: 'base64' }],
    ])
  })

  test('may be one that was not put into a list', () => {
    expect(kindsOf(pictures(picture('Logo', inline())))).toEqual([['logo', 'here']])
  })

  test('may be in a DocumentReference of the bundle', () => {
    const document = {
      resourceType: 'DocumentReference',
      id: 'd',
      content: [{ attachment: inline().valueAttachment }],
    }
    const image = { valueReference: { reference: 'DocumentReference/d' } }
    expect(kindsOf(pictures([picture('SupportingImage', image)], document))).toEqual([['image', 'here']])
    expect(kindsOf(pictures([picture('SupportingImage', image)]))).toEqual([['image', 'not-included']])
  })

  test('are told to be elsewhere, and not in the head', () => {
    const image = { valueAttachment: { contentType: 'image/png', url: 'https://pictures.example/logo.png' } }
    const found = pictures([picture('Logo', image)])
    expect(kindsOf(found)).toEqual([['logo', 'elsewhere']])
    expect(found.map(isInHead)).toEqual([false])
  })

  test('have a name even if the sender gave none, and say what else stands beside them', () => {
    const bare = named('Barcode', { extension: [{ url: 'value', valueString: '*0042*' }] })
    expect(pictures([bare])).toEqual([
      { kind: 'barcode', label: 'Barcode', lines: ['*0042*'], documents: [] },
    ])
  })

  test('never throw', () => {
    for (const shape of WRONG_SHAPES) {
      for (const part of ['extension', 'valueAttachment'])
        expect(() => pictures([named('Logo', { [part]: shape })])).not.toThrow()
      for (const value of ['valueAttachment', 'valueReference'])
        expect(() => pictures([picture('QRCode', { [value]: shape })])).not.toThrow()
      expect(pictures(shape)).toEqual([])
    }
  })
})
