import { isRecord, jsonFromText } from '../../src/core/encoding'
import { parseConfig } from '../../src/config/read/parseConfig'
import { err, ok, type Result } from '../../src/core/result'

/**
 * Who may show the viewer in a frame, as a `config.json` has it: everybody that it names for any host, because one
 * folder has one set of headers. The page itself still tells hosts apart (`platform/framePolicy.ts`).
 *
 * Fails with the paths of values that cannot be used: a header that lacks an origin would go unnoticed.
 */
export function frameAncestorsIn(configText: string): Result<readonly string[], readonly string[]> {
  const json = jsonFromText(configText)
  if (json === undefined) return err(['config.json'])
  const hosts = isRecord(json) && isRecord(json['hosts']) ? Object.keys(json['hosts']) : []
  const layers = ['', ...hosts].map((host) => parseConfig(json, { host, search: '' }))
  const refused = layers
    .flatMap(({ rejected }) => rejected.map(({ path }) => path))
    .filter((path) => path === 'config.json' || path.includes('frameAncestors'))
  return refused.length > 0
    ? err([...new Set(refused)])
    : ok([...new Set(layers.flatMap(({ config }) => config.frameAncestors))])
}
