import { addressBelow } from './fhirAddress'

/**
 * Where something of a chart is. below: an address of the chart's own server, absolute and without a fragment ·
 * elsewhere: outside of it, where nothing is asked; `host` where the address has one.
 */
export type ChartAddress =
  | { readonly kind: 'below'; readonly href: string }
  | { readonly kind: 'elsewhere'; readonly host?: string }

/** Reads an address that is absolute or relative to `base`, by the rule of the connection: what that refuses is elsewhere. */
export function readChartAddress(address: string, base: string): ChartAddress {
  const below = addressBelow(base, address.replace(/#.*$/, ''))
  if (below) return { kind: 'below', href: below.href }
  const root = `${base}/`
  const host = URL.canParse(address, root) ? new URL(address, root).host : ''
  return host === '' ? { kind: 'elsewhere' } : { kind: 'elsewhere', host }
}
