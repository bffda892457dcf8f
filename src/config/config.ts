import type { AttestationIssuer } from '../core/attestation'
import { isRecord } from '../core/encoding'

/** The screens a reader can be dropped into. */
export const TABS = ['start', 'scan', 'photo', 'data', 'about'] as const
export type Tab = (typeof TABS)[number]

/** Which way a camera looks: `environment` away from the person who holds the device, `user` at them. */
export const FACINGS = ['environment', 'user'] as const
export type Facing = (typeof FACINGS)[number]

/** When a reader is asked before a link is opened. */
export const ASKING = ['never', 'unknown-hosts', 'always'] as const

/** Everything a deployment decides. Read once at start and then frozen; no link and no address can change it. */
export interface Config {
  /**
   * Addresses of trust directories in the shape of the VCI snapshot; absolute, or relative to the page. Whom they list
   * can be shown as verified. An empty list trusts nobody.
   */
  readonly trustedDirectories: readonly string[]
  /** Addresses of lists of test issuers. Whom they list is shown as test data, never as verified, whoever else lists it. */
  readonly testDirectories: readonly string[]
  /** Who is asking, in words, as the sender of a link will see it. Empty: the viewer's own host. */
  readonly recipient: string
  /**
   * Whether to ask before a link's server is asked for anything. never: host, label and recipient are shown, and nobody
   * is kept waiting (default) · unknown-hosts: unless the host is one of `knownHosts` · always.
   */
  readonly askBeforeOpening: (typeof ASKING)[number]
  /** Hosts of link servers that the reader need not be asked about, such as `links.example.org`; with a port where there is one. */
  readonly knownHosts: readonly string[]
  /** Who may vouch for the apps that patients share from, and with which keys. Informative only. Default: nobody. */
  readonly attestationIssuers: readonly AttestationIssuer[]
  /** The screen that is shown first, when nothing is being opened. */
  readonly initialTab: Tab
  /** Seconds without a byte after which a request is given up. */
  readonly requestTimeoutSeconds: number
  /** Hours after which a trust directory is fetched again; an older copy serves while it cannot be had. */
  readonly directoryMaxAgeHours: number
  /** Hours after which a dictionary of codes is fetched again from the viewer's own host; an older copy serves while it cannot be had. Default: 720, which is 30 days. */
  readonly dictionaryMaxAgeHours: number
  /** Megabytes of dictionaries that are kept in the browser; the oldest go first. 0 keeps none. Default: 5. */
  readonly dictionaryCeilingMegabytes: number
  /** The camera that is started first, until a person has chosen another one on this device. */
  readonly cameraFacing: Facing
  /** Seconds without a code after which the camera pauses by itself. 0 leaves it on. */
  readonly cameraPauseSeconds: number
}

export const DEFAULT_CONFIG: Config = Object.freeze({
  trustedDirectories: [
    'https://raw.githubusercontent.com/the-commons-project/vci-directory/main/logs/vci_snapshot.json',
  ],
  testDirectories: ['directories/test-issuers.json'],
  recipient: '',
  askBeforeOpening: 'never',
  knownHosts: [],
  attestationIssuers: [],
  initialTab: 'start',
  requestTimeoutSeconds: 30,
  directoryMaxAgeHours: 24,
  dictionaryMaxAgeHours: 720,
  dictionaryCeilingMegabytes: 5,
  cameraFacing: 'environment',
  cameraPauseSeconds: 60,
})

export interface ParsedConfig {
  readonly config: Config
  /** Keys whose values could not be used; the defaults hold for them. Shown to whoever set the viewer up. */
  readonly rejected: readonly string[]
}

/**
 * Reads `config.json`. A value of the wrong type leaves its default standing and is named; unknown keys are ignored,
 * so that one file can serve several versions.
 */
export function parseConfig(json: unknown): ParsedConfig {
  if (!isRecord(json)) return { config: DEFAULT_CONFIG, rejected: json === undefined ? [] : ['config.json'] }
  const given = Object.entries(READERS).filter(([key]) => Object.hasOwn(json, key))
  const read = given.map(([key, reader]) => [key, reader(json[key])] as const)
  const accepted: Partial<Config> = Object.fromEntries(read.filter(([, value]) => value !== undefined))
  return {
    config: Object.freeze({ ...DEFAULT_CONFIG, ...accepted }),
    rejected: read.filter(([, value]) => value === undefined).map(([key]) => key),
  }
}

const READERS: Readonly<Record<keyof Config, (value: unknown) => unknown>> = {
  trustedDirectories: textList,
  testDirectories: textList,
  recipient: (value) => (typeof value === 'string' ? value.trim().slice(0, 200) : undefined),
  askBeforeOpening: (value) => ASKING.find((mode) => mode === value),
  knownHosts: (value) => textList(value)?.map((host) => host.trim().toLowerCase()),
  attestationIssuers: readAttestationIssuers,
  initialTab: readTab,
  requestTimeoutSeconds: (value) => numberBetween(value, 1, 600),
  directoryMaxAgeHours: (value) => numberBetween(value, 0, 24 * 365),
  dictionaryMaxAgeHours: (value) => numberBetween(value, 0, 24 * 365),
  dictionaryCeilingMegabytes: (value) => numberBetween(value, 0, 500),
  cameraFacing: (value) => FACINGS.find((facing) => facing === value),
  cameraPauseSeconds: (value) => numberBetween(value, 0, 3600),
}

function textList(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined
  const list: readonly unknown[] = value
  const texts = list.filter((item) => typeof item === 'string')
  return texts.length === list.length ? texts : undefined
}

function readAttestationIssuers(value: unknown): readonly AttestationIssuer[] | undefined {
  if (!Array.isArray(value)) return undefined
  const list: readonly unknown[] = value
  const issuers = list.flatMap((item): readonly AttestationIssuer[] => {
    if (!isRecord(item)) return []
    const { iss, name, keys } = item
    if (typeof iss !== 'string' || typeof name !== 'string' || !Array.isArray(keys)) return []
    return keys.every(isRecord) ? [{ iss, name, keys }] : []
  })
  return issuers.length === list.length ? issuers : undefined
}

function readTab(value: unknown): Tab | undefined {
  return TABS.find((tab) => tab === value)
}

const numberBetween = (value: unknown, least: number, most: number): number | undefined =>
  typeof value === 'number' && value >= least && value <= most ? value : undefined
