import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { err, ok, type Result } from '../../src/core/result'
import { bytesOfFile, pathOf, printed, refusal, type Outcome } from '../commandLine'
import { filesForDeploy, type DeployOptions } from './files.ts'
import { frameAncestorsIn } from './frameAncestors'

const USAGE =
  'Usage: npm run --silent deploy:headers -- [--config FILE | --frame-ancestors ORIGIN …] [--path /FOLDER/] [--out FOLDER].'

const inProject = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url))

/** Writes the files of `deploy/`, for what `config.json` or the arguments say about frames; prints which. */
export function headersCommand(argv: readonly string[]): Outcome {
  const read = readArguments(argv)
  if (!read.ok) return refusal(read.error)
  const { out, ...options } = read.value
  mkdirSync(out, { recursive: true })
  const files = Object.entries(filesForDeploy(options))
  for (const [name, text] of files) writeFileSync(join(out, name), text)
  return printed({ ...options, out, files: files.map(([name]) => name) })
}

function readArguments(argv: readonly string[]): Result<DeployOptions & { readonly out: string }, string> {
  const parsed = parseArguments(argv)
  if (!parsed) return err(USAGE)
  const { config, path, out, 'frame-ancestors': named } = parsed.values
  const origins = [...(named ?? []), ...parsed.positionals]
  if (config !== undefined && origins.length > 0) return err(USAGE)
  if (!/^\/(?:[\w.-]+\/)*$/.test(path)) {
    return err(`--path is not a folder with a slash at both ends: ${path}`)
  }
  const text = origins.length > 0 ? JSON.stringify({ frameAncestors: origins }) : configText(config)
  if (text === undefined) return err(`--config cannot be read: ${config}`)
  const frameAncestors = frameAncestorsIn(text)
  return frameAncestors.ok
    ? ok({
        frameAncestors: frameAncestors.value,
        path,
        out: out === undefined ? inProject('deploy') : pathOf(out),
      })
    : err(`Not the origins of pages: ${frameAncestors.error.join(', ')}`)
}

function configText(name: string | undefined): string | undefined {
  if (name === undefined) return readFileSync(inProject('public/config.json'), 'utf8')
  const bytes = bytesOfFile(pathOf(name))
  return bytes && new TextDecoder().decode(bytes)
}

function parseArguments(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        config: { type: 'string' },
        'frame-ancestors': { type: 'string', multiple: true },
        path: { type: 'string', default: '/' },
        out: { type: 'string' },
      },
    })
  } catch {
    return undefined
  }
}
