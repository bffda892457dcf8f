import { expect, test } from 'vitest'
import { contrast, readable, SURFACES } from '../../src/config/read/colour'
import { theme } from '../../src/ui/theme'

type Schemes = Readonly<
  Record<'light' | 'dark', { readonly palette: { readonly background: { default: string; paper: string } } }>
>

const read = (scheme: 'light' | 'dark', value: unknown) => {
  const refused: unknown[] = []
  const taken = readable(scheme).read(value, {
    path: 'colours',
    refuse: ({ expected }) => void refused.push(expected),
  })
  return taken ?? refused[0]
}

test('contrasts are those of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrast('#ffffff', '#ffffff')).toBe(1)
})

test('a colour that is hard to read on one of its surfaces is refused, with its contrast', () => {
  expect(read('light', '#ffd27a')).toMatchObject({ kind: 'contrast', surface: '#f4f6f8', least: 4.5 })
  // Readable on the white of a panel, but not on the grey around it.
  expect(read('light', '#767676')).toMatchObject({ kind: 'contrast', surface: '#f4f6f8' })
  expect(read('dark', '#0b5b7f')).toMatchObject({ kind: 'contrast', surface: '#0f161c' })
  expect(read('light', '#0B5B7F')).toBe('#0b5b7f')
  expect(read('dark', '#ffd27a')).toBe('#ffd27a')
})

test('the surfaces are those that the viewer has', () => {
  const { colorSchemes: schemes } = theme as unknown as { readonly colorSchemes: Schemes }
  const surfacesOf = (scheme: 'light' | 'dark') => {
    const background = schemes[scheme].palette.background
    return [background.default, background.paper]
  }
  expect(SURFACES).toEqual({ light: surfacesOf('light'), dark: surfacesOf('dark') })
})
