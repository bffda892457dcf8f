import type { UrlPolicy } from './checkUrl'
import { noCards, readContent, type ResourceLink } from './content'
import type { Deviation } from './deviations'
import { textFromBytes } from './encoding'
import { SEVERITY, type Problem, type ShxError } from './errors'
import type { Bundle } from './fhir/types'
import { fromCredentials, located, NOTHING, rejectedIn } from './fromCredentials'
import { readInput, type ShxInput } from './readInput'
import { err, ok, type Result } from './result'
import { looksLikeJws, type Card } from './shc/card'
import { readOffer, type ApiOffer, type TokenResponse } from './shl/apiAccess'
import type { OpenedFile } from './shl/file'
import { factsOf, type LinkFacts } from './shl/linkFacts'
import type { LinkRequest } from './shl/manifest'
import { openLink, type LinkFile, type OpenLinkOptions } from './shl/openLink'
import type { ShlPayload } from './shl/payload'
import { sniffType } from './sniffType'

/** Where an item came from: its position in the link's files, and in a file's cards. Counted from 0. */
export interface Origin {
  readonly file?: number
  readonly card?: number
  /** As the manifest states it; not always a date. */
  readonly lastUpdated?: string
  /** As the manifest states it; absent means R4. */
  readonly fhirVersion?: string
  /** Where the issuer says that it keeps the resources of this card. */
  readonly kept?: readonly ResourceLink[]
  /** Host of the live connection that it came by; it then has no copy in any file. */
  readonly live?: string
}

export type ResolvedItem = { readonly origin: Origin } & (
  | { readonly kind: 'card'; readonly card: Card; readonly deviations: readonly Deviation[] }
  | { readonly kind: 'bundle'; readonly bundle: Bundle; readonly source: string }
)

