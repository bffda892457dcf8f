import type { ResourceLink } from './content'
import type { Deviation } from './deviations'
import type { Problem, ShxError } from './errors'
import type { Origin, ResolvedShx } from './resolveSHX'
import { err, type Result } from './result'
import { MAXIMUM_PAYLOAD_BYTES, payloadTextOf, readCard, type Card } from './shc/card'
import { qrDeviations } from './shc/qrContent'

/** What an input comes to before anything of it has been read. */
export const NOTHING: ResolvedShx = { items: [], attachments: [], problems: [] }

/** Ten cards of the largest size, or thousands of real ones: a file full of decompression bombs is refused from here on. */
const MAXIMUM_UNPACKED_BYTES = 10 * MAXIMUM_PAYLOAD_BYTES

export interface CredentialSetting {
  readonly origin: Origin
  /** How they were written down. */
  readonly deviations: readonly Deviation[]
  readonly qr?: boolean
  readonly links?: readonly ResourceLink[]
}

/** Unpacks cards, each by itself: one that is broken is a problem of its own and takes no other with it. */
export function fromCredentials(
  credentials: readonly unknown[],
  { origin, deviations, qr = false, links = [] }: CredentialSetting,
): ResolvedShx {
  const several = credentials.length > 1
  let unpacked = 0
  const parts = credentials.map((credential, index): ResolvedShx => {
    const at: Origin = several ? { ...origin, card: index } : origin
    const card: Result<Card, ShxError> =
      unpacked < MAXIMUM_UNPACKED_BYTES
        ? readCredential(credential)
        : err({ code: 'PAYLOAD_TOO_LARGE', maximumBytes: MAXIMUM_PAYLOAD_BYTES })
    if (card.ok) unpacked += card.value.payloadText.length
    else if (card.error.code === 'PAYLOAD_TOO_LARGE') unpacked += MAXIMUM_PAYLOAD_BYTES
    const kept = links.filter((link) => link.card === undefined || link.card === index)
    return card.ok
      ? {
          ...NOTHING,
          items: [
            {
              kind: 'card',
              card: card.value,
              deviations: qr ? [...deviations, ...qrDeviations(card.value.bundle)] : deviations,
              origin: { ...at, ...(kept.length > 0 && { kept }) },
            },
          ],
        }
      : { ...NOTHING, problems: [located(card.error, at)], ...rejectedBy(card.error, credential, at) }
  })
  return {
    ...NOTHING,
    ...rejectedIn(parts),
    items: parts.flatMap((part) => part.items),
    problems: parts.flatMap((part) => part.problems),
  }
}

/** A card that lacks something is still there to be looked at by whoever has to mend it (C-48). */
function rejectedBy({ code }: ShxError, credential: unknown, origin: Origin): Pick<ResolvedShx, 'rejected'> {
  if (typeof credential !== 'string') return {}
  if (code !== 'PAYLOAD_MISSING_FIELD' && code !== 'PAYLOAD_NOT_JSON_OBJECT') return {}
  const text = payloadTextOf(credential)
  return text === undefined ? {} : { rejected: [{ origin, text }] }
}

/** The rejected payloads of several parts; no property where there are none. */
export function rejectedIn(parts: readonly ResolvedShx[]): Pick<ResolvedShx, 'rejected'> {
  const rejected = parts.flatMap((part) => part.rejected ?? [])
  return rejected.length === 0 ? {} : { rejected }
}

const readCredential = (credential: unknown): Result<Card, ShxError> =>
  typeof credential === 'string' ? readCard(credential) : err({ code: 'JWS_MALFORMED' })

/** A problem at its place: which file of a link, which card of a file. */
export const located = (error: ShxError, { file, card }: Origin): Problem => ({
  ...error,
  ...(file !== undefined && { file }),
  ...(card !== undefined && { card }),
})
