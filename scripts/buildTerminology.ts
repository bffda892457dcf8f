// `npm run build:terminology`: makes public/terminology from pinned npm packages, CDC's lists and, where they are
// named, dictionaries that only the person who builds has a licence for. docs/terminology.md explains the options.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { pathOf } from './commandLine'
import { readBuiltIn } from './terminology/builtIn'
import { cutShards } from './terminology/cutShards'
import { FORMATS, readOptional, type OptionalName } from './terminology/optionalFiles'
import type { SourceDictionary } from './terminology/terms'

const PACKAGES = fileURLToPath(new URL('../node_modules/.cache/terminology', import.meta.url))
const PUBLIC = fileURLToPath(new URL('../public/terminology', import.meta.url))
const NAMES = Object.keys(FORMATS) as readonly OptionalName[]

const several = { type: 'string', multiple: true } as const
const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    snomed: several,
    loinc: several,
    rxnorm: several,
    icd10cm: several,
    cvx: several,
    mvx: several,
  },
})

/** `--snomed FILE`, `--snomed FILE@VERSION` or `--snomed FILE@VERSION@LANGUAGE`; English unless another is named. */
function fileFrom(argument: string): { path: string; version: string; language: string } {
  const [path = '', version = 'not stated', language = 'en'] = argument.split('@')
  return { path: pathOf(path), version, language }
}

const optional: SourceDictionary[] = []
for (const name of NAMES) {
  for (const argument of values[name] ?? []) {
    optional.push(await readOptional(FORMATS[name], fileFrom(argument)))
  }
}

const { dictionaries, aliases } = readBuiltIn(PACKAGES)
const replaced = new Set(optional.map(({ about }) => about.id))
const all = [...dictionaries.filter(({ about }) => !replaced.has(about.id)), ...optional]
const files = cutShards(all, aliases)
const out = values.out === undefined ? PUBLIC : pathOf(values.out)
await rm(out, { recursive: true, force: true })
for (const { path, content } of files) {
  await mkdir(dirname(join(out, path)), { recursive: true })
  await writeFile(join(out, path), content)
}
for (const { about, terms } of all)
  console.log(`${String(terms.length).padStart(8)}  ${about.name} ${about.version}`)
console.log(`${files.length} files in ${out}`)