/** Content that came with a link and is neither a card nor FHIR: offered for download, never dropped. */
export interface ResolvedAttachment {
  readonly file: number
  /** Media type by content where it can be told, else by the sender's word. */
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What a card held in which something is missing that a card needs. Nothing about it has been checked. */
export interface RejectedPayload {
  readonly origin: Origin
  /** As unpacked, to the letter. */
  readonly text: string
}

/** Everything that an input held, before any signature was checked. */
export interface ResolvedShx {
  readonly items: readonly ResolvedItem[]
  readonly attachments: readonly ResolvedAttachment[]
  readonly problems: readonly Problem[]
  /** Payloads from which no card could be read, for specialists. Present only when there are any. */
  readonly rejected?: readonly RejectedPayload[]
  /** Servers that may be asked for the record itself. */
  readonly offers?: readonly ApiOffer[]
  /** What a link says about its files. */
  readonly about?: LinkFacts
  /** Seconds after which a long-term link may be asked again. */
  readonly retryAfter?: number
}

export interface ResolveContext extends Omit<LinkRequest, 'payload'>, OpenLinkOptions {}

/** Nothing could be had; `problems` are the files or cards that failed. */
export interface Unresolved {
  readonly error: ShxError
  readonly problems: readonly Problem[]
  readonly rejected?: readonly RejectedPayload[]
}

/** Gets the cards and bundles behind an input; only links need the network. One broken part never sinks the rest. */
export async function resolveSHX(
  input: ShxInput,
  context: ResolveContext,
): Promise<Result<ResolvedShx, Unresolved>> {
  switch (input.kind) {
    case 'card':
      return settled(fromCredentials([input.jws], { origin: {}, ...input }))
    case 'file':
      return settled(fromCredentials(input.credentials, { origin: {}, ...input }))
    case 'resource':
      return ok({
        ...NOTHING,
        items: [{ kind: 'bundle', bundle: input.bundle, source: input.source, origin: {} }],
      })
    case 'link':
      return fromLink(input.payload, context)
    default:
      return input satisfies never
  }
}

async function fromLink(
  payload: ShlPayload,
  context: ResolveContext,
): Promise<Result<ResolvedShx, Unresolved>> {
  const link = await openLink({ ...context, payload }, context)
  if (!link.ok) return err({ error: link.error, problems: [] })
  const about = factsOf(link.value)
  const parts = link.value.files.map((file, index) =>
    fromLinkFile(file, { file: index, status: about.files[index]?.status, policy: context.policy }),
  )
  return settled({
    about,
    ...rejectedIn(parts),
    offers: parts.flatMap((part) => part.offers ?? []),
    items: parts.flatMap((part) => part.items),
    attachments: parts.flatMap((part) => part.attachments),
    problems: [...link.value.problems, ...parts.flatMap((part) => part.problems)],
    ...(link.value.retryAfter !== undefined && { retryAfter: link.value.retryAfter }),
  })
}

/** When nothing at all could be had, the first real problem is the answer; notes and states are not. */
function settled(resolved: ResolvedShx): Result<ResolvedShx, Unresolved> {
  const { items, attachments, problems } = resolved
  const offers = resolved.offers ?? []
  if (items.length > 0 || attachments.length > 0 || offers.length > 0) return ok(resolved)
  const real = problems.find(({ code }) => SEVERITY[code] === 'fatal' || SEVERITY[code] === 'error')
  const { rejected } = resolved
  return err({
    error: real ?? { code: 'FILE_CONTENT_INVALID' },
    problems,
    ...(rejected !== undefined && { rejected }),
  })
}

interface FileSetting {
  readonly file: number
  readonly status: string | undefined
  readonly policy: UrlPolicy
}

function fromLinkFile({ offered, opened }: LinkFile, { file, status, policy }: FileSetting): ResolvedShx {
  if (!opened.ok) return { ...NOTHING, problems: [{ ...opened.error, file }] }
  const origin: Origin = {
    file,
    ...(offered.lastUpdated !== undefined && { lastUpdated: offered.lastUpdated }),
    ...(offered.fhirVersion !== undefined && { fhirVersion: offered.fhirVersion }),
  }
  const content = fromFile(opened.value, opened.value.contentType ?? offered.contentType, { origin, policy })
  const notes: readonly ShxError[] = [
    ...(opened.value.encrypted ? [] : [{ code: 'FILE_NOT_ENCRYPTED' } as const]),
    ...(status === 'no-longer-valid' ? [{ code: 'FILE_NO_LONGER_VALID' } as const] : []),
    ...(status === 'can-change' ? [{ code: 'FILE_MAY_CHANGE' } as const] : []),
  ]
  return { ...content, problems: [...notes.map((note) => ({ ...note, file })), ...content.problems] }
}

interface FileContext {
  readonly origin: Origin
  readonly policy: UrlPolicy
}

/** Sorts a file by what it holds; what it was declared to be only decides how its failure is described. */
function fromFile({ bytes }: OpenedFile, declared: string | undefined, context: FileContext): ResolvedShx {
  const { origin } = context
  const text = textFromBytes(bytes)
  if (text === undefined) return asAttachment(bytes, declared, origin)
  const content = readContent(text)
  switch (content.kind) {
    case 'cards':
      return content.credentials.length === 0
        ? { ...NOTHING, problems: [located(noCards(content), origin)] }
        : fromCredentials(content.credentials, { origin, ...content })
    case 'bundle':
      return { ...NOTHING, items: [{ kind: 'bundle', bundle: content.bundle, source: text, origin }] }
    case 'api-access':
      return fromAccess(content.access, context)
    case 'text':
    case 'not-json':
      return fromText(content.kind === 'text' ? content.text : text, bytes, { ...context, declared })
    case 'app-identity':
    case 'unknown-json':
      return asAttachment(bytes, declared, origin)
    default:
      return content satisfies never
  }
}

/** An offer of a live connection. One that cannot be used is a problem of its file. */
function fromAccess(access: TokenResponse, { origin, policy }: FileContext): ResolvedShx {
  const offer = readOffer(access, origin.file ?? 0, policy)
  if (offer.ok) {
    const problem = located({ code: 'API_ACCESS_OFFERED', host: offer.value.host }, origin)
    return { ...NOTHING, offers: [offer.value], problems: [problem] }
  }
  const error: ShxError =
    offer.error === 'no-token'
      ? { code: 'FILE_CONTENT_INVALID' }
      : { code: 'FILE_ADDRESS_REFUSED', detail: offer.error }
  return { ...NOTHING, problems: [located(error, origin)] }
}

/** A card may stand in a file as bare text; a link inside a link is not followed. */
function fromText(
  text: string,
  bytes: Uint8Array<ArrayBuffer>,
  { origin, policy, declared }: FileContext & { readonly declared: string | undefined },
): ResolvedShx {
  const input = looksLikeJws(text.trim()) || /^shc:/i.test(text.trim()) ? readInput(text, policy) : undefined
  if (input?.ok && input.value.kind === 'card') {
    return fromCredentials([input.value.jws], { origin, ...input.value })
  }
  return asAttachment(bytes, declared, origin)
}

function asAttachment(
  bytes: Uint8Array<ArrayBuffer>,
  declared: string | undefined,
  origin: Origin,
): ResolvedShx {
  const stated = declared?.split(';')[0]?.trim().toLowerCase() ?? ''
  const type = sniffType(bytes) ?? (/^[\w.+-]+\/[\w.+-]+$/.test(stated) ? stated : unnamedType(bytes))
  const expected = /^application\/(fhir\+json|smart-health-card|smart-api-access)$/.test(stated)
  const error: ShxError =
    expected && !type.startsWith('image/') && type !== 'application/pdf'
      ? { code: 'FILE_CONTENT_INVALID' }
      : { code: 'FILE_TYPE_UNSUPPORTED', type }
  // A document that nobody asked for is still somebody's document; broken JSON is of no use to a reader.
  const kept = error.code === 'FILE_TYPE_UNSUPPORTED'
  return {
    ...NOTHING,
    attachments: kept ? [{ file: origin.file ?? 0, type, bytes }] : [],
    problems: [located(error, origin)],
  }
}

/** Text that nobody named is shown as text; a control character in it says that it is something else. */
function unnamedType(bytes: Uint8Array): string {
  const text = textFromBytes(bytes)
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  const isText = text !== undefined && text.trim() !== '' && !/[\u0000-\u0008\u000e-\u001f]/.test(text)
  return isText ? 'text/plain' : 'application/octet-stream'
}
