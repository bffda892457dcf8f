import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerFhir } from './answerFhir'
import { answerFile, answerLink } from './answerLink'
import { isForHost, json, readRequest, send, type Answer, type HostRequest } from './http'
import { auditOf, catalogEntry, mintLinks, type Served } from './mintedLinks'

export interface SampleHostOptions {
  /** Default: the machine's clock. Tests make tickets and pauses run out with one of their own. */
  readonly clock?: () => Date
}

/** Middleware as `connect` and Vite take it. */
export type Middleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void

/**
 * A small but faithful server of SMART Health Links below `/sample-host/`, for development, demonstration and tests.
 * It keeps everything in memory, starts with new links each time, and is no part of what is deployed.
 *
 * GET `catalog.json` the links on offer · GET `audit` how often each was asked for · POST `reset` new links ·
 * GET `fhir/…` a FHIR server for the live connection · POST `shl/…` a manifest · GET `shl/…?recipient=` the file of a link with the U flag · GET `file/…` a file.
 */
export function createSampleHost({ clock = () => new Date() }: SampleHostOptions = {}): Middleware {
  let served = mintLinks(clock())
  const reset = (): Answer => {
    served = mintLinks(clock())
    return json(200, { links: served.links.length })
  }
  const respond = async (...[request, response, next]: Parameters<Middleware>): Promise<void> => {
    try {
      const read = await readRequest(request)
      const answer = read
        ? await route(read, { served, now: clock(), reset })
        : json(413, { error: 'too large' })
      send(response, answer)
    } catch (error) {
      next(error)
    }
  }
  return (request, response, next) => {
    if (isForHost(request)) void respond(request, response, next)
    else next()
  }
}

interface RouteContext {
  readonly served: Served
  readonly now: Date
  readonly reset: () => Answer
}

async function route(request: HostRequest, { served, now, reset }: RouteContext): Promise<Answer> {
  const { method, path, base } = request
  if (method === 'OPTIONS') return { status: 204 }
  const [place = '', id = ''] = path.split('/')
  switch (place) {
    case 'catalog.json':
      return only('GET', method, () =>
        json(
          200,
          served.links.map((link) => catalogEntry(link, base)),
        ),
      )
    case 'audit':
      return only('GET', method, () => json(200, auditOf(served)))
    case 'reset':
      return only('POST', method, reset)
    case 'fhir':
      return only('GET', method, () => answerFhir(request, served.links))
    case 'file':
      return answerFile(id, { request, served, now })
    case 'shl': {
      const link = served.links.find(({ token }) => token === id)
      return link ? answerLink({ link, request, served, now }) : json(404, { error: 'no such link' })
    }
    default:
      return json(404, { error: 'nothing here' })
  }
}

const only = (wanted: string, method: string, answer: () => Answer): Answer =>
  method === wanted ? answer() : json(405, { error: `use ${wanted}` }, { allow: wanted })
