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

/** What a host sends with the file at an address, beside its type. */
export type HeadersOf = (pathname: string) => Readonly<Record<string, string>>

/** The plainest host there is: the files of a folder below a path, and nothing else but what it is told to send. */
export function startStaticServer(
  folder: string,
  path: string,
  headersOf: HeadersOf = () => ({}),
): Promise<LocalServer> {
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
          .writeHead(200, {
            'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
            ...headersOf(pathname),
          })
          .end(body),
      () => response.writeHead(404).end(),
    )
  })
}
