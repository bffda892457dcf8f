import { isRecord, jsonFromText } from '../../src/core/encoding'
import { encryptFile, randomKey } from '../samples/encryptFile'
import { json, type Answer, type HostRequest } from './http'
import { PASSCODE_ATTEMPTS, SHORT_TICKET_SECONDS, type HostedFile } from './links'
import { randomToken, type MintedLink, type Served } from './mintedLinks'

/** What is embedded when the client states no limit, in characters of the encrypted file. */
const DEFAULT_EMBEDDED_LENGTH_MAX = 65_536
const HOUR_SECONDS = 3_600

interface ManifestRequest {
  readonly passcode?: string
  readonly embeddedLengthMax: number
}

export interface Visit {
  readonly link: MintedLink
  readonly request: HostRequest
  readonly served: Pick<Served, 'tickets'>
  readonly now: Date
}

/**
 * Answers at the address of a link: a manifest for POST, or its one file for GET when it has the U flag.
 * Source: SHL, "SMART Health Link Manifest Request" and "SMART Health Link Direct File Request".
 */
export async function answerLink(visit: Visit): Promise<Answer> {
  const { link, request } = visit
  const direct = link.definition.flag.includes('U')
  const method = direct ? 'GET' : 'POST'
  if (request.method !== method) return json(405, { error: `use ${method}` }, { allow: method })
  return direct ? answerDirect(visit) : answerManifest(visit)
}

async function answerDirect({ link, request, now }: Visit): Promise<Answer> {
  if ((request.query.get('recipient') ?? '').trim() === '')
    return json(400, { error: 'recipient is missing' })
  if (isGone(link, now)) return json(404, { error: 'no such link' })
  const [file] = link.definition.files(1)
  if (!file) return json(404, { error: 'no file' })
  link.downloads += 1
  return jwe(await encrypt(file, link, request.base))
}

async function answerManifest(visit: Visit): Promise<Answer> {
  const { link, request, now } = visit
  link.manifestRequests += 1
  const asked = readManifestRequest(request.body)
  if (typeof asked === 'string') return json(400, { error: asked })
  if (isGone(link, now)) return json(404, { error: 'no such link' })
  const refusal = refusePasscode(link, asked.passcode) ?? refuseHaste(link, now)
  if (refusal) return refusal
  link.manifestsGiven += 1
  link.lastManifestAt = now
  const files = link.definition.files(link.manifestsGiven)
  const offers = await Promise.all(files.map((file) => offer(file, visit, asked.embeddedLengthMax)))
  const { retryAfter } = link.definition
  return json(
    200,
    { files: offers, ...listOf(files, link.definition.label) },
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
  )
}

/** A FHIR List with a caption for each file, where there are any. Source: SHL, "SMART Health Link Manifest File" (`list`). */
function listOf(files: readonly HostedFile[], title: string | undefined): object {
  if (files.every(({ caption }) => caption === undefined)) return {}
  const entry = files.map(({ caption }) => ({ item: { display: caption } }))
  return { list: { resourceType: 'List', status: 'current', mode: 'snapshot', title, entry } }
}

const isGone = ({ definition, exp }: MintedLink, now: Date): boolean =>
  definition.withdrawn === true || (exp !== undefined && now.getTime() >= exp * 1000)

/** The request, or what is wrong with it. */
function readManifestRequest(body: string): ManifestRequest | string {
  const asked = jsonFromText(body)
  if (!isRecord(asked)) return 'the body is not a JSON object'
  const { recipient, passcode, embeddedLengthMax = DEFAULT_EMBEDDED_LENGTH_MAX } = asked
  if (typeof recipient !== 'string' || recipient.trim() === '') return 'recipient is missing'
  if (
    typeof embeddedLengthMax !== 'number' ||
    !Number.isInteger(embeddedLengthMax) ||
    embeddedLengthMax < 0
  ) {
    return 'embeddedLengthMax is not a length'
  }
  return { embeddedLengthMax, ...(typeof passcode === 'string' && { passcode }) }
}

/**
 * A wrong passcode costs one of the link's attempts, for life; a right one gives none back. Not to send any costs
 * nothing. With no attempts left the right one is refused too.
 */
function refusePasscode(link: MintedLink, passcode: string | undefined): Answer | undefined {
  if (link.definition.passcode === undefined) return undefined
  const locked = link.wrongPasscodes >= PASSCODE_ATTEMPTS
  if (!locked && passcode === link.definition.passcode) return undefined
  if (!locked && passcode !== undefined) link.wrongPasscodes += 1
  return json(401, { remainingAttempts: PASSCODE_ATTEMPTS - link.wrongPasscodes })
}

function refuseHaste(link: MintedLink, now: Date): Answer | undefined {
  const { pauseSeconds } = link.definition
  if (pauseSeconds === undefined || link.lastManifestAt === undefined) return undefined
  const left = pauseSeconds - (now.getTime() - link.lastManifestAt.getTime()) / 1000
  return left > 0 ? json(429, { error: 'too soon' }, { 'retry-after': String(Math.ceil(left)) }) : undefined
}

/** One entry of the manifest's `files`: embedded where that is allowed, else behind a new ticket. */
async function offer(file: HostedFile, visit: Visit, embeddedLengthMax: number): Promise<unknown> {
  const { link, request, served, now } = visit
  const { contentType, status, delivery } = file
  const encrypted = await encrypt(file, link, request.base)
  const about = { contentType, ...(status && { status, lastUpdated: now.toISOString() }) }
  if (delivery !== 'location' && encrypted.length <= embeddedLengthMax)
    return { ...about, embedded: encrypted }
  const ticket = randomToken()
  served.tickets.set(ticket, {
    link,
    jwe: encrypted,
    expiresAt: new Date(now.getTime() + ticketSeconds(file, link) * 1000),
    once: file.ticket === 'once',
    used: false,
  })
  return { ...about, location: `${request.base}file/${ticket}` }
}

function ticketSeconds({ ticket = 'hour' }: HostedFile, link: MintedLink): number {
  switch (ticket) {
    case 'seconds':
      return SHORT_TICKET_SECONDS
    case 'dead-at-first':
      return link.manifestsGiven === 1 ? 0 : HOUR_SECONDS
    case 'hour':
    case 'once':
      return HOUR_SECONDS
    default:
      return ticket satisfies never
  }
}

/** Answers at the location of a file: 404 never issued, 401 too old, 410 used up. */
export function answerFile(ticketId: string, { request, served, now }: Omit<Visit, 'link'>): Answer {
  if (request.method !== 'GET') return json(405, { error: 'use GET' }, { allow: 'GET' })
  const ticket = served.tickets.get(ticketId)
  if (!ticket) return json(404, { error: 'no such file' })
  if (now >= ticket.expiresAt) return json(401, { error: 'too old' })
  if (ticket.once && ticket.used) return json(410, { error: 'used up' })
  ticket.used = true
  ticket.link.downloads += 1
  return jwe(ticket.jwe)
}

const jwe = (body: string): Answer => ({ status: 200, headers: { 'content-type': 'application/jose' }, body })

async function encrypt(
  { content, contentType, zip = false, wrongKey }: HostedFile,
  link: MintedLink,
  base: string,
): Promise<string> {
  const { accessToken } = link
  return encryptFile(await content({ base, accessToken }), wrongKey ? randomKey() : link.key, {
    contentType,
    zip,
  })
}
