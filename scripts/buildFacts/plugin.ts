import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { commitOf } from './commit.ts'
import type { Part } from './part.ts'
import { partsOf } from './parts.ts'

const FILE = 'about.json'

interface Collecting {
  /** For the build of the pages. */
  readonly facts: () => Plugin
  /** For the builds of the workers, which come before it. */
  readonly ofWorkers: () => Plugin
}

/**
 * Writes what the build is made of into `about.json`: the version, the commit, and everything of others with its
 * licence, from the modules that are really in it. Shown on the About screen.
 */
export function buildFacts(): Collecting {
  const modules = new Set<string>()
  const collect = (
    bundle: Readonly<Record<string, { readonly type: string; readonly moduleIds?: string[] }>>,
  ): void => {
    for (const { moduleIds } of Object.values(bundle)) for (const id of moduleIds ?? []) modules.add(id)
  }
  return {
    ofWorkers: () => ({
      name: 'build-facts-of-workers',
      apply: 'build',
      generateBundle: (_, bundle) => collect(bundle),
    }),
    facts: () => {
      let root = ''
      return {
        name: 'build-facts',
        apply: 'build',
        configResolved: (config) => {
          root = config.root
        },
        generateBundle(_, bundle) {
          collect(bundle)
          this.emitFile({ type: 'asset', fileName: FILE, source: factsText(root, partsOf(modules, root)) })
        },
      }
    },
  }
}

function factsText(root: string, parts: readonly Part[]): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly version: string
  }
  const texts = [...new Set(parts.flatMap(({ text }) => text ?? []))]
  const numbered = parts.map(({ text, ...part }) =>
    text === undefined ? part : { ...part, text: texts.indexOf(text) },
  )
  return `${JSON.stringify({ version, commit: commitOf(root), parts: numbered, texts }, undefined, 1)}\n`
}
