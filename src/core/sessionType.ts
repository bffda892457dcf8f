import type { ShxError } from './errors'
import type { Attempt, ShxState } from './sessionState'
import type { ApiOffer } from './shl/apiAccess'

/** What is open now, and what can be done with it. */
export interface Session {
  readonly state: () => ShxState
  readonly subscribe: (listener: () => void) => () => void
  /** Opens a text. The same text while it is still being opened is the same scan, not a second one. */
  readonly open: (text: string) => Promise<void>
  /** Tries the same text again, with a passcode or past its date. Ignored while an attempt is under way. */
  readonly retry: (attempt?: Attempt) => Promise<void>
  /** Makes the verdicts on what is open again, without asking a link's server for anything. */
  readonly recheck: () => Promise<void>
  /** Asks an issuer on no list for its keys. It learns that somebody looks at a card of its: only when a person says so. */
  readonly checkWithIssuer: (iss: string) => Promise<void>
  /** Goes on with the code that was scanned last, and forgets the parts of the other card. */
  readonly startOver: () => Promise<void>
  /** Goes back to the parts that were there before a code of another card. */
  readonly keepParts: () => Promise<void>
  /**
   * Asks a link again with what was decided about it, and keeps what is shown until the answer is there: then all of
   * it is replaced, or none of it.
   */
  readonly refresh: () => Promise<void>
  /** The person has seen what is new. */
  readonly acknowledge: () => void
  /** Asks a live connection that the link offers, and adds what it gives. */
  readonly connect: (offer: ApiOffer) => Promise<void>
  /** Shows why what was brought could not even be read as text, such as a file that the device refused to give. */
  readonly reject: (error: ShxError) => void
  /**
   * Puts what is open out of sight and stops what is under way. A record, and nothing else, can be brought back until
   * something is opened or `close` is called: whoever calls this sees to it that one of the two happens soon.
   */
  readonly setAside: () => void
  /** Shows what was set aside as it was, without asking anybody for anything. */
  readonly bringBack: () => void
  /**
   * The link that is open, to be handed on: call it only when a person says so, and keep it nowhere, because it is a key.
   * `undefined` when what is open came by no link.
   */
  readonly shareLink: () => string | undefined
  /** Forgets everything, what was set aside included, and stops what is under way. */
  readonly close: () => void
}
