import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** How a command ends: something on standard output, or one sentence on standard error. */
export interface Outcome {
  readonly exitCode: 0 | 2
  readonly stdout: string
  readonly stderr: string
}

/** The arguments made no sense: one sentence, and nothing was done. */
export const refusal = (sentence: string): Outcome => ({ exitCode: 2, stdout: '', stderr: `${sentence}\n` })

export const printed = (value: unknown): Outcome => ({
  exitCode: 0,
  stdout: `${JSON.stringify(value, undefined, 2)}\n`,
  stderr: '',
})

export function show({ exitCode, stdout, stderr }: Outcome): void {
  process.stdout.write(stdout)
  process.stderr.write(stderr)
  process.exitCode = exitCode
}

/** Path of a file as the person named it: npm runs a script in the folder of the project, not where it was called. */
export const pathOf = (name: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), name)

/** The bytes of a file; `undefined` when it cannot be read. */
export function bytesOfFile(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

export async function readAll(stream: AsyncIterable<unknown>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of stream) if (piece instanceof Uint8Array) pieces.push(piece)
  return Buffer.concat(pieces)
}

const DAY_MS = 86_400_000

/** A moment given as ISO 8601, or as whole days from now; `undefined` when it is neither. */
export function momentFrom(text: string, now: Date): Date | undefined {
  if (/^\d{1,5}$/.test(text)) return new Date(now.getTime() + Number(text) * DAY_MS)
  const date = /^\d{4}-\d{2}-\d{2}/.test(text) ? new Date(text) : undefined
  return date && !Number.isNaN(date.getTime()) ? date : undefined
}
