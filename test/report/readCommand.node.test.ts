import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../src/report/report'
import { listed, TIME } from '../support/directories'
import { issue, newIssuer, type TestIssuer } from '../support/issueCard'
import { readCommand, type Outcome } from '../../scripts/read/readCommand'
import { startLinkServer, type LinkServer } from '../support/node/linkServer'
import { runRead } from '../support/node/runRead'
import { embedding, link, sealedJson } from '../support/shlLink'

let folder: string
let issuer: TestIssuer
let server: LinkServer
const file = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shx-read-'))
  issuer = await newIssuer()
  const directory = { time: TIME, issuerInfo: [listed(issuer)] }
  await writeFile(file('directory.json'), JSON.stringify(directory))
  await writeFile(file('not-a-directory.json'), '{"issuers":[]}')
  await writeFile(file('card.txt'), `${await issue(issuer)}\n`)
  await writeFile(file('picture.png'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe))
  server = await startLinkServer(embedding(await sealedJson({ resourceType: 'Patient' })), 'right')
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const run = (args: readonly string[], stdin = ''): Promise<Outcome> =>
  readCommand(args, Readable.from([Buffer.from(stdin)]))

/** Runs the command and reads its one JSON report. */
async function report(...args: readonly string[]): Promise<Report> {
  const { exitCode, stdout, stderr } = await run(args)
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  return JSON.parse(stdout) as Report
}

describe('a card', () => {
  test('in a file is verified against the directory that was given, at the time that was given', async () => {
    const at = ['--now', '2026-06-15T12:00:00Z']
    const found = await report(file('card.txt'), '--directory', file('directory.json'), ...at)
    expect(found).toMatchObject({
      input: 'card',
      status: 'ok',
      bundles: [
        {
          status: 'verified',
          issuer: { iss: issuer.iss, name: 'Example Health', directory: file('directory.json') },
        },
      ],
    })
    const early = ['--now', '2020-01-01']
    const before = await report(file('card.txt'), '--directory', file('directory.json'), ...early)
    expect(before.bundles[0]).toMatchObject({ status: 'invalid', axes: { time: 'not-yet' } })
  })

  test('offline asks nobody for anything, neither a link’s server nor an issuer for its list', async () => {
    const { error } = await report(link({ url: 'https://links.example/manifest' }), '--offline')
    expect(error).toEqual({ code: 'NETWORK_OFFLINE' })
    const entry = listed(issuer, { key: { crlVersion: 1 } })
    await writeFile(file('revoking.json'), JSON.stringify({ time: TIME, issuerInfo: [entry] }))
    const at = ['--now', '2026-06-15T12:00:00Z', '--directory', file('revoking.json'), '--offline']
    const { bundles } = await report(file('card.txt'), ...at)
    expect(bundles[0]).toMatchObject({ status: 'unchecked', axes: { revocation: 'unknown' } })
  })

  test('of a test directory is test data, whatever a trusted one says', async () => {
    const list = file('directory.json')
    const found = await report(file('card.txt'), '--directory', list, '--test-directory', list)
    expect(found.bundles[0]).toMatchObject({ status: 'untrusted', axes: { trust: 'test' } })
  })

  test('without any directory is of an unknown issuer, also from standard input', async () => {
    const { exitCode, stdout } = await run(['-'], await issue(issuer))
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ bundles: [{ codes: ['ISSUER_NOT_LISTED'] }] })
  })
})

describe('a link', () => {
  test('is not asked for without the passcode that it needs', async () => {
    const text = link({ url: `${server.origin}/manifest`, flag: 'P' })
    expect(await report(text)).toMatchObject({ input: 'link', status: 'passcode-required' })
    expect(server.posted).toEqual([])
  })

  test('opens with it, and tells the sender who asks', async () => {
    const text = link({ url: `${server.origin}/manifest`, flag: 'P' })
    expect(await report(text, '--passcode', 'wrong')).toMatchObject({
      status: 'error',
      error: { code: 'PASSCODE_INCORRECT', remainingAttempts: 4 },
    })
    const found = await report(text, '--passcode', 'right', '--recipient', 'Front desk')
    expect(found).toMatchObject({ status: 'ok', bundles: [{ status: 'unsigned', entries: 1 }] })
    expect(server.posted).toMatchObject([
      { passcode: 'wrong' },
      { passcode: 'right', recipient: 'Front desk' },
    ])
  })

  test('that leads elsewhere is not followed', async () => {
    const before = server.posted.length
    const text = link({ url: `${server.origin}/moved` })
    expect((await report(text)).error).toMatchObject({ code: 'NETWORK_OR_CORS' })
    expect(server.posted).toHaveLength(before)
  })
})

describe('what cannot be opened is reported all the same', () => {
  test('text that is nothing, and a file that is no text', async () => {
    expect((await report('good morning')).error).toEqual({ code: 'INPUT_NOT_RECOGNISED', found: 'text' })
    expect((await report(file('picture.png'))).error).toEqual({ code: 'FILE_UNREADABLE' })
  })
})

describe('wrong usage ends with one sentence and no report', () => {
  test.each([
    ['nothing to open', () => []],
    ['two things to open', () => ['a', 'b']],
    ['an option that does not exist', () => ['a', '--trust-everybody']],
    ['a time that is none', () => ['a', '--now', 'tomorrow']],
    ['a directory that is not there', () => ['a', '--directory', file('none.json')]],
    ['a directory that is none', () => ['a', '--directory', file('not-a-directory.json')]],
  ])('%s', async (_, args) => {
    const { exitCode, stdout, stderr } = await run(args())
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toMatch(/^[^\n]+\n$/)
  })
})

test('the first example of the documentation is what the command says', async () => {
  const page = await readFile('docs/read-report.md', 'utf8')
  const command = /^npm run --silent read -- (public.+)$/m.exec(page)?.[1] ?? ''
  const example = /```json\n(.+?)```/s.exec(page)?.[1] ?? ''
  expect(await report(...command.split(' '))).toEqual(JSON.parse(example))
})

// Starting a process takes long on a busy machine.
describe('the command itself', { timeout: 60_000 }, () => {
  test('prints one report and nothing else, and ends with 0', async () => {
    const { exitCode, stdout, stderr } = await runRead(['-'], await issue(issuer))
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({ input: 'card', status: 'ok' })
  })

  test('opens a link and does not linger', async () => {
    const text = link({ url: `${server.origin}/manifest`, flag: 'P' })
    const { exitCode, stdout } = await runRead([text, '--passcode', 'right'])
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ input: 'link', status: 'ok' })
  })

  test('ends with 2 when it was not told what to open', async () => {
    const { exitCode, stdout, stderr } = await runRead([])
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toContain('Usage:')
  })
})
