import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
}

export interface StaticFile {
  readonly folder: string
  /** Relative to the folder; a folder within it has an index. */
  readonly path: string
  /** Sent with it, beside its type. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Answers with a file of a folder, as the plainest host does. */
export async function answerStatic(
  response: ServerResponse,
  { folder, path, headers = {} }: StaticFile,
): Promise<void> {
  const inside = normalize(path)
  const name = inside === '.' || inside.endsWith('/') ? join(inside, 'index.html') : inside
  const body = inside.startsWith('..') ? undefined : await readFile(join(folder, name)).catch(() => undefined)
  if (body === undefined) {
    response.writeHead(404).end()
    return
  }
  const contentType = TYPES[extname(name)] ?? 'application/octet-stream'
  response.writeHead(200, { 'content-type': contentType, ...headers }).end(body)
}
