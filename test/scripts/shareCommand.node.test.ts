import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { RunningHost } from '../../scripts/sampleHost/server'
import { fileOf, numericOf } from '../../scripts/samples/issueCard'
import { shareCommand } from '../../scripts/share/shareCommand'
import { openSHX, type OpenedShx } from '../../src/core/openSHX'
import { createHttp } from '../../src/platform/http'
import { issue, newIssuer, NOW } from '../support/issueCard'
import { options } from '../support/open'

// A server, a process and real requests take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

interface Summary {
  readonly link: string
  readonly viewerLink: string
  readonly flags: string
  readonly passcode: string | null
  readonly expires: string | null
  readonly files: readonly { readonly name: string; readonly contentType: string }[]
}

const PDF = Buffer.from('%PDF-1.4\n%%EOF\n')
const summary = (family: string): string =>
  JSON.stringify({
    resourceType: 'Bundle',
    entry: [{ resource: { resourceType: 'Patient', name: [{ family }] } }],
  })

let folder: string
let now = NOW
let host: RunningHost | undefined
const file = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shx-share-'))
  const jws = await issue(await newIssuer())
  await writeFile(file('summary.json'), summary('Arroyo'))
  await writeFile(file('card.txt'), numericOf(jws))
  await writeFile(file('cards.smart-health-card'), fileOf([jws, jws]))
  await writeFile(file('letter.pdf'), PDF)
  await writeFile(file('note.txt'), 'good morning')
  await writeFile(file('unknown.bin'), Uint8Array.of(0xff, 0xfe))
})
afterEach(async () => {
  await host?.close()
  host = undefined
  now = NOW
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Shares on a free port and gives the link that was printed. */
async function shared(
  ...args: readonly string[]
): Promise<{ readonly link: string; readonly printed: string }> {
  const { outcome, host: started } = await shareCommand([...args, '--port', '0'], () => now)
  expect(outcome).toMatchObject({ exitCode: 0, stderr: '' })
  host = started
  return { link: /^Link:\s+(\S+)$/m.exec(outcome.stdout)?.[1] ?? '', printed: outcome.stdout }
}

const open = (text: string, passcode?: string) =>
  openSHX(
    text,
    options({
      http: createHttp({ timeoutSeconds: 10 }),
      clock: () => now,
      policy: { allowLoopback: true, allowedHosts: [] },
      ...(passcode !== undefined && { passcode }),
    }),
  )

async function opened(text: string, passcode?: string): Promise<OpenedShx> {
  const result = await open(text, passcode)
  if (!result.ok) throw new Error(result.error.error.code)
  return result.value
}

async function refused(text: string, passcode?: string): Promise<unknown> {
  const result = await open(text, passcode)
  return result.ok ? 'opened' : result.error.error
}

describe('what is shared opens over real HTTP', () => {
  test('each file as what it is: FHIR, a card from its QR text, cards, a document, and what nobody knows', async () => {
    const names = ['summary.json', 'card.txt', 'cards.smart-health-card', 'letter.pdf', 'unknown.bin'].map(
      file,
    )
    const { link } = await shared(...names, '--label', 'For Monday')
    const { bundles, attachments, link: about } = await opened(link)
    expect(about).toMatchObject({ label: 'For Monday', flags: '' })
    expect(bundles.map(({ origin, source }) => [origin.file, source.kind])).toEqual([
      [0, 'json'],
      [1, 'jws'],
      [2, 'jws'],
      [2, 'jws'],
    ])
    expect(bundles[0]?.source.text).toBe(summary('Arroyo'))
    expect(attachments.map(({ file: nth, type }) => [nth, type])).toEqual([
      [3, 'application/pdf'],
      [4, 'application/octet-stream'],
    ])
    expect(Buffer.from(attachments[0]?.bytes ?? [])).toEqual(PDF)
  })

  test('also from the address of a viewer that is printed beside it', async () => {
    const { link, printed } = await shared(
      file('summary.json'),
      '--viewer',
      'https://viewer.example/shlink.html',
    )
    const inViewer = /^In viewer:\s+(\S+)$/m.exec(printed)?.[1] ?? ''
    expect(inViewer).toBe(`https://viewer.example/shlink.html#${link}`)
    expect((await opened(inViewer)).bundles).toHaveLength(1)
  })

  test('only with its passcode, which wrong ones use up', async () => {
    const { link } = await shared(file('summary.json'), '--passcode', '2468')
    expect(await refused(link)).toEqual({ code: 'PASSCODE_REQUIRED' })
    expect(await refused(link, '1111')).toEqual({ code: 'PASSCODE_INCORRECT', remainingAttempts: 4 })
    expect((await opened(link, '2468')).bundles).toHaveLength(1)
  })

  test('directly, without a manifest', async () => {
    const { link } = await shared(file('letter.pdf'), '--direct')
    const { link: about, attachments } = await opened(link)
    expect(about?.flags).toBe('U')
    expect(attachments.map(({ type }) => type)).toEqual(['application/pdf'])
  })

  test('until it expires, and then the server refuses what the hint is overruled for', async () => {
    const { link } = await shared(file('summary.json'), '--expires', '2')
    expect((await opened(link)).link?.expires).toEqual(new Date('2026-06-17T12:00:00Z'))
    const early = now
    now = new Date('2026-06-17T12:00:00Z')
    expect(await refused(link)).toMatchObject({ code: 'LINK_EXPIRED' })
    const asIfEarly = options({
      http: createHttp({ timeoutSeconds: 10 }),
      clock: () => early,
      policy: { allowLoopback: true, allowedHosts: [] },
    })
    const overruled = await openSHX(link, asIfEarly)
    expect(overruled).toMatchObject({ ok: false, error: { error: { code: 'LINK_INACTIVE' } } })
  })

  test('again and again as a long-term link, with what the file says by then', async () => {
    await writeFile(file('growing.json'), summary('Before'))
    const { link } = await shared(file('growing.json'), '--long-term')
    const first = await opened(link)
    expect(first.bundles[0]?.source.text).toBe(summary('Before'))
    expect(first.retryAfter).toBe(30)
    expect(first.problems).toEqual([{ code: 'FILE_MAY_CHANGE', file: 0 }])
    await writeFile(file('growing.json'), summary('After'))
    expect((await opened(link)).bundles[0]?.source.text).toBe(summary('After'))
    await rm(file('growing.json'))
    expect((await opened(link)).bundles).toHaveLength(1)
  })
})

const address = (path: string): URL => new URL(path, host?.url)

test('nothing but the link is served: no catalog that would give the key away', async () => {
  await shared(file('summary.json'))
  for (const path of ['catalog.json', 'audit', '', 'shl/x', 'file/x', '../']) {
    expect((await fetch(address(path))).status).toBe(404)
  }
  expect((await fetch(address('shl/x'), { method: 'OPTIONS' })).status).toBe(204)
})

test('--once says as JSON what would be shared, and leaves no server behind', async () => {
  const args = [
    file('summary.json'),
    file('note.txt'),
    '--passcode',
    '1',
    '--long-term',
    '--port',
    '0',
    '--once',
  ]
  const { outcome, host: none } = await shareCommand(args, () => NOW)
  expect(none).toBeUndefined()
  const found = JSON.parse(outcome.stdout) as Summary
  expect(found).toMatchObject({
    flags: 'LP',
    passcode: '1',
    expires: null,
    files: [
      { name: 'summary.json', contentType: 'application/fhir+json' },
      { name: 'note.txt', contentType: 'text/plain' },
    ],
  })
  expect(found.viewerLink.endsWith(`#${found.link}`)).toBe(true)
  expect(await refused(found.link, '1')).toMatchObject({ code: 'NETWORK_OR_CORS' })
})

const summaryFile = (): string => file('summary.json')

describe('wrong usage ends with 2, one sentence and no server', () => {
  test.each<[string, () => readonly string[]]>([
    ['nothing to share', () => []],
    ['an option that does not exist', () => [summaryFile(), '--public']],
    ['a file that is not there', () => [summaryFile(), file('none.json')]],
    ['an empty passcode', () => [summaryFile(), '--passcode', '']],
    ['a direct link with a passcode', () => [summaryFile(), '--direct', '--passcode', '1']],
    ['a direct link to two files', () => [summaryFile(), summaryFile(), '--direct']],
    ['a label beyond 80 characters', () => [summaryFile(), '--label', 'x'.repeat(81)]],
    ['a date that is none', () => [summaryFile(), '--expires', 'soon']],
    ['a port that is none', () => [summaryFile(), '--port', '70000']],
    ['a viewer that is no page', () => [summaryFile(), '--viewer', 'viewer']],
  ])('%s', async (_, args) => {
    const { outcome, host: none } = await shareCommand(args(), () => NOW)
    expect(none).toBeUndefined()
    expect(outcome).toMatchObject({ exitCode: 2, stdout: '' })
    expect(outcome.stderr).toMatch(/^[^\n]+\n$/)
  })

  test('a port that somebody else has', async () => {
    await shared(file('summary.json'))
    const { outcome } = await shareCommand([file('summary.json'), '--port', host?.url.port ?? ''], () => NOW)
    expect(outcome).toMatchObject({ exitCode: 2, stdout: '' })
  })
})

test('the command itself serves until it is interrupted', async () => {
  const child = spawn(process.execPath, [
    '--import',
    'tsx',
    'scripts/share.ts',
    file('summary.json'),
    '--port',
    '0',
  ])
  const ended = new Promise((resolve) => child.on('close', resolve))
  let printed = ''
  for await (const piece of child.stdout) {
    printed += String(piece)
    if (printed.includes('Ctrl+C')) break
  }
  const link = /^Link:\s+(\S+)$/m.exec(printed)?.[1] ?? ''
  expect((await opened(link)).bundles).toHaveLength(1)
  child.kill('SIGINT')
  expect(await ended).toBe(0)
  expect(await refused(link)).toMatchObject({ code: 'NETWORK_OR_CORS' })
})
