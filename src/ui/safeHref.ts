/**
 * The address of a link that a payload asks for, or `undefined` when it must stay text.
 *
 * Only web addresses without a user name, `mailto:` with one plain address and no headers, and `tel:` with digits:
 * a `javascript:` address runs code, and `tel:*#06#` or `mailto:?bcc=` do what nobody sees.
 */
export function safeHref(href: unknown): string | undefined {
  if (typeof href !== 'string') return undefined
  const text = href.trim()
  if (/^mailto:[^\s?&@%]+@[^\s?&@%]+$/i.test(text)) return text
  if (/^tel:\+?[\d().\s-]+$/i.test(text)) return text
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  return url.username === '' && url.password === '' ? url.href : undefined
}
