import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const PREFIX = '@fontsource/'

/** The fonts among the dependencies of the package in `root` of which no regular WOFF file is in its `node_modules`. */
export function missingFonts(root: string): readonly string[] {
  const stated = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly dependencies?: Readonly<Record<string, string>>
  }
  return Object.keys(stated.dependencies ?? {}).filter((name) => {
    if (!name.startsWith(PREFIX)) return false
    const files = join(root, 'node_modules', name, 'files')
    return !existsSync(files) || !readdirSync(files).some((file) => file.endsWith('-400-normal.woff'))
  })
}

/**
 * Stops a build without the fonts that PDFs are set in. They are found by a pattern, of which no match is no error: the
 * build would succeed, and every PDF of such records would fail at the reader's.
 */
export function pdfFonts(): Plugin {
  let root = '.'
  return {
    name: 'pdf-fonts',
    apply: 'build',
    configResolved: (config) => {
      root = config.root
    },
    buildStart() {
      const missing = missingFonts(root)
      if (missing.length === 0) return
      this.error(
        `The fonts for PDFs are not installed in ${join(root, 'node_modules')}: ${missing.join(', ')}. Run "npm ci" in this folder, then build again.`,
      )
    },
  }
}
