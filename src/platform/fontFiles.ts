import arabicRanges from '@fontsource/ibm-plex-sans-arabic/unicode.json'
import hebrewRanges from '@fontsource/noto-sans-hebrew/unicode.json'
import koreanRanges from '@fontsource/noto-sans-kr/unicode.json'
import mathRanges from '@fontsource/noto-sans-math/unicode.json'
import chineseRanges from '@fontsource/noto-sans-sc/unicode.json'
import symbolRanges from '@fontsource/noto-sans-symbols-2/unicode.json'
import thaiRanges from '@fontsource/noto-sans-thai/unicode.json'
import sansRanges from '@fontsource/noto-sans/unicode.json'

/** A part of a typeface: the letters of one script, or a slice of a large one. */
export interface FontFile {
  /** Stable and unlike any other: `noto-sans-latin-400-normal`. */
  readonly name: string
  readonly weight: 400 | 700
  /** In the form of CSS: `U+0000-00FF,U+0131`. What the file really holds may be less. */
  readonly ranges: string
}

/** Addresses in our own build. The slices of Chinese and Korean are many and small: a record needs a few of them. */
const URLS = new Map(
  Object.entries(
    import.meta.glob<string>(
      [
        '/node_modules/@fontsource/noto-sans/files/*-{400,700}-normal.woff',
        '/node_modules/@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-{400,700}-normal.woff',
        '/node_modules/@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-{400,700}-normal.woff',
        '/node_modules/@fontsource/noto-sans-thai/files/noto-sans-thai-thai-{400,700}-normal.woff',
        '/node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-[0-9]*-400-normal.woff',
        '/node_modules/@fontsource/noto-sans-kr/files/noto-sans-kr-[0-9]*-400-normal.woff',
        '/node_modules/@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff',
        '/node_modules/@fontsource/noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal.woff',
      ],
      { query: '?url', import: 'default', eager: true },
    ),
  ).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1).replace('.woff', ''), url] as const),
)

/** In the order in which they are asked for a letter: the smallest and most usual first. */
const FAMILIES: readonly (readonly [family: string, ranges: Readonly<Record<string, string>>])[] = [
  ['noto-sans', sansRanges],
  // Not Noto: it puts dots and letters together from parts, and copied text would then have other letters.
  ['ibm-plex-sans-arabic', arabicRanges],
  ['noto-sans-hebrew', hebrewRanges],
  ['noto-sans-thai', thaiRanges],
  ['noto-sans-sc', chineseRanges],
  ['noto-sans-kr', koreanRanges],
  ['noto-sans-math', mathRanges],
  ['noto-sans-symbols-2', symbolRanges],
]

/** Signs: the stated ranges leave out the arrows and comparisons that these two have as well. */
const SIGNS = 'U+2000-2BFF,U+1D400-1D7FF,U+1F000-1FBFF'

/** The parts of our typefaces that the build has, in the order in which they are asked for a letter. */
export const FONT_FILES: readonly FontFile[] = FAMILIES.flatMap(([family, ranges]) =>
  Object.entries(ranges).flatMap(([subset, stated]) =>
    ([400, 700] as const).flatMap((weight): FontFile | readonly FontFile[] => {
      const name = `${family}-${subset.replace(/^\[(\d+)\]$/, '$1')}-${weight}-normal`
      if (!URLS.has(name)) return []
      const isLast = family === 'noto-sans-math' || family === 'noto-sans-symbols-2'
      return { name, weight, ranges: isLast ? SIGNS : stated }
    }),
  ),
)

/** Where the build has a part, relative to the page. `undefined` for what is none of ours. */
export const fontUrl = (name: string): string | undefined => URLS.get(name)

/** Fetches a part of a typeface from our own host. Rejects when it cannot be had. */
export async function fetchFont(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const url = URLS.get(name)
  if (url === undefined) throw new Error('Not part of this viewer')
  const response = await fetch(url)
  if (!response.ok) throw new Error('Not found')
  return new Uint8Array(await response.arrayBuffer())
}
