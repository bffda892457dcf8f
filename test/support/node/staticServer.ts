import { answerStatic } from '../../../scripts/staticFiles'
import { startServer, type LocalServer } from './localServer'

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
    const inside = pathname.slice(path.length)
    if (pathname.startsWith(path))
      void answerStatic(response, { folder, path: inside, headers: headersOf(pathname) })
    else response.writeHead(404).end()
  })
}
