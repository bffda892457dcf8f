import { readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { jsonFromText, textFromBytes } from '../../src/core/encoding'
import type { ShxError } from '../../src/core/errors'
import { openSHX, type OpenedShx, type OpenFailure } from '../../src/core/openSHX'
import type { Http, LoadedDirectory } from '../../src/core/ports'
import { MAXIMUM_INPUT_CHARACTERS } from '../../src/core/readInput'
import { err, ok, type Result } from '../../src/core/result'
import { readDirectory } from '../../src/core/shc/directory'
import type { DirectoryFacts } from '../../src/core/verdict'
import { createHttp } from '../../src/platform/http'
import { createRevocationLoader } from '../../src/platform/revocation'
import { createMemoryCache } from '../../src/platform/storage'
import { toReport, type Report } from '../../src/report/report'

const USAGE =
  'Usage: npm run --silent read -- <text|file|-> [--passcode X] [--directory FILE] [--test-directory FILE] [--now ISO] [--recipient TEXT] [--offline].'
const TIMEOUT_SECONDS = 30

/** How the command ends: a report on standard output, or one sentence on standard error. */
export interface Outcome {
  readonly exitCode: 0 | 2
  readonly stdout: string
  readonly stderr: string
}

/**
 * Opens what the arguments name and reports on it. 0 means that there is a report, also one about an input that cannot
 * be opened; 2 means that the arguments made no sense and nothing was opened. Never throws.
 */
export async function readCommand(argv: readonly string[], stdin: AsyncIterable<unknown>): Promise<Outcome> {
  const options = readArguments(argv)
  if (!options.ok) return { exitCode: 2, stdout: '', stderr: `${options.error}\n` }
  const opened = await open(options.value, stdin)
  const report = reportOn(opened, options.value.now ?? new Date())
  return { exitCode: 0, stdout: `${JSON.stringify(report, undefined, 2)}\n`, stderr: '' }
}

interface Arguments {
  readonly input: string
  readonly passcode: string | undefined
  readonly now: Date | undefined
  readonly recipient: string
  readonly directories: readonly LoadedDirectory[]
  readonly offline: boolean
}

function readArguments(argv: readonly string[]): Result<Arguments, string> {
  const parsed = parseArguments(argv)
  if (!parsed.ok) return parsed
  const { positionals, values } = parsed.value
  const [input, ...further] = positionals
  if (input === undefined || further.length > 0) return err(USAGE)
  const now = values.now === undefined ? undefined : momentFrom(values.now)
  if (values.now !== undefined && !now) return err(`--now is not an ISO 8601 date: ${values.now}`)
  const loaded = [
    ...(values.directory ?? []).map((file) => loadDirectory(file, 'trusted')),
    ...(values['test-directory'] ?? []).map((file) => loadDirectory(file, 'test')),
  ]
  const failed = loaded.find((directory) => !directory.ok)
  if (failed && !failed.ok) return failed
  const directories = loaded.flatMap((directory) => (directory.ok ? [directory.value] : []))
  const { passcode, recipient, offline } = values
  return ok({ input, passcode, now, recipient, directories, offline })
}

function parseArguments(argv: readonly string[]) {
  try {
    return ok(
      parseArgs({
        args: [...argv],
        allowPositionals: true,
        options: {
          passcode: { type: 'string' },
          directory: { type: 'string', multiple: true },
          'test-directory': { type: 'string', multiple: true },
          now: { type: 'string' },
          recipient: { type: 'string', default: 'SHX viewer, command line' },
          offline: { type: 'boolean', default: false },
        },
      }),
    )
  } catch {
    return err(USAGE)
  }
}

function momentFrom(text: string): Date | undefined {
  const date = /^\d{4}-\d{2}-\d{2}/.test(text) ? new Date(text) : undefined
  return date && !Number.isNaN(date.getTime()) ? date : undefined
}

/** A list that was asked for and cannot be used ends the command: a verdict without it would be another verdict. */
function loadDirectory(file: string, kind: DirectoryFacts['kind']): Result<LoadedDirectory, string> {
  const bytes = bytesOf(file)
  if (!bytes) return err(`The directory cannot be read: ${file}`)
  const text = textFromBytes(bytes)
  const directory = text === undefined ? undefined : readDirectory(jsonFromText(text))
  if (!directory) return err(`This is not a directory of issuers: ${file}`)
  const { date } = directory
  return ok({
    available: true,
    directory,
    facts: { source: file, kind, stale: false, ...(date && { date }) },
  })
}

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/** The text to open: standard input, a file where there is one of that name, else the argument itself. */
async function textOf(argument: string, stdin: AsyncIterable<unknown>): Promise<Result<string, ShxError>> {
  if (argument === '-') return textFrom(await readAll(stdin))
  const size = sizeOfFile(argument)
  if (size === undefined) return ok(argument)
  if (size > MAXIMUM_INPUT_CHARACTERS) {
    return err({ code: 'INPUT_TOO_LARGE', maximumBytes: MAXIMUM_INPUT_CHARACTERS })
  }
  return textFrom(bytesOf(argument))
}

function textFrom(bytes: Uint8Array | undefined): Result<string, ShxError> {
  const text = bytes && textFromBytes(bytes)
  return text === undefined ? err({ code: 'FILE_UNREADABLE' }) : ok(text)
}

/** Bytes of a file; `undefined` when there is none of that name, which a card's text is far too long to be. */
function sizeOfFile(name: string): number | undefined {
  try {
    const stats = statSync(name)
    return stats.isFile() ? stats.size : undefined
  } catch {
    return undefined
  }
}

async function readAll(stream: AsyncIterable<unknown>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of stream) if (piece instanceof Uint8Array) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function open(
  { input, passcode, now, recipient, directories, offline }: Arguments,
  stdin: AsyncIterable<unknown>,
): Promise<Result<OpenedShx, OpenFailure>> {
  const text = await textOf(input, stdin)
  if (!text.ok) return err({ error: text.error, input: 'unrecognised', problems: [] })
  const http = offline ? noNetwork : createHttp({ timeoutSeconds: TIMEOUT_SECONDS })
  const clock = (): Date => now ?? new Date()
  // On the command line a link to this very machine is no stranger's doing.
  const policy = { allowLoopback: true, allowedHosts: [] }
  return openSHX(text.value, {
    http,
    clock,
    policy,
    recipient,
    loadRevocationList: createRevocationLoader({ http, policy, clock, cache: createMemoryCache() }),
    loadDirectories: () => Promise.resolve(directories),
    ...(passcode !== undefined && { passcode }),
  })
}

/** `--offline`: every request fails as it would without a network. */
const noNetwork: Http = () => Promise.resolve(err('offline'))

/** A report there always is: a mistake of ours is one, too, and its message might quote the record. */
function reportOn(opened: Result<OpenedShx, OpenFailure>, now: Date): Report {
  try {
    return toReport(opened, now)
  } catch {
    const input = opened.ok ? opened.value.input : opened.error.input
    const id = crypto.randomUUID().slice(0, 8)
    return toReport(err({ error: { code: 'INTERNAL_ERROR', id }, input, problems: [] }), now)
  }
}
