import DOMPurify, { type Config } from 'dompurify'
import type { Language } from '../i18n/language'
import { messages, narrativeWords } from './senderText/messages'
import {
  MAXIMUM_LENGTH,
  PLACE,
  rewriteNarrative,
  type Dropped,
  type RewrittenNarrative,
} from './senderText/rewriteNarrative'
import { KEPT } from './senderText/tags'

/** A narrative that can be put into the page. */
export type SafeNarrative = Pick<RewrittenNarrative, 'links' | 'dropped' | 'cut'> &
  (
    | { readonly kind: 'html'; readonly html: TrustedHTML | string }
    /** Where the sanitiser does not work: the source itself, to be shown as text. */
    | { readonly kind: 'text'; readonly text: string }
  )

const PICTURE = /^data:image\/(?:png|jpeg|gif);base64,/i

/** Attributes that hold no address, so that the rule for addresses does not apply to them. */
const PLAIN_ATTRIBUTES = [
  'colspan',
  'rowspan',
  'span',
  'align',
  'valign',
  'dir',
  'lang',
  'title',
  'alt',
  'start',
  'reversed',
  'type',
  'value',
]

/** Exactly what `rewriteNarrative` writes. Source: security notes on narratives. */
const CONFIG = {
  ALLOWED_TAGS: [...KEPT],
  ALLOWED_ATTR: [...PLAIN_ATTRIBUTES, PLACE, 'src'],
  ADD_URI_SAFE_ATTR: [...PLAIN_ATTRIBUTES, PLACE],
  ALLOWED_URI_REGEXP: PICTURE,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  RETURN_TRUSTED_TYPE: true,
} as const satisfies Config

/**
 * Makes a narrative safe to show: written anew from allowed parts (`rewriteNarrative`), then parsed and checked by
 * DOMPurify, which is the only thing here that Trusted Types let make HTML. Either alone would do; neither trusts the
 * other. This is the only sanitiser call of the viewer. `ids`: as `rewriteNarrative` has them.
 */
export function sanitizeNarrative(
  source: string,
  language: Language,
  ids: readonly string[] = [],
): SafeNarrative {
  const { html, links, dropped, cut } = rewriteNarrative(source, narrativeWords(language), ids)
  const safe = sanitize(html, messages(language)('table'))
  if (safe !== undefined) return { kind: 'html', html: safe, links, dropped, cut }
  return {
    kind: 'text',
    text: source.slice(0, MAXIMUM_LENGTH),
    links: [],
    dropped: NOTHING,
    cut: source.length > MAXIMUM_LENGTH,
  }
}

const NOTHING: Dropped = { code: 0, pictures: 0, links: 0, fields: 0, embedded: 0, other: 0, looks: 0 }

/**
 * `undefined` where the sanitiser cannot work: an engine that it does not support, or one whose policy forbids it.
 * It then answers with what it was given, or with nothing at all, and either would be wrong to show.
 */
function sanitize(html: string, tableLabel: string): TrustedHTML | string | undefined {
  if (!DOMPurify.isSupported) return undefined
  DOMPurify.removeAllHooks()
  DOMPurify.addHook('uponSanitizeAttribute', (_node, attribute) => {
    if (attribute.attrName === 'src' && !PICTURE.test(attribute.attrValue)) attribute.keepAttr = false
    if (attribute.attrName === PLACE && !/^\d{1,6}$/.test(attribute.attrValue)) attribute.keepAttr = false
  })
  DOMPurify.addHook('afterSanitizeElements', (node) => {
    if (node.nodeName === 'TABLE') markScrollable(node.parentElement, tableLabel)
  })
  const safe = DOMPurify.sanitize(html, CONFIG) as TrustedHTML | string
  return html !== '' && safe === '' ? undefined : safe
}

/** A table stands in a box of its own, which scrolls sideways; without a mouse it has to be reached by the keyboard. */
function markScrollable(box: Element | null, label: string): void {
  if (box?.nodeName !== 'DIV' || box.childElementCount !== 1) return
  box.setAttribute('role', 'region')
  box.setAttribute('tabindex', '0')
  box.setAttribute('aria-label', label)
}
