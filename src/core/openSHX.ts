import { attestationFindings, type AttestationIssuer } from './attestation'
import type { Problem, ShxError } from './errors'
import { internalError } from './internalError'
import { organizeResources, type OrganizedBundle } from './organizeResources'
import type { LoadDirectories, LoadedDirectory, LoadRevocationList } from './ports'
import { readInput, type InputKind, type ShxInput } from './readInput'
import {
  resolveSHX,
  type Origin,
  type ResolveContext,
  type RejectedPayload,
  type ResolvedAttachment,
  type ResolvedItem,
} from './resolveSHX'
import { err, ok, type Result } from './result'
import { fetchIssuerKeys, type IssuerKeys } from './shc/issuerKeys'
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
  /** Payloads from which no card could be read, for specialists. */
  readonly rejected?: readonly RejectedPayload[]
  /** Servers that may be asked for the record itself, when the reader says so. */
  readonly offers?: readonly ApiOffer[]
  /** What the link says about its files. */
  readonly about?: LinkFacts
  readonly retryAfter?: number
  /** What issuers on no list answered when a person had them asked, by their exact `iss`. */
  readonly issuerKeys?: ReadonlyMap<string, IssuerKeys>
}

export interface OpenFailure {
  readonly error: ShxError
  readonly input: InputKind
  readonly link?: LinkSummary
  readonly problems: readonly Problem[]
  /** Payloads from which no card could be read, for specialists. */
  readonly rejected?: readonly RejectedPayload[]
}

export interface OpenOptions extends ResolveContext {
  readonly loadDirectories: LoadDirectories
  /** Default: no list of withdrawn cards is fetched; those in the directories have to do. */
  readonly loadRevocationList?: LoadRevocationList
  /** The clock is a device's and may be wrong. Default: false. */
  readonly suspectClock?: boolean
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
export async function recheck(opened: OpenedShx, options: VerdictOptions): Promise<OpenedShx> {
  const directories = await options.loadDirectories()
  const context = { ...contextOf(options, directories), issuerKeys: opened.issuerKeys }
  const bundles = await Promise.all(
    opened.bundles.map(async (bundle) => ({
      ...bundle,
      verdict: await verdictOn(bundle.item, context),
    })),
  )
  return { ...opened, bundles }
}

/**
 * Asks an issuer on no list for its keys and makes every verdict again. The issuer learns that somebody looks at a card
 * of its, so this is only ever called by a person's own action. Whatever it answers, the card cannot become verified.
 */
export async function checkWithIssuer(
  opened: OpenedShx,
  iss: string,
  options: VerdictOptions & Pick<OpenOptions, 'http' | 'policy'>,
): Promise<OpenedShx> {
  const keys = await fetchIssuerKeys(iss, options)
  const issuerKeys = new Map([...(opened.issuerKeys ?? []), [iss, keys] as const])
  return recheck({ ...opened, issuerKeys }, options)
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
  const context = contextOf(options, directories)
  const bundles = await Promise.all(items.map((item) => verifyItem(item, context)))
  return ok({ ...rest, ...about, bundles })
}

export type VerdictOptions = Pick<
  OpenOptions,
  'loadDirectories' | 'clock' | 'attestationIssuers' | 'loadRevocationList' | 'suspectClock'
>

const contextOf = (options: VerdictOptions, directories: readonly LoadedDirectory[]): VerdictContext => ({
  directories,
  now: options.clock(),
  attestationIssuers: options.attestationIssuers,
  loadRevocationList: options.loadRevocationList,
  suspectClock: options.suspectClock,
})

/** What a verdict is made from besides the item itself. */
export interface VerdictContext {
  readonly directories: readonly LoadedDirectory[]
  readonly now: Date
  readonly attestationIssuers: readonly AttestationIssuer[] | undefined
  readonly issuerKeys?: OpenedShx['issuerKeys'] | undefined
  readonly loadRevocationList?: LoadRevocationList | undefined
  readonly suspectClock?: boolean | undefined
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
  { attestationIssuers = [], ...context }: VerdictContext,
): Promise<Verdict> {
  const { now } = context
  if (item.kind === 'card') return verifyCard(item.card, { ...context, inputDeviations: item.deviations })
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
