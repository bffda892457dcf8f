import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Folder of public sample material, from the environment. Without it the tests that need it are skipped, visibly. */
export const CORPUS = process.env['SHX_CORPUS']

/** The text of a sample file. */
export const sample = (...path: readonly string[]): string =>
  readFileSync(join(CORPUS ?? '', ...path), 'utf8')

/** The names of the sample files in a folder whose names end like this. */
export const samplesIn = (folder: string, ending = '.json'): readonly string[] =>
  CORPUS === undefined ? [] : readdirSync(join(CORPUS, folder)).filter((name) => name.endsWith(ending))
