import { readFileSync } from 'node:fs'

/** A key of `config.json`, with the words that its type carries. */
export interface KeyWords {
  readonly name: string
  readonly words: string
}

/** Keys that stand in one file, with what they have in common. */
export interface GroupWords {
  readonly title: string
  readonly words: string
  readonly keys: readonly KeyWords[]
}

const FOLDER = new URL('../../src/config/', import.meta.url)

/** In the order in which they make up the configuration. */
const FILES = [
  'trust',
  'links',
  'screens',
  'appearance',
  'features',
  'framing',
  'camera',
  'copying',
  'desk',
  'dictionaries',
  'ehrs',
] as const

const COMMENT = String.raw`/\*\*((?:[^*]|\*(?!/))*)\*/`

/** The groups of keys as their files describe them. Throws where a key has no words: it would be missing from the page. */
export const groups = (): readonly GroupWords[] =>
  FILES.map((file) => groupIn(readFileSync(new URL(`${file}.ts`, FOLDER), 'utf8'), file))

/** The one exported interface of a group whose name ends in `Config`. */
export function groupIn(source: string, file: string): GroupWords {
  const found = new RegExp(String.raw`(?:${COMMENT}\s*)?export interface \w+Config \{\n([\s\S]*?)\n\}`).exec(
    source,
  )
  if (!found) throw new Error(`${file}: no group of keys`)
  const [, words = '', body = ''] = found
  const keys = [...body.matchAll(new RegExp(String.raw`(?:${COMMENT}\s*)?readonly (\w+):`, 'g'))].map(
    ([, comment, name = '']) => {
      if (comment === undefined) throw new Error(`${file}: ${name} has no words`)
      return { name, words: prose(comment) }
    },
  )
  return { title: `${file.slice(0, 1).toUpperCase()}${file.slice(1)}`, words: prose(words), keys }
}

/** The sentences of a comment, without its stars and line breaks. */
const prose = (comment: string): string =>
  comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*?\s?/, '').trim())
    .join(' ')
    .trim()
