import { answerFile, answerLink } from '../sampleHost/answerLink'
import type { Middleware } from '../sampleHost/host'
import { isForHost, json, readRequest, send, type Answer, type HostRequest } from '../sampleHost/http'
import type { MintedLink, Ticket } from '../sampleHost/mintedLinks'

/**
 * Serves one link and nothing else: no catalog and no audit, because these files may be somebody's and every page in
 * the browser can ask this machine. Answers as the sample host does.
 */
export function createShareHost(link: MintedLink, clock: () => Date): Middleware {
  const tickets = new Map<string, Ticket>()
  const respond = async (...[request, response, next]: Parameters<Middleware>): Promise<void> => {
    try {
      const read = await readRequest(request)
      const served = { link, served: { tickets }, now: clock() }
      send(response, read ? await route(read, served) : json(413, { error: 'too large' }))
    } catch (error) {
      next(error)
    }
  }
  return (request, response, next) => {
    if (isForHost(request)) void respond(request, response, next)
    else next()
  }
}

interface Shared {
  readonly link: MintedLink
  readonly served: { readonly tickets: Map<string, Ticket> }
  readonly now: Date
}

async function route(request: HostRequest, shared: Shared): Promise<Answer> {
  const [place, id = ''] = request.path.split('/')
  if (request.method === 'OPTIONS') return { status: 204 }
  if (place === 'file') return answerFile(id, { ...shared, request })
  return place === 'shl' && id === shared.link.token
    ? answerLink({ ...shared, request })
    : json(404, { error: 'nothing here' })
}
