import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** An npm package, pinned: another content under the same version is refused. */
export interface PinnedPackage {
  readonly name: string
  readonly version: string
  /** As `npm view NAME dist.integrity` has it. */
  readonly integrity: string
}

export const integrityOf = (bytes: Uint8Array): string =>
  `sha512-${createHash('sha512').update(bytes).digest('base64')}`

/**
 * The JSON files of a package, fetched with `npm pack` into `folder` and read there the next time. Nothing of it is
 * installed or run: the FHIR packages name dependencies that npm does not have.
 */
export function jsonFilesOf(pinned: PinnedPackage, folder: string): ReadonlyMap<string, unknown> {
  // npm names the file of a scoped package without its `@` and `/`.
  const path = join(folder, `${pinned.name.replace(/^@/, '').replace('/', '-')}-${pinned.version}.tgz`)
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    execFileSync(
      'npm',
      ['pack', `${pinned.name}@${pinned.version}`, '--silent', '--pack-destination', folder],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
        shell: process.platform === 'win32',
      },
    )
  }
  const bytes = readFileSync(path)
  const found = integrityOf(bytes)
  if (found !== pinned.integrity) {
    throw new Error(`${pinned.name}@${pinned.version}: expected ${pinned.integrity}, found ${found}`)
  }
  return jsonFilesIn(gunzipSync(bytes))
}

const BLOCK = 512

/** The JSON files of a tar archive (ustar), by name. */
export function jsonFilesIn(tar: Uint8Array): ReadonlyMap<string, unknown> {
  const files = new Map<string, unknown>()
  const text = new TextDecoder()
  const field = (at: number, length: number): string =>
    text.decode(tar.subarray(at, at + length)).replace(/\0[^]*$/, '')
  for (let at = 0; at + BLOCK <= tar.length;) {
    const name = field(at, 100)
    if (name === '') break
    const size = Number.parseInt(field(at + 124, 12).trim(), 8) || 0
    const isFile = ['0', ''].includes(field(at + 156, 1))
    const content = at + BLOCK
    if (isFile && name.endsWith('.json')) {
      files.set(name, JSON.parse(text.decode(tar.subarray(content, content + size))))
    }
    at = content + Math.ceil(size / BLOCK) * BLOCK
  }
  return files
}
