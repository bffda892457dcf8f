import { base64urlFromBytes, isRecord, jsonFromText } from '../core/encoding'

/** A sample on the start page. Titles and descriptions are by language; English is always there. */
export interface Sample {
  readonly id: string
  readonly title: Readonly<Record<string, string>>
  readonly description: Readonly<Record<string, string>>
  /** The text to open, had when it is asked for. Rejects when it cannot be had. */
  readonly text: () => Promise<string>
}

export interface Samples {
  /** Everything on offer: files beside the page, and links of the sample host where there is one. Never rejects. */
  readonly list: () => Promise<readonly Sample[]>
}

/** Reads the catalogs from the page's own origin, when the start page is first shown. */
export function createSamples(base: URL): Samples {
  let asked: Promise<readonly Sample[]> | undefined
  return { list: () => (asked ??= listSamples(base)) }
}

/** Milliseconds for one file of our own host. */
const PATIENCE = 30_000
const inTime = (): AbortSignal => AbortSignal.timeout(PATIENCE)

async function listSamples(base: URL): Promise<readonly Sample[]> {
  const catalogs = await Promise.all([
    catalogAt(new URL('samples/catalog.json', base)),
    catalogAt(new URL('sample-host/catalog.json', base)),
  ])
  return catalogs.flat()
}

async function catalogAt(address: URL): Promise<readonly Sample[]> {
  try {
    const response = await fetch(address, { credentials: 'omit', cache: 'no-cache', signal: inTime() })
    const json = response.ok ? jsonFromText(await response.text()) : undefined
    return Array.isArray(json)
      ? json.filter(isRecord).flatMap((entry) => sampleFrom(entry, address) ?? [])
      : []
  } catch {
    return []
  }
}

function sampleFrom(entry: Readonly<Record<string, unknown>>, catalog: URL): Sample | undefined {
  const { id, title, description, kind, href, link } = entry
  if (typeof id !== 'string' || !isWords(title) || !isWords(description)) return undefined
  const about = { id, title, description }
  if (kind === 'link') {
    return typeof link === 'string' ? { ...about, text: () => Promise.resolve(link) } : undefined
  }
  if (typeof href !== 'string' || !URL.canParse(href, catalog)) return undefined
  const file = new URL(href, catalog)
  if (kind === 'direct-link') return { ...about, text: () => Promise.resolve(directLink(file, entry)) }
  return { ...about, text: () => fetchText(file) }
}

const isWords = (value: unknown): value is Readonly<Record<string, string>> =>
  isRecord(value) &&
  typeof value['en'] === 'string' &&
  Object.values(value).every((text) => typeof text === 'string')

/** A link with the U flag to a file beside the page, so that links can be tried without any server of their own. */
function directLink(file: URL, { key, label, exp }: Readonly<Record<string, unknown>>): string {
  const payload = { url: file.href, key, flag: 'U', label, exp, v: 1 }
  return `shlink:/${base64urlFromBytes(new TextEncoder().encode(JSON.stringify(payload)))}`
}

async function fetchText(address: URL): Promise<string> {
  const response = await fetch(address, { credentials: 'omit', signal: inTime() })
  if (!response.ok) throw new Error('sample not found')
  return response.text()
}
