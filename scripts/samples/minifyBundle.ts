import { isRecord } from '../../src/core/encoding'

/**
 * Makes a bundle small enough for one QR code: entries are addressed as `resource:0`, `resource:1`, …, and ids,
 * narratives and every text that repeats a code are left out. `meta` keeps nothing but its security labels.
 * References to entries follow the new addresses; other references stay as they are.
 * Source: SMART Health Cards, "Health Cards are Compact".
 */
export function minifyBundle(bundle: unknown): unknown {
  const entries = isRecord(bundle) && Array.isArray(bundle['entry']) ? bundle['entry'].filter(isRecord) : []
  const addresses = new Map<string, string>(
    entries.flatMap((entry, index) => namesOf(entry).map((name) => [name, `resource:${index}`] as const)),
  )
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: entries.map((entry, index) => ({
      fullUrl: `resource:${index}`,
      resource: isRecord(entry['resource']) ? minifyResource(entry['resource'], addresses) : undefined,
    })),
  }
}

function namesOf({ fullUrl, resource }: Readonly<Record<string, unknown>>): readonly string[] {
  const typeAndId =
    isRecord(resource) && typeof resource['id'] === 'string'
      ? [`${String(resource['resourceType'])}/${resource['id']}`]
      : []
  return [...(typeof fullUrl === 'string' ? [fullUrl] : []), ...typeAndId]
}

function minifyResource(
  resource: Readonly<Record<string, unknown>>,
  addresses: ReadonlyMap<string, string>,
): unknown {
  const { id: _, text: __, meta, ...rest } = resource
  const security = isRecord(meta) ? meta['security'] : undefined
  return minify({ ...rest, ...(security === undefined ? {} : { meta: { security } }) }, addresses)
}

function minify(value: unknown, addresses: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => minify(item, addresses))
  if (!isRecord(value)) return value
  const isCoding = typeof value['code'] === 'string' && 'display' in value
  const isCoded = Array.isArray(value['coding']) && value['coding'].length > 0
  const entries = Object.entries(value).filter(
    ([name]) => !(name === 'display' && isCoding) && !(name === 'text' && isCoded),
  )
  return Object.fromEntries(
    entries.map(([name, part]) => [
      name,
      name === 'reference' && typeof part === 'string'
        ? (addresses.get(part) ?? part)
        : minify(part, addresses),
    ]),
  )
}
