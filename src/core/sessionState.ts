import type { ShxError } from './errors'
import type { OpenedLive } from './openLive'
import type { LinkSummary, OpenedShx, OpenFailure } from './openSHX'
import type { Result } from './result'
import type { ApiOffer } from './shl/apiAccess'
import type { Changes } from './whatChanged'

/** What is open now. Lives in memory only, and in one place. */
export type ShxState =
  /** `aside`: a record was closed a moment ago, and can be brought back. */
  | { readonly phase: 'empty'; readonly aside?: true }
  | { readonly phase: 'opening'; readonly progress?: Progress }
  /** `keepsParts`: a code of another card came up, and the parts before it wait until the person has decided. */
  | ({ readonly phase: 'failed'; readonly keepsParts?: boolean } & OpenFailure)
  /** `opening` counts what was opened: it stays the same while verdicts are made again or updates come in. */
  | {
      readonly phase: 'ready'
      readonly opened: OpenedShx
      readonly opening: number
      /** What became of the last request for updates. Absent until there was one. */
      readonly update?: Update
      /** What is different from what the person has seen. Absent when nothing is. */
      readonly changes?: Changes
      /** A live connection that is being asked. */
      readonly live?: Progress
    }

/** asking: what is shown stays · failed: it stays, too, and this is why · done: it is what the server has now. */
export type Update =
  | { readonly status: 'asking' }
  | { readonly status: 'failed'; readonly error: ShxError }
  | { readonly status: 'done' }

export interface Progress {
  readonly done: number
  readonly total: number
}

/** What a person may decide about one attempt to open. */
export interface Attempt {
  readonly passcode?: string
  readonly ignoreExpiry?: boolean
  /** To ask this host, where the deployment asks before. */
  readonly confirmed?: boolean
  /** Who is asking, in the person's own words. Default: the deployment's. */
  readonly recipient?: string
}

export interface OpenRequest extends Attempt {
  readonly text: string
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

/** Makes the verdicts again; see `recheck` in openSHX. */
export type Recheck = (opened: OpenedShx) => Promise<OpenedShx>

/** Asks an issuer for its keys and makes the verdicts again; see `checkWithIssuer` in openSHX. */
export type AskIssuer = (opened: OpenedShx, iss: string) => Promise<OpenedShx>

/** Asks a live connection; see `openLive`. */
export type Connect = (
  offer: ApiOffer,
  context: Pick<OpenRequest, 'signal' | 'onProgress'>,
) => Promise<OpenedLive>

export type Open = (request: OpenRequest) => Promise<Result<OpenedShx, OpenFailure>>

/** The link that the state is about, whatever became of it. */
export const linkOf = (state: ShxState): LinkSummary | undefined =>
  state.phase === 'failed' ? state.link : state.phase === 'ready' ? state.opened.link : undefined
