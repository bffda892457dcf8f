import { jsonFromText } from '../core/encoding'
import { DEFAULT_CONFIG, parseConfig, type ParsedConfig } from '../config/config'

/** A deployment's file that does not arrive must not keep anybody from opening a card. */
const PATIENCE_MILLISECONDS = 4_000

/**
 * Reads `config.json` from beside the page, once. Where there is none, or it does not arrive, the defaults hold; a
 * file that is there and broken is reported as rejected. Never throws.
 */
export async function loadConfig(base: URL): Promise<ParsedConfig> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS)
    const response = await fetch(new URL('config.json', base), { signal })
    if (!response.ok) return { config: DEFAULT_CONFIG, rejected: [] }
    const text = await response.text()
    // A host that answers every unknown address with its start page has no config.json.
    if (/^\s*</.test(text)) return { config: DEFAULT_CONFIG, rejected: [] }
    const json = jsonFromText(text)
    return parseConfig(json === undefined ? null : json)
  } catch {
    return { config: DEFAULT_CONFIG, rejected: [] }
  }
}
