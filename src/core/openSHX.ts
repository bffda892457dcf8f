import { attestationFindings, type AttestationIssuer } from './attestation'
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
import type { ApiOffer } from './shl/apiAccess'
import type { LinkFacts } from './shl/linkFacts'
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
  /** Who is asking, in the words that the sender will see. */
  readonly recipient?: string
}

export interface OpenedShx {
  readonly input: InputKind
  readonly link?: LinkSummary
  readonly bundles: readonly VerifiedBundle[]
  readonly attachments: readonly ResolvedAttachment[]
  readonly problems: readonly Problem[]
  /** Servers that may be asked for the record itself, when the reader says so. */
  readonly offers?: readonly ApiOffer[]
  /** What the link says about its files. */
  readonly about?: LinkFacts
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
  /** Whose attestations of apps are checked. Default: nobody's. */
  readonly attestationIssuers?: readonly AttestationIssuer[]
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
  { loadDirectories, clock, attestationIssuers }: VerdictOptions,
): Promise<OpenedShx> {
  const context = { directories: await loadDirectories(), now: clock(), attestationIssuers }
  const bundles = await Promise.all(
    opened.bundles.map(async (bundle) => ({
      ...bundle,
      verdict: await verdictOn(bundle.item, context),
    })),
  )
  return { ...opened, bundles }
}

async function openInput(input: ShxInput, options: OpenOptions): Promise<Result<OpenedShx, OpenFailure>> {
  const about = {
    input: input.kind,
    ...(input.kind === 'link' && { link: { ...summaryOf(input.payload), recipient: options.recipient } }),
  }
  const resolved = await resolveSHX(input, options)
  if (!resolved.ok) return err({ ...about, ...resolved.error })
  const { items, ...rest } = resolved.value
  const needed = items.some(({ kind }) => kind === 'card')
  const directories = needed ? await options.loadDirectories() : []
  const { attestationIssuers } = options
  const context = { directories, now: options.clock(), attestationIssuers }
  const bundles = await Promise.all(items.map((item) => verifyItem(item, context)))
  return ok({ ...rest, ...about, bundles })
}

type VerdictOptions = Pick<OpenOptions, 'loadDirectories' | 'clock' | 'attestationIssuers'>

/** What a verdict is made from besides the item itself. */
export interface VerdictContext {
  readonly directories: readonly LoadedDirectory[]
  readonly now: Date
  readonly attestationIssuers: readonly AttestationIssuer[] | undefined
}

/** Makes the verdict on an item and indexes its bundle. */
export async function verifyItem(item: ResolvedItem, context: VerdictContext): Promise<VerifiedBundle> {
  return {
    verdict: await verdictOn(item, context),
    organized: organizeResources(item.kind === 'card' ? item.card.bundle : item.bundle),
    origin: item.origin,
    source: item.kind === 'card' ? { kind: 'jws', text: item.card.jws } : { kind: 'json', text: item.source },
    item,
  }
}

async function verdictOn(
  item: ResolvedItem,
  { directories, now, attestationIssuers = [] }: VerdictContext,
): Promise<Verdict> {
  if (item.kind === 'card')
    return verifyCard(item.card, { directories, now, inputDeviations: item.deviations })
  const verdict = unsignedVerdict(item.bundle)
  const { fhirVersion } = item.origin
  const isOther = fhirVersion !== undefined && !/^\s*4\.0(\.|\s*$)/.test(fhirVersion)
  return {
    ...verdict,
    findings: [
      ...verdict.findings,
      ...(isOther
        ? [{ code: 'FHIR_VERSION_UNSUPPORTED', version: fhirVersion.trim().slice(0, 20) } as const]
        : []),
      ...(await attestationFindings(item.bundle, attestationIssuers, now)),
    ],
  }
}

/** What to say about a link before it has been asked for anything. */
export const summaryOf = ({ url, flags, label, expiresAt }: ShlPayload): LinkSummary => ({
  ...(label !== undefined && { label }),
  flags: [...flags].toSorted().join(''),
  ...(expiresAt && { expires: expiresAt }),
  host: url.host,
})
