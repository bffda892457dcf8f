import type { Problem, ShxError } from './errors'
import { internalError } from './internalError'
import { organizeResources, type OrganizedBundle } from './organizeResources'
import type { LoadDirectories, LoadedDirectory } from './ports'
import { readInput, type InputKind, type ShxInput } from './readInput'
import {
  resolveSHX,
  type Origin,
  type ResolveContext,
  type ResolvedAttachment,
  type ResolvedItem,
} from './resolveSHX'
import { err, ok, type Result } from './result'
import type { ShlPayload } from './shl/payload'
import type { Verdict } from './verdict'
import { unsignedVerdict, verifyCard } from './verify'

/** One bundle with its verdict, ready to be shown. */
export interface VerifiedBundle {
  readonly verdict: Verdict
  readonly organized: OrganizedBundle
  readonly origin: Origin
  /** What was received, to the letter: the JWS of a card, the JSON text of plain FHIR. */
  readonly source: { readonly kind: 'jws' | 'json'; readonly text: string }
  /** What the verdict was made from, so that it can be made again. */
  readonly item: ResolvedItem
}

/** What may be told about a link: everything but its address and key. */
export interface LinkSummary {
  /** The sender's text, untrusted. */
  readonly label?: string
  /** As in the link, in alphabetical order. */
  readonly flags: string
  readonly expires?: Date
  /** Host in ASCII, with its port where it has one. */
  readonly host: string
}

export interface OpenedShx {
  readonly input: InputKind
  readonly link?: LinkSummary
  readonly bundles: readonly VerifiedBundle[]
  readonly attachments: readonly ResolvedAttachment[]
  readonly problems: readonly Problem[]
  readonly retryAfter?: number
}

export interface OpenFailure {
  readonly error: ShxError
  readonly input: InputKind
  readonly link?: LinkSummary
  readonly problems: readonly Problem[]
}

export interface OpenOptions extends ResolveContext {
  readonly loadDirectories: LoadDirectories
}

/**
 * Opens a scanned, pasted or linked text: recognise, resolve, verify, organise. Never throws.
 *
 * Makes only the requests that the text calls for, and each of them once. A second call is a second opening: links
 * count those, so call it from an action, never from a render or an effect.
 */
export async function openSHX(text: string, options: OpenOptions): Promise<Result<OpenedShx, OpenFailure>> {
  if (globalThis.crypto?.subtle === undefined) {
    return err({ error: { code: 'INSECURE_CONTEXT' }, input: 'unrecognised', problems: [] })
  }
  let input: InputKind = 'unrecognised'
  try {
    const read = readInput(text, options.policy)
    if (!read.ok) return err({ ...read.error, problems: [] })
    input = read.value.kind
    return await openInput(read.value, options)
  } catch {
    return err({ error: internalError(), input, problems: [] })
  }
}

/**
 * Makes every verdict again, as of now and with what the directories say now; for when a list could not be had before.
 * Asks nothing of a link's server: what was opened stays as it is.
 */
export async function recheck(
  opened: OpenedShx,
  { loadDirectories, clock }: Pick<OpenOptions, 'loadDirectories' | 'clock'>,
): Promise<OpenedShx> {
  const directories = await loadDirectories()
  const now = clock()
  const bundles = await Promise.all(
    opened.bundles.map(async (bundle) => ({
      ...bundle,
      verdict: await verdictOn(bundle.item, directories, now),
    })),
  )
  return { ...opened, bundles }
}

async function openInput(input: ShxInput, options: OpenOptions): Promise<Result<OpenedShx, OpenFailure>> {
  const about = {
    input: input.kind,
    ...(input.kind === 'link' && { link: summaryOf(input.payload) }),
  }
  const resolved = await resolveSHX(input, options)
  if (!resolved.ok) return err({ ...about, ...resolved.error })
  const { items, attachments, problems, retryAfter } = resolved.value
  const needed = items.some(({ kind }) => kind === 'card')
  const directories = needed ? await options.loadDirectories() : []
  const now = options.clock()
  const bundles = await Promise.all(items.map((item) => verifyItem(item, directories, now)))
  return ok({ ...about, bundles, attachments, problems, ...(retryAfter !== undefined && { retryAfter }) })
}

async function verifyItem(
  item: ResolvedItem,
  directories: readonly LoadedDirectory[],
  now: Date,
): Promise<VerifiedBundle> {
  return {
    verdict: await verdictOn(item, directories, now),
    organized: organizeResources(item.kind === 'card' ? item.card.bundle : item.bundle),
    origin: item.origin,
    source: item.kind === 'card' ? { kind: 'jws', text: item.card.jws } : { kind: 'json', text: item.source },
    item,
  }
}

async function verdictOn(
  item: ResolvedItem,
  directories: readonly LoadedDirectory[],
  now: Date,
): Promise<Verdict> {
  return item.kind === 'card'
    ? verifyCard(item.card, { directories, now, inputDeviations: item.deviations })
    : unsignedVerdict(item.bundle)
}

/** What to say about a link before it has been asked for anything. */
export const summaryOf = ({ url, flags, label, expiresAt }: ShlPayload): LinkSummary => ({
  ...(label !== undefined && { label }),
  flags: [...flags].toSorted().join(''),
  ...(expiresAt && { expires: expiresAt }),
  host: url.host,
})
