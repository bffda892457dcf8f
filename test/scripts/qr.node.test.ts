import { expect, test, vi } from 'vitest'
import { drawQr, QUIET_ZONE } from '../../src/ui/qr/drawQr'
import { pngOfQr } from '../../scripts/qr/pngOfQr'
import { svgOfQr } from '../../scripts/qr/svgOfQr'
import { terminalOfQr } from '../../scripts/qr/terminalOfQr'
import { readQr } from '../support/node/readQr'

// Drawing large codes takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

/** As many characters of a JWS as `count`, as digits. */
const card = (count: number): string => `shc:/${'5629'.repeat(count).slice(0, 2 * count)}`

function drawn(text: string) {
  const code = drawQr(text)
  if (!code) throw new Error('drawQr: too long')
  return code
}

test('the longest card of one code has version 22, and one character more has 23 (C-04)', () => {
  expect(drawn(card(1195)).version).toBe(22)
  expect(drawn(card(1196)).version).toBe(23)
})

test('a text longer than any code is not drawn', () => {
  expect(drawQr(card(4000))).toBeUndefined()
})

test('an independent decoder reads from the PNG what was drawn', async () => {
  for (const text of [card(1195), 'http://localhost:5173/shlink.html#shlink:/eyJ1cmwiOiJodHRwczovL2EifQ']) {
    for (const scale of [3, 8]) {
      expect(await readQr(pngOfQr(drawn(text), scale))).toMatchObject([{ text }])
    }
  }
})

test('SVG and terminal show the same modules, with a quiet zone around them', () => {
  const code = drawn('shc:/56')
  const width = code.size + 2 * QUIET_ZONE
  const fromSvg = Array.from({ length: width }, () => Array.from({ length: width }, () => false))
  const svg = svgOfQr(code)
  expect(svg).toContain(`viewBox="0 0 ${width} ${width}"`)
  const path = /<path d="([^"]+)"/.exec(svg)?.[1] ?? ''
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    fromSvg[Number(y)]?.fill(true, Number(x), Number(x) + Number(length))
  }
  const expected = Array.from({ length: width }, (_, y) =>
    Array.from({ length: width }, (__, x) => code.isDark(x - QUIET_ZONE, y - QUIET_ZONE)),
  )
  expect(fromSvg).toEqual(expected)

  const LIGHT: Readonly<Record<string, readonly boolean[]>> = {
    ' ': [false, false],
    '▄': [false, true],
    '▀': [true, false],
    '█': [true, true],
  }
  const lines = terminalOfQr(code).trimEnd().split('\n')
  const fromTerminal = lines.flatMap((line) => {
    // oxlint-disable-next-line no-control-regex
    const blocks = Array.from(line.replaceAll(/\u001B\[[\d;]*m/g, ''), (block) => LIGHT[block] ?? [])
    return [0, 1].map((half) => blocks.map((light) => !light[half]))
  })
  expect(fromTerminal.slice(0, width)).toEqual(expected)
})

test.each([10, 12, 15, 18, 20])(
  'a link of version %i with a logo over its middle is read (L-13)',
  async (version) => {
    const code = linkOfVersion(version)
    const [middle, half] = [code.size / 2, Math.floor(code.size * 0.1)]
    const isLogo = (at: number): boolean => Math.abs(at + 0.5 - middle) <= half
    const isDark = (x: number, y: number): boolean => (isLogo(x) && isLogo(y) ? false : code.isDark(x, y))
    expect(await readQr(pngOfQr({ ...code, isDark }, 4))).toMatchObject([{ text: code.text }])
  },
)

/** A link in a code of this version with the error correction that senders are asked for: M. */
function linkOfVersion(version: number) {
  for (let length = 20; length < 1000; length += 4) {
    const text = `shlink:/eyJ1cmwiOiJodHRwczovL2EifQ${'aB3-'.repeat(length / 4)}`
    const code = drawQr(text, 'M')
    if (code && code.version === version) return { ...code, text }
  }
  throw new Error('linkOfVersion: none')
}
