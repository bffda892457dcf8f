import { isRecord } from '../../core/encoding'
import { DEFAULT_CONFIG, type Config, type ParsedConfig, type Refusal } from '../config'
import { appearance } from './appearance'
import { camera } from './camera'
import { copying } from './copying'
import { desk } from './desk'
import { dictionaries } from './dictionaries'
import { ehrs } from './ehrs'
import { features } from './features'
import { framing } from './framing'
import { links } from './links'
import { excerpt, readInto, type Readers } from './reader'
import { screens } from './screens'
import { trust } from './trust'
import { readUrl } from './url'

/** Every key of `config.json`, with what reads it. */
export const READERS: Readers<Config> = {
  ...trust,
  ...links,
  ...screens,
  ...appearance,
  ...features,
  ...framing,
  ...camera,
  ...copying,
  ...desk,
  ...dictionaries,
  ...ehrs,
}

/** The page that is configured. */
export interface Place {
  /** Its host, with the port where that is not the usual one. */
  readonly host: string
  /** The query of its address, with the question mark, or empty. */
  readonly search: string
}

/** Where `config.json` has what holds for single hosts. */
const HOSTS = 'hosts'

/**
 * Reads the layers of the configuration: defaults, `config.json`, its part for this host, and the few keys that the
 * page's own address may set. A value that cannot be used leaves what was there standing and is named; unknown keys are
 * ignored, so that one file can serve several versions. `undefined` is no file.
 */
export function parseConfig(json: unknown, { host, search }: Place): ParsedConfig {
  const rejected: Refusal[] = []
  const refuse = (refusal: Refusal): undefined => {
    rejected.push(refusal)
  }
  const layer = (before: Config, value: unknown, path: string): Config => {
    if (isRecord(value)) return readInto(before, READERS, value, { path, refuse })
    if (value !== undefined)
      refuse({ path: path === '' ? 'config.json' : path, expected: OBJECT, given: excerpt(value) })
    return before
  }
  const hosts = own(json, HOSTS)
  const general = layer(DEFAULT_CONFIG, json, '')
  const forHosts = hosts === undefined || isRecord(hosts) ? general : layer(general, hosts, HOSTS)
  const forHost = layer(forHosts, own(hosts, host), `${HOSTS}.${host}`)
  return { config: Object.freeze(readUrl(forHost, search, refuse)), rejected }
}

const OBJECT = { kind: 'object', keys: [] } as const

const own = (json: unknown, key: string): unknown =>
  isRecord(json) && Object.hasOwn(json, key) ? json[key] : undefined
