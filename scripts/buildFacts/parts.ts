import { join } from 'node:path'
import { licencesBeside, NOT_STATED, packageFolder, packagePart, textOf } from './packages.ts'
import type { Part } from './part.ts'
import { BY_TOOLS, COMPILED_IN, DATA, WITHIN } from './within.ts'

/**
 * Everything of others in a build, by name, from the modules that it is made of. What has a licence beside it that
 * nobody has looked at yet is `NOT_STATED`, which a test of the build does not let pass: its place is in `within.ts`.
 */
export function partsOf(modules: Iterable<string>, root: string): readonly Part[] {
  const folders = new Set<string>()
  const beside = new Set<string>()
  for (const id of modules) {
    const folder = packageFolder(id) ?? toolFolder(id, root)
    if (folder === undefined) continue
    folders.add(folder)
    for (const file of licencesBeside(id, folder)) beside.add(file)
  }
  const packages = [...folders].map(packagePart)
  const parts = [...packages, ...[...beside].map(partWithin), ...compiledInto(packages), ...DATA]
  return parts.toSorted((a, b) => a.name.localeCompare(b.name, 'en') || compare(a.version, b.version))
}

const compare = (a = '', b = ''): number => a.localeCompare(b, 'en')

function toolFolder(id: string, root: string): string | undefined {
  const [, name] = BY_TOOLS.find(([pattern]) => pattern.test(id)) ?? []
  return name === undefined ? undefined : join(root, 'node_modules', name)
}

function partWithin(file: string): Part {
  const [, path = file] = /\/node_modules\/(?!.*\/node_modules\/)(.*)$/.exec(file.replaceAll('\\', '/')) ?? []
  return { ...(WITHIN[path] ?? { name: path, licence: NOT_STATED }), ...textOf([file]) }
}

const compiledInto = (packages: readonly Part[]): readonly Part[] =>
  COMPILED_IN.flatMap(({ into, part, textOf: source }) => {
    if (!packages.some(({ name }) => name === into)) return []
    const text = packages.find(({ name }) => name === source)?.text
    return [text === undefined ? part : { ...part, text }]
  })
