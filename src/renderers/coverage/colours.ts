import { field, records, text, type FhirRecord } from '../../core/fhir/shape'
import { bareCodes } from '../tables/formatCode'
import { cardExtensions, type Card } from './card'

/** Colours for the head of a card, each as `#rrggbb`. Words on them are always readable. */
export interface CardColours {
  readonly background: string
  /** At least 4.5 to 1 against the background. */
  readonly text: string
  /** For lines and edges alone: nothing is written on it or in it. */
  readonly accent?: string
}

/** WCAG 2.2, 1.4.3: the least contrast of text. */
const READABLE = 4.5

/**
 * The colours that the payer asks for. They come in a palette or, in older data, by themselves. What is no six-digit
 * code is no colour; a colour for words that cannot be read on its background gives way to black or white, of which
 * one always can. `undefined` without a background.
 * Source: CARIN Digital Insurance Card, C4DIC-ColorPalette and conformance statement 030.
 */
export function coloursOf({ item }: Card): CardColours | undefined {
  const holders = [...cardExtensions(item.resource, 'ColorPalette'), item.resource]
  const [background, foreground, highlight] = ['Background', 'Foreground', 'Highlight'].map((name) =>
    holders
      .flatMap((holder) => cardExtensions(holder, `${name}Color`))
      .flatMap(codesIn)
      .find((code) => /^#[\da-f]{6}$/i.test(code)),
  )
  if (background === undefined) return undefined
  const wanted = [foreground, '#000000', '#ffffff'].filter((colour) => colour !== undefined)
  return {
    background,
    text: wanted.find((colour) => contrast(colour, background) >= READABLE) ?? '#000000',
    ...(highlight !== undefined && { accent: highlight }),
  }
}

const codesIn = (extension: FhirRecord): readonly string[] => [
  ...bareCodes(extension['valueCodeableConcept']),
  ...records(field(extension, 'valueCoding')).flatMap(({ code }) => text(code) ?? []),
  ...['valueCode', 'valueString'].flatMap((name) => text(extension[name]) ?? []),
]

/** From 1 to 21. Source: WCAG 2.2, "contrast ratio" and "relative luminance". */
export function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
