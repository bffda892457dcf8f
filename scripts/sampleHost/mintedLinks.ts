import { base64urlFromBytes } from '../../src/core/encoding'
import { linkOf, randomKey } from '../samples/encryptFile'
import { LINKS, type HostedLink, type LinkDefinition } from './links'

/** A link as it exists for one run of the server, with what has happened to it so far. */
export interface MintedLink<Definition extends LinkDefinition = LinkDefinition> {
  readonly definition: Definition
  /** 256 random bits in the link's address: nobody finds it by guessing. */
  readonly token: string
  readonly key: Uint8Array
  /** Opens the host's FHIR server, where the link offers that. */
  readonly accessToken: string
  /** Epoch seconds; from then on the link is gone. */
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
  readonly links: readonly MintedLink<HostedLink>[]
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
  links: LINKS.map((definition) =>
    mintLink(definition, definition.ended ? Math.floor(now.getTime() / 1000) - DAY_SECONDS : undefined),
  ),
  tickets: new Map(),
})

/** Makes one link, with an address and a key that were never used before. `exp` in epoch seconds. */
export const mintLink = <Definition extends LinkDefinition>(
  definition: Definition,
  exp: number | undefined,
): MintedLink<Definition> => ({
  definition,
  token: randomToken(),
  key: randomKey(),
  accessToken: randomToken(),
  ...(exp !== undefined && { exp }),
  manifestRequests: 0,
  manifestsGiven: 0,
  wrongPasscodes: 0,
  downloads: 0,
})

export const randomToken = (): string => base64urlFromBytes(randomKey())

/** The entry of the start page's catalog for a link, with an address below `base`. */
export function catalogEntry(minted: MintedLink<HostedLink>, base: string): unknown {
  const { id, title, description, passcode, expect } = minted.definition
  const link = linkTextOf(minted, base)
  return { id, title, description, kind: 'link', link, ...(passcode !== undefined && { passcode }), expect }
}

/** The text of a link whose host is at `base`. */
export function linkTextOf({ definition, token, key, exp }: MintedLink, base: string): string {
  const { flag, label } = definition
  return linkOf({
    url: `${base}shl/${token}`,
    ...(flag !== '' && { flag }),
    key: base64urlFromBytes(key),
    ...(label !== undefined && { label }),
    ...(exp !== undefined && { exp }),
  })
}

/** How often a link was asked for; nothing about who asked or what was inside. */
export const auditOf = ({ links }: Served): unknown =>
  Object.fromEntries(
    links.map(({ definition, manifestRequests, wrongPasscodes, downloads }) => [
      definition.id,
      { manifestRequests, wrongPasscodes, downloads },
    ]),
  )
