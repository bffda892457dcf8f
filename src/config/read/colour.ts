import type { Colours } from '../appearance'
import { excerpt, type Reader } from './reader'

/** The surfaces that text of a deployment's colour stands on, by colour scheme: the page and what lies on it. */
export const SURFACES: Readonly<Record<keyof Colours, readonly string[]>> = {
  light: ['#f4f6f8', '#ffffff'],
  dark: ['#0f161c', '#182129'],
}

/** The least contrast of text. Source: WCAG 2.2, 1.4.3. */
const LEAST = 4.5

/** A colour as `#rrggbb` that can be read on every surface of its scheme; or empty. */
export function readable(scheme: keyof Colours): Reader<string> {
  return {
    expected: { kind: 'colour' },
    read: (value, { path, refuse }) => {
      if (value === '') return value
      const given = excerpt(value)
      if (typeof value !== 'string' || !/^#[\da-f]{6}$/i.test(value)) {
        return refuse({ path, expected: { kind: 'colour' }, given })
      }
      for (const surface of SURFACES[scheme]) {
        const found = contrast(value, surface)
        if (found < LEAST) {
          return refuse({ path, expected: { kind: 'contrast', surface, found, least: LEAST }, given })
        }
      }
      return value.toLowerCase()
    },
  }
}

/** The contrast of two colours `#rrggbb`, from 1 (none) to 21. Source: WCAG 2.2, "contrast ratio". */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** From 0 for black to 1 for white. Source: WCAG 2.2, "relative luminance". */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) =>
    linear(Number.parseInt(colour.slice(from, from + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const linear = (share: number): number =>
  share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
