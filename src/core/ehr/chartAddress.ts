/**
 * What an address means to a FHIR server. below: an address of this server, absolute, its dots resolved and without a
 * fragment · elsewhere: on another server, or on another path of this one; `host` where it has one. A token goes to the
 * first kind only.
 */
export type ChartAddress =
  | { readonly kind: 'below'; readonly href: string }
  | { readonly kind: 'elsewhere'; readonly host?: string }

/**
 * Reads an address that is absolute or relative to `base`, which has no slash at its end. The base itself counts as
 * below: some servers page by `[base]?…`. User names and passwords count as elsewhere.
 */
export function readChartAddress(address: string, base: string): ChartAddress {
  const root = `${base}/`
  if (!URL.canParse(address, root)) return { kind: 'elsewhere' }
  const url = new URL(address, root)
  const folder = new URL(root)
  const isHttp = /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
  if (isHttp && url.origin === folder.origin && `${url.pathname}/`.startsWith(folder.pathname)) {
    url.hash = ''
    return { kind: 'below', href: url.href }
  }
  return url.host === '' ? { kind: 'elsewhere' } : { kind: 'elsewhere', host: url.host }
}
