import { base64urlFromBytes } from '../../src/core/encoding'
import { linkOf, randomKey } from '../samples/encryptFile'
import { LINKS, type HostedLink } from './links'

/** A link as it exists for one run of the server, with what has happened to it so far. */
export interface MintedLink {
  readonly definition: HostedLink
  /** 256 random bits in the link's address: nobody finds it by guessing. */
  readonly token: string
  readonly key: Uint8Array
  /** Epoch seconds. */
  readonly exp?: number
  manifestRequests: number
  /** Requests that were answered with a manifest. */
  manifestsGiven: number
  wrongPasscodes: number
  /** Files that were sent, at a location of the manifest or directly. */
  downloads: number
  lastManifestAt?: Date
}

/** What is served: links and the tickets under which their files can be had. Lost when the server stops. */
export interface Served {
  readonly links: readonly MintedLink[]
  readonly tickets: Map<string, Ticket>
}

export interface Ticket {
  readonly link: MintedLink
  readonly jwe: string
  readonly expiresAt: Date
  readonly once: boolean
  used: boolean
}

const DAY_SECONDS = 86_400

/** Makes every link anew, with new addresses and keys and a blank record. */
export const mintLinks = (now: Date): Served => ({
  links: LINKS.map((definition) => ({
    definition,
    token: randomToken(),
    key: randomKey(),
    ...(definition.ended && { exp: Math.floor(now.getTime() / 1000) - DAY_SECONDS }),
    manifestRequests: 0,
    manifestsGiven: 0,
    wrongPasscodes: 0,
    downloads: 0,
  })),
  tickets: new Map(),
})

export const randomToken = (): string => base64urlFromBytes(randomKey())

/** The entry of the start page's catalog for a link, with an address below `base`. */
export function catalogEntry({ definition, token, key, exp }: MintedLink, base: string): unknown {
  const { id, title, description, flag, label, passcode, expect } = definition
  const link = linkOf({
    url: `${base}shl/${token}`,
    ...(flag !== '' && { flag }),
    key: base64urlFromBytes(key),
    label,
    ...(exp !== undefined && { exp }),
  })
  return { id, title, description, kind: 'link', link, ...(passcode !== undefined && { passcode }), expect }
}

/** How often a link was asked for; nothing about who asked or what was inside. */
export const auditOf = ({ links }: Served): unknown =>
  Object.fromEntries(
    links.map(({ definition, manifestRequests, wrongPasscodes, downloads }) => [
      definition.id,
      { manifestRequests, wrongPasscodes, downloads },
    ]),
  )
