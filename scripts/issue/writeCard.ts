import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawQr } from '../../src/ui/qr/drawQr'
import { pngOfQr } from '../qr/pngOfQr'
import { svgOfQr } from '../qr/svgOfQr'
import { fileOf, numericOf } from '../samples/issueCard'

/** The longest JWS that one QR code of version 22 holds. Source: SMART Health Cards, "Health Cards as QR Codes". */
export const SINGLE_QR_CHARACTERS = 1195
/** The longest part of a JWS when it has to be cut (deprecated in 2022). Source: as above, "Chunking". */
const PART_CHARACTERS = 1191
/** Readers of cards in parts stop at nine: their headers have one digit. */
const MAXIMUM_PARTS = 9

export interface WrittenQr {
  /** Number of this part, from 1; null for a card in one code. */
  readonly part: number | null
  readonly version: number
  readonly svg: string
  readonly png: string
}

export interface WrittenCard {
  readonly text: string
  readonly file: string
  /** One picture for a card that fits into one; one for each part of a longer one; none when it has more than nine. */
  readonly qr: readonly WrittenQr[]
}

/** Writes a card in every form in which people bring it along, as files that begin with `name`, and gives their paths. */
export function writeCard(jws: string, folder: string, name: string): WrittenCard {
  mkdirSync(folder, { recursive: true })
  const write = (suffix: string, content: string | Uint8Array): string => {
    const path = join(folder, name + suffix)
    writeFileSync(path, content)
    return path
  }
  const texts = qrTexts(jws)
  return {
    text: write('.txt', `${numericOf(jws)}\n`),
    file: write('.smart-health-card', fileOf([jws])),
    qr: texts.flatMap((text, index) => {
      const code = drawQr(text)
      if (!code) return []
      const part = texts.length > 1 ? index + 1 : null
      const suffix = part === null ? '' : `-${part}-of-${texts.length}`
      const [svg, png] = [write(`${suffix}.svg`, svgOfQr(code)), write(`${suffix}.png`, pngOfQr(code))]
      return [{ part, version: code.version, svg, png }]
    }),
  }
}

/**
 * The texts of a card's QR codes: one, or as few parts as it takes, all of about the same length.
 * Empty when there would be more parts than anybody reads.
 */
export function qrTexts(jws: string): readonly string[] {
  if (jws.length <= SINGLE_QR_CHARACTERS) return [numericOf(jws)]
  const total = Math.ceil(jws.length / PART_CHARACTERS)
  if (total > MAXIMUM_PARTS) return []
  const length = Math.ceil(jws.length / total)
  return Array.from({ length: total }, (_, at) => {
    const digits = numericOf(jws.slice(at * length, (at + 1) * length)).slice('shc:/'.length)
    return `shc:/${at + 1}/${total}/${digits}`
  })
}
