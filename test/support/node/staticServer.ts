import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { startServer, type LocalServer } from './localServer'

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

/** The plainest host there is: the files of a folder below a path, and nothing else. */
export function startStaticServer(folder: string, path: string): Promise<LocalServer> {
  return startServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host')
    const inside = pathname.startsWith(path) ? normalize(pathname.slice(path.length)) : undefined
    if (inside === undefined || inside.startsWith('..')) {
      response.writeHead(404).end()
      return
    }
    const name = inside === '' || inside === '.' || inside.endsWith('/') ? join(inside, 'index.html') : inside
    readFile(join(folder, name)).then(
      (body) =>
        response
          .writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' })
          .end(body),
      () => response.writeHead(404).end(),
    )
  })
}
