import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Part } from './part.ts'
import { BY_FILE } from './within.ts'

/** In the place of a licence that a package does not name. */
export const NOT_STATED = 'not stated'

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)/i

/** The folder of the package that a module lies in; `undefined` for our own. */
export const packageFolder = (id: string): string | undefined =>
  /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replace(/[?#].*$/, '').replaceAll('\\', '/'))?.[1]

/** What a package says of itself. Some say which licence they have, and bring no text of it. */
export function packagePart(folder: string): Part {
  const { name, version, license, author } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as {
    readonly name: string
    readonly version: string
    readonly license?: unknown
    readonly author?: string | { readonly name?: string }
  }
  const licence = typeof license === 'string' ? license : (BY_FILE[name] ?? NOT_STATED)
  const by = typeof author === 'string' ? author : (author?.name ?? 'its authors')
  const text = `${name}, by ${by}. Published with the name of its licence alone: ${licence}.`
  return { name, version, licence, text, ...textOf(licenceFiles(folder)) }
}

/**
 * Licences that lie beside a file deeper in its package, and are that file's rather than the package's: one without a
 * name, or one whose name, after the last `_`, is how the file's begins.
 */
export function licencesBeside(file: string, packageRoot: string): readonly string[] {
  const folder = dirname(file.replace(/[?#].*$/, ''))
  if (folder === packageRoot) return []
  const own = basename(file).toLowerCase()
  return licenceFiles(folder).filter((path) => {
    const [, name] = /_([^_]+)$/.exec(basename(path)) ?? []
    return name === undefined || own.startsWith(name.toLowerCase())
  })
}

const licenceFiles = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
        .map(({ name }) => join(folder, name))
        .toSorted()
    : []

/** Vite's holds those of what it is built with, too, none of which it puts into a page. */
const OF_A_TOOL = /\n# Licenses of bundled dependencies[\s\S]*$/

export function textOf(files: readonly string[]): { readonly text?: string } {
  const texts = files.map((file) =>
    readFileSync(file, 'utf8').replaceAll('\r\n', '\n').replace(OF_A_TOOL, '').trim(),
  )
  return texts.length === 0 ? {} : { text: texts.join('\n\n') }
}
