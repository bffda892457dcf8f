import { readFile } from 'node:fs/promises'
import { filesForFolder } from '../../../scripts/headers/files'
import { headersFrom } from '../../support/node/headerFile'
import { startServer, type LocalServer } from '../../support/node/localServer'
import { startStaticServer } from '../../support/node/staticServer'

/** Where the deployments of these tests stand on their hosts. */
export const FOLDER = '/some/sub/path/'

/** The folder of the build on a host that sends the headers which the build itself brought for it. */
export async function deployed(): Promise<LocalServer> {
  const shipped = await readFile('dist/_headers', 'utf8')
  return startStaticServer('dist', FOLDER, (address) => headersFrom(below(shipped), address))
}

/** The same, made for somebody who may show it in a frame. */
export function deployedFor(frameAncestors: readonly string[]): Promise<LocalServer> {
  const made = filesForFolder({ frameAncestors, path: FOLDER })['_headers'] ?? ''
  return startStaticServer('dist', FOLDER, (address) => headersFrom(made, address))
}

/** A build is for the root of its host; `npm run deploy:headers -- --path` makes the file for another folder. */
const below = (shipped: string): string => shipped.replaceAll(/^\//gm, FOLDER)

/** A page of somebody else, with the viewer in it. */
export const framing = (viewer: string): Promise<LocalServer> =>
  startServer((_, response) => {
    const frame = `<iframe title="viewer" src="${viewer}" style="width:900px;height:900px"></iframe>`
    response.writeHead(200, { 'content-type': 'text/html' }).end(frame)
  })
