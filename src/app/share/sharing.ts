import type { LinkSummary, VerifiedBundle } from '../../core/openSHX'
import { LONGEST_JWS, numericOf } from '../../core/shc/numeric'
import { savedFile, type SavedFile } from '../save/savedFiles'

/** Something to know before it is handed on. */
export type ShareRemark =
  | 'passcode'
  | 'long-term'
  | 'expired'
  | 'expires'
  | 'not-current'
  | 'counted'
  | 'whole-link'

/** One thing that can be handed on. */
export interface Shareable {
  readonly kind: 'card' | 'link'
  /** What is copied, and what the QR code says. */
  readonly text: string
  /** False where one code that cameras read well does not hold it. */
  readonly fits: boolean
  readonly remarks: readonly ShareRemark[]
  /** For the device: a card is a file, a link is a text. */
  readonly file?: SavedFile
}

/** Bytes of a link that a code on a small screen holds so that cameras read it well: version 20 at level M. */
const LONGEST_LINK = 666

/** What the record may be handed on as: the card itself, and the link that it came by. The card first. */
export function shareablesOf(
  verified: VerifiedBundle,
  opened: { readonly link?: LinkSummary; readonly bundles: readonly unknown[] },
  context: { readonly linkText: string | undefined; readonly now: Date },
): readonly Shareable[] {
  const { linkText, now } = context
  return [
    ...(verified.source.kind === 'jws' ? [cardOf(verified, now)] : []),
    ...(opened.link && linkText !== undefined
      ? [linkOf(opened.link, { text: linkText, now, records: opened.bundles.length })]
      : []),
  ]
}

function cardOf(verified: VerifiedBundle, now: Date): Shareable {
  const { source, verdict } = verified
  return {
    kind: 'card',
    text: numericOf(source.text),
    fits: source.text.length <= LONGEST_JWS,
    remarks: verdict.axes?.time === undefined || verdict.axes.time === 'current' ? [] : ['not-current'],
    file: savedFile(verified, now),
  }
}

interface LinkContext {
  readonly text: string
  readonly now: Date
  readonly records: number
}

function linkOf({ flags, expires }: LinkSummary, { text, now, records }: LinkContext): Shareable {
  const remarks: readonly (ShareRemark | false)[] = [
    records > 1 && 'whole-link',
    flags.includes('P') && 'passcode',
    flags.includes('L') ? 'long-term' : 'counted',
    expires !== undefined && (expires <= now ? 'expired' : 'expires'),
  ]
  return {
    kind: 'link',
    text,
    fits: text.length <= LONGEST_LINK,
    remarks: remarks.filter((remark) => remark !== false),
  }
}
