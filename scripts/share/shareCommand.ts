import { err, ok, type Result } from '../../src/core/result'
import { bytesOfFile, pathOf, printed, refusal, type Outcome } from '../commandLine'
import { drawQr } from '../../src/ui/qr/drawQr'
import { terminalOfQr } from '../qr/terminalOfQr'
import type { LinkDefinition } from '../sampleHost/links'
import { linkTextOf, mintLink } from '../sampleHost/mintedLinks'
import { serve, type RunningHost } from '../sampleHost/server'
import { readShareArguments, type ShareArguments } from './shareArguments'
import { hostedFile, sharedFile, type SharedFile } from './sharedFile'
import { createShareHost } from './shareHost'

/** Seconds after which the reader of a long-term link is invited to look again. */
const RETRY_SECONDS = 30

/** What was said, and the server that goes on until it is closed; none when nothing is shared. */
export interface Sharing {
  readonly outcome: Outcome
  readonly host?: RunningHost
}

/**
 * Puts files on a server of this machine, encrypted, and says under which link. With `--once` it only says so, as
 * JSON, and no server goes on. 2 means that the arguments or the files made no sense. See docs/command-line.md.
 */
export async function shareCommand(argv: readonly string[], clock: () => Date): Promise<Sharing> {
  const read = readShareArguments(argv, clock())
  if (!read.ok) return { outcome: refusal(read.error) }
  const wish = read.value
  const files = readFiles(wish.files)
  if (!files.ok) return { outcome: refusal(files.error) }
  const exp = wish.expiresAt && Math.floor(wish.expiresAt.getTime() / 1000)
  const link = mintLink(definitionOf(wish, files.value), exp)
  const host = await started(createShareHost(link, clock), wish.port)
  if (!host) return { outcome: refusal(`The port is taken: ${wish.port}`) }
  const text = linkTextOf(link, host.url.href)
  const summary = summaryOf(text, wish, files.value)
  if (!wish.once) return { outcome: { exitCode: 0, stdout: inWords(summary), stderr: '' }, host }
  await host.close()
  return { outcome: printed(summary) }
}

function readFiles(names: readonly string[]): Result<readonly SharedFile[], string> {
  const files: SharedFile[] = []
  for (const name of names) {
    const bytes = bytesOfFile(pathOf(name))
    if (!bytes) return err(`The file cannot be read: ${name}`)
    files.push(sharedFile(name, bytes))
  }
  return ok(files)
}

/** A long-term link reads its files anew each time, so that editing one is how the record changes. */
function definitionOf(wish: ShareArguments, files: readonly SharedFile[]): LinkDefinition {
  const { longTerm, direct, passcode, label } = wish
  const flags = [longTerm && 'L', passcode !== undefined && 'P', direct && 'U']
  const current = (): readonly SharedFile[] => {
    const read = longTerm ? readFiles(wish.files) : ok(files)
    return read.ok ? read.value : files
  }
  return {
    flag: flags.filter((flag) => flag !== false).join(''),
    ...(label !== undefined && { label }),
    ...(passcode !== undefined && { passcode }),
    ...(longTerm && { retryAfter: RETRY_SECONDS }),
    files: () =>
      current().map((file) => ({ ...hostedFile(file), ...(longTerm && { status: 'can-change' as const }) })),
  }
}

async function started(...[host, port]: Parameters<typeof serve>): Promise<RunningHost | undefined> {
  try {
    return await serve(host, port)
  } catch {
    return undefined
  }
}

interface Summary {
  readonly link: string
  readonly viewerLink: string
  readonly flags: string
  readonly passcode: string | null
  readonly expires: string | null
  readonly files: readonly { readonly name: string; readonly contentType: string }[]
}

const summaryOf = (link: string, wish: ShareArguments, files: readonly SharedFile[]): Summary => ({
  link,
  viewerLink: `${wish.viewer}#${link}`,
  flags: definitionOf(wish, files).flag,
  passcode: wish.passcode ?? null,
  expires: wish.expiresAt?.toISOString() ?? null,
  files: files.map(({ name, contentType }) => ({ name, contentType })),
})

function inWords({ link, viewerLink, passcode, expires, files }: Summary): string {
  const code = drawQr(viewerLink, 'M')
  return [
    ...files.map(({ name, contentType }) => `  ${name}  ${contentType}`),
    '',
    `Link:      ${link}`,
    `In viewer: ${viewerLink}`,
    ...(passcode === null ? [] : [`Passcode:  ${passcode}`]),
    ...(expires === null ? [] : [`Expires:   ${expires}`]),
    '',
    ...(code ? [terminalOfQr(code)] : []),
    'Served on this machine alone until you stop it with Ctrl+C.\n',
  ].join('\n')
}
