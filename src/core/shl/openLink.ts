import type { UrlPolicy } from '../checkUrl'
import type { Problem, ShxError } from '../errors'
import { err, ok, type Result } from '../result'
import { openDirectFile, openFile, type OpenedFile } from './file'
import type { Captions } from './list'
import {
  misplacedManifest,
  requestManifest,
  retrySeconds,
  type LinkRequest,
  type Manifest,
  type ManifestFile,
} from './manifest'

/** A link's files in the manifest's order, each opened or failed by itself. */
export interface OpenedLink {
  readonly files: readonly LinkFile[]
  /** Of the link as a whole, where its manifest states one. */
  readonly status?: string
  readonly captions?: Captions
  readonly problems: readonly Problem[]
  /** Seconds after which a long-term link may be asked again, where the server says so. */
  readonly retryAfter?: number
}

export interface LinkFile {
  readonly offered: ManifestFile
  readonly opened: Result<OpenedFile, ShxError>
}

const MAXIMUM_FILES = 100
const PARALLEL_DOWNLOADS = 4

/** What to do besides opening: obey or overrule the `exp` hint, and tell how far it is. */
export interface OpenLinkOptions {
  readonly policy: UrlPolicy
  /** The person was told that the link is past `exp` and wants to ask the server all the same. */
  readonly ignoreExpiry?: boolean
  /** Whether the deployment wants to ask before the first request to this host. Default: never. */
  readonly asksBefore?: (host: string) => boolean
  /** The person was asked and said yes. To give a passcode says so, too: the form names the host. */
  readonly confirmed?: boolean
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Opens a link: hints first, then one request for the manifest (or the file, with the U flag), then the files.
 *
 * `exp` comes before anything else, because a passcode must not be asked for in vain, and a link that needs a
 * passcode is never probed without one. A download whose ticket has died makes the manifest be asked for once more.
 * Source: SHL, "SMART Health Links Receiving Application" and the sections named in `manifest` and `file`.
 */
export async function openLink(
  request: LinkRequest,
  options: OpenLinkOptions,
): Promise<Result<OpenedLink, ShxError>> {
  const { expiresAt, flags, url } = request.payload
  if (expiresAt && expiresAt <= request.clock() && !options.ignoreExpiry) {
    return err({ code: 'LINK_EXPIRED', expiredAt: expiresAt })
  }
  const { passcode } = request
  if (flags.has('P') && !flags.has('U') && passcode === undefined) return err({ code: 'PASSCODE_REQUIRED' })
  if (!options.confirmed && passcode === undefined && options.asksBefore?.(url.host)) {
    return err({ code: 'CONFIRM_LINK', host: url.host })
  }
  if (flags.has('U')) return openDirect(request, options)
  const manifest = await requestManifest(request)
  return manifest.ok ? ok(await openFiles(manifest.value, request, options, renewOnce(request))) : manifest
}

/** With U there is no manifest, hence no passcode; a link that has both flags contradicts itself. */
async function openDirect(
  request: LinkRequest,
  options: OpenLinkOptions,
): Promise<Result<OpenedLink, ShxError>> {
  const { passcode: _, ...unlocked } = request
  const direct = await openDirectFile(unlocked)
  if (!direct.ok) return direct
  const { response, file } = direct.value
  const manifest = misplacedManifest(response, unlocked)
  if (manifest && !manifest.ok) return manifest
  const retryAfter = retrySeconds(response, request.clock)
  const link: OpenedLink = manifest
    ? await openFiles(manifest.value, unlocked, options, () => Promise.resolve(undefined))
    : { files: [{ offered: {}, opened: file }], problems: [] }
  return ok({
    ...link,
    problems: [
      ...(request.payload.flags.has('P') ? [{ code: 'SHL_FLAGS_CONFLICT' } as const] : []),
      ...link.problems,
    ],
    ...(retryAfter !== undefined && { retryAfter }),
  })
}

type Renew = () => Promise<Manifest | undefined>

async function openFiles(
  manifest: Manifest,
  request: LinkRequest,
  { policy, onProgress }: OpenLinkOptions,
  renew: Renew,
): Promise<OpenedLink> {
  const offered = manifest.files.slice(0, MAXIMUM_FILES)
  let done = 0
  const files = await mapLimited(offered, PARALLEL_DOWNLOADS, async (file, index): Promise<LinkFile> => {
    const opened = await openFile(file, request, policy)
    const fresh =
      !opened.ok && opened.error.code === 'FILE_LOCATION_EXPIRED' ? (await renew())?.files[index] : undefined
    done += 1
    onProgress?.(done, offered.length)
    if (!fresh || !isRenewed(fresh, file)) return { offered: file, opened }
    // A failure keeps the first, more telling error.
    const again = await openFile(fresh, request, policy)
    return { offered: fresh, opened: again.ok ? again : opened }
  })
  const total = manifest.files.length
  return {
    files,
    ...(manifest.status !== undefined && { status: manifest.status }),
    ...(manifest.captions && { captions: manifest.captions }),
    problems: total > MAXIMUM_FILES ? [{ code: 'FILES_TOO_MANY', maximum: MAXIMUM_FILES, total }] : [],
    ...(manifest.retryAfter !== undefined && { retryAfter: manifest.retryAfter }),
  }
}

/** True for a fresh ticket in the same place of the list; one that has died before needs no second try. */
const isRenewed = (fresh: ManifestFile, file: ManifestFile): boolean =>
  fresh.contentType === file.contentType && (fresh.embedded !== undefined || fresh.location !== file.location)

/** Asks for the manifest again at most once, however many tickets have died. */
function renewOnce(request: LinkRequest): Renew {
  let asked: Promise<Manifest | undefined> | undefined
  return () =>
    (asked ??= requestManifest(request).then((manifest) => (manifest.ok ? manifest.value : undefined)))
}

/** Maps with at most `limit` at work at a time; results keep their order. */
async function mapLimited<From, To>(
  list: readonly From[],
  limit: number,
  map: (value: From, index: number) => Promise<To>,
): Promise<readonly To[]> {
  const results: To[] = []
  const queue = list.entries()
  const work = async (): Promise<void> => {
    for (const [index, value] of queue) results[index] = await map(value, index)
  }
  await Promise.all(Array.from({ length: Math.min(limit, list.length) }, work))
  return results
}
