import { isRecord, jsonFromText } from '../core/encoding'
import { DEFAULT_CONFIG, type ParsedConfig } from '../config/config'

/** A deployment's file that does not arrive must not keep anybody from opening a card. */
const PATIENCE_MILLISECONDS = 4_000

/** An address with something to read in it; which keys those are is decided in config/read/url.ts. */
const HAS_SETTINGS = /[?&](?:initialTab|tabs)=/

/**
 * Reads the configuration, once: `config.json` from beside the page, and the few keys that the page's own query may
 * set. Where there is no file, or it does not arrive, the defaults hold; a file that is there and broken is reported as
 * rejected. What reads keys is a part of its own, which deployments that set nothing never fetch. Never throws.
 */
export async function loadConfig(base: URL, search: string): Promise<ParsedConfig> {
  const json = await fetchJson(base)
  const isPlain = json === undefined || (isRecord(json) && Object.keys(json).length === 0)
  if (isPlain && !HAS_SETTINGS.test(search)) return { config: DEFAULT_CONFIG, rejected: [] }
  try {
    const { parseConfig } = await import('../config/read/parseConfig')
    const { config, rejected } = parseConfig(json, { host: base.host, search })
    const logo = config.logo === '' ? '' : new URL(config.logo, base).href
    return { config: { ...config, logo }, rejected }
  } catch {
    return {
      config: DEFAULT_CONFIG,
      rejected: [{ path: 'config.json', expected: { kind: 'json' }, given: '' }],
    }
  }
}

/** `undefined` where there is no file, `null` for one that is not JSON. */
async function fetchJson(base: URL): Promise<unknown> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS)
    const response = await fetch(new URL('config.json', base), { signal })
    if (!response.ok) return undefined
    const text = await response.text()
    // A host that answers every unknown address with its start page has no config.json.
    return /^\s*</.test(text) ? undefined : (jsonFromText(text) ?? null)
  } catch {
    return undefined
  }
}
