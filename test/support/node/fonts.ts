import { readFile } from 'node:fs/promises'
import type { FontSource } from '../../../src/app/save/pdf/fonts'
import { FONT_FILES, fontUrl } from '../../../src/platform/fontFiles'

/** The fonts of the build, read from where the build takes them. `asked` says which ones were. */
export function fontsFromDisk(): FontSource & { readonly asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    files: FONT_FILES,
    fetch: async (name) => {
      asked.push(name)
      const url = fontUrl(name)
      if (url === undefined) throw new Error(`No such font: ${name}`)
      return new Uint8Array(await readFile(`.${url.replace(/\?.*$/, '')}`))
    },
  }
}
