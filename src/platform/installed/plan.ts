/** The files of the viewer that its worker may keep, by path from the viewer's own folder. */
export interface CopyList {
  /** Changes with every one of the files. */
  readonly version: string
  /** What the build made, each with the hash that it must have to be kept, such as `sha256-…`. */
  readonly built: Readonly<Record<string, string>>
  /** What a deployment may change without a build: `config.json`, and lists of issuers. */
  readonly deployed: readonly string[]
}

/** What the worker does about a request. */
export type Plan =
  /** Something is being shared with the installed app. */
  | { readonly kind: 'receive' }
  /** A part with its hash in its name: the copy is as good as what the host has. */
  | { readonly kind: 'copy-first'; readonly path: string }
  /** Everything that may change: what the host says, and the copy only where it says nothing. */
  | {
      readonly kind: 'network-first'
      readonly path: string
      /** Whether the copy is renewed with what the host says. */
      readonly renews: boolean
      /** Milliseconds without an answer after which the copy serves. */
      readonly patience: number
    }
  /** None of the worker's business: the browser goes on as if there were none. */
  | { readonly kind: 'leave' }

/** The query by which a share comes in, and with a number after it is told to the page. */
export const SHARE_MARK = 'shared'

const LEAVE: Plan = { kind: 'leave' }

/** Milliseconds; `config.json` must come before the page gives it up, which it does after 4 seconds. */
const PAGE_PATIENCE = 8_000
const DEPLOYED_PATIENCE = 3_000

/**
 * Decides about a request by its method and address alone. Links' servers, lists elsewhere and everything that is not
 * on the list are left alone: what was shared or opened can therefore never be kept. Never throws.
 */
export function planFor(
  request: { readonly method: string; readonly url: string },
  scope: string,
  { built, deployed }: CopyList,
): Plan {
  if (!URL.canParse(request.url)) return LEAVE
  const { origin, pathname, search } = new URL(request.url)
  const base = new URL(scope)
  if (origin !== base.origin || !pathname.startsWith(base.pathname)) return LEAVE
  const path = pageAt(pathname.slice(base.pathname.length))
  if (request.method === 'POST') {
    return path === 'index.html' && search === `?${SHARE_MARK}` ? { kind: 'receive' } : LEAVE
  }
  if (request.method !== 'GET') return LEAVE
  if (deployed.includes(path)) {
    return { kind: 'network-first', path, renews: true, patience: DEPLOYED_PATIENCE }
  }
  if (!Object.hasOwn(built, path)) return LEAVE
  return path.startsWith('assets/')
    ? { kind: 'copy-first', path }
    : { kind: 'network-first', path, renews: false, patience: PAGE_PATIENCE }
}

const pageAt = (path: string): string => (path === '' || path.endsWith('/') ? `${path}index.html` : path)
