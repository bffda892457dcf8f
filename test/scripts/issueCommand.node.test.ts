import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Outcome } from '../../scripts/commandLine'
import { issueCommand } from '../../scripts/issue/issueCommand'
import { minifyText } from '../../scripts/issue/minifyText'
import { qrTexts } from '../../scripts/issue/writeCard'
import { readRevocationList } from '../../src/core/shc/directory'
import { readCard } from '../../src/core/shc/card'
import { directoryOf, listed, loading } from '../support/directories'
import { newIssuer, NOW, type TestIssuer } from '../support/issueCard'
import { testIssuers } from '../support/node/publicFiles'
import { readQr } from '../support/node/readQr'
import { opened } from '../support/open'

// Drawing large codes takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

interface Summary {
  readonly jwsCharacters: number
  readonly fitsOneQr: boolean
  readonly expires: string | null
  readonly text: string
  readonly file: string
  readonly qr: readonly {
    readonly part: number | null
    readonly version: number
    readonly svg: string
    readonly png: string
  }[]
  readonly revocation: { readonly rid: string; readonly publishAt: string; readonly list: unknown } | null
}

let folder: string
let issuer: TestIssuer
const file = (name: string): string => join(folder, name)
const sample = (name: string): string => resolve('samples/bundles', `${name}.json`)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shx-issue-'))
  issuer = await newIssuer()
  await writeFile(file('key.json'), JSON.stringify(issuer.key))
  await writeFile(file('public.json'), JSON.stringify(issuer.published))
  await writeFile(file('bent.json'), JSON.stringify({ ...issuer.key, x: 'AAAA' }))
  await writeFile(file('patient.json'), '{"resourceType":"Patient"}')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = (args: readonly string[], stdin = ''): Promise<Outcome> =>
  issueCommand(args, Readable.from([Buffer.from(stdin)]), NOW)

async function issued(...args: readonly string[]): Promise<Summary> {
  const { exitCode, stdout, stderr } = await run([...args, '--out', folder])
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  return JSON.parse(stdout) as Summary
}

const trustingTests = { loadDirectories: loading(testIssuers()) }

describe('a sample card', () => {
  test('opens from its picture, its text and its file, as a card of a test issuer', async () => {
    const made = await issued(sample('laboratory-card'))
    expect(made).toMatchObject({ fitsOneQr: true, expires: null, revocation: null, qr: [{ part: null }] })
    const [picture] = await readQr(await readFile(made.qr[0]?.png ?? ''))
    const texts = [picture?.text ?? '', await readFile(made.text, 'utf8'), await readFile(made.file, 'utf8')]
    const [first, ...others] = await Promise.all(texts.map((text) => opened(text, trustingTests)))
    expect(first?.bundles.map(({ verdict }) => verdict)).toMatchObject([
      { status: 'untrusted', axes: { signature: 'valid', trust: 'test', format: 'conformant' } },
    ])
    expect(first?.bundles[0]?.verdict.findings).toContainEqual({ code: 'ISSUER_TEST' })
    for (const other of others) expect(other.bundles[0]?.source).toEqual(first?.bundles[0]?.source)
    expect(first?.bundles[0]?.source.text).toHaveLength(made.jwsCharacters)
    expect(picture?.version).toBe(String(made.qr[0]?.version))
    expect(await readFile(made.qr[0]?.svg ?? '', 'utf8')).toMatch(/^<svg /)
  })

  test('that is too long for one code is cut into parts which make it whole again (C-02)', async () => {
    const made = await issued(sample('insurance-card'), '--no-minify')
    expect(made).toMatchObject({ fitsOneQr: false })
    expect(made.qr.length).toBeGreaterThan(1)
    expect(made.qr.map(({ part }) => part)).toEqual(made.qr.map((_, at) => at + 1))
    expect(Math.max(...made.qr.map(({ version }) => version))).toBeLessThanOrEqual(22)
    const pictures = await Promise.all(made.qr.map(async ({ png }) => readQr(await readFile(png))))
    const inDisorder = pictures.flatMap((found) => found.map(({ text }) => text)).toReversed()
    const { bundles } = await opened(inDisorder.join('\n'), trustingTests)
    expect(bundles[0]?.verdict.deviations).toContainEqual({
      code: 'chunked',
      value: String(inDisorder.length),
    })
    expect(bundles[0]?.source.text).toHaveLength(made.jwsCharacters)
  })

  test('of more than nine parts has no picture, but text and file all the same', async () => {
    const made = await issued(sample('patient-summary-en'), '--no-minify')
    expect(made).toMatchObject({ fitsOneQr: false, qr: [] })
    const { bundles } = await opened(await readFile(made.file, 'utf8'), trustingTests)
    expect(bundles[0]?.verdict.status).toBe('untrusted')
    expect(qrTexts('a'.repeat(9 * 1191))).toHaveLength(9)
    expect(qrTexts('a'.repeat(9 * 1191 + 1))).toEqual([])
  })

  test('is read from standard input, too', async () => {
    const { exitCode, stdout } = await run(
      ['-', '--out', folder],
      '{"resourceType":"Bundle","type":"collection","entry":[]}',
    )
    expect(exitCode).toBe(0)
    expect((JSON.parse(stdout) as Summary).text).toBe(file('card.txt'))
  })
})

test('a key and an address of your own make a card that a list with the key verifies', async () => {
  const own = ['--key', file('key.json'), '--iss', issuer.iss]
  const made = await issued(sample('laboratory-card'), ...own, '--expires', '30')
  expect(made.expires).toBe('2026-07-15T12:00:00.000Z')
  const text = await readFile(made.text, 'utf8')
  const directory = loading(directoryOf([listed(issuer)]))
  const { bundles } = await opened(text, { loadDirectories: directory })
  expect(bundles[0]?.verdict).toMatchObject({ status: 'verified', expires: new Date(made.expires ?? '') })
  const late = { loadDirectories: directory, clock: () => new Date('2026-07-15T12:00:01Z') }
  expect((await opened(text, late)).bundles[0]?.verdict.axes?.time).toBe('expired')
})

test('a revocable card is withdrawn by the list that is printed, and by it alone', async () => {
  const own = ['--key', file('key.json'), '--iss', issuer.iss]
  const { revocation, text } = await issued(sample('laboratory-card'), ...own, '--revocable')
  expect(revocation?.publishAt).toBe(`${issuer.iss}/.well-known/crl/${issuer.kid}.json`)
  expect(readRevocationList(revocation?.list)).toMatchObject({ evaluable: true, rids: [revocation?.rid] })
  const card = await readFile(text, 'utf8')
  const status = async (crls: readonly unknown[]): Promise<unknown> => {
    const entry = listed(issuer, { key: { crlVersion: 1 }, crls })
    const { bundles } = await opened(card, { loadDirectories: loading(directoryOf([entry])) })
    return bundles[0]?.verdict.axes?.revocation
  }
  expect(await status([revocation?.list])).toBe('revoked')
  expect(await status([{ kid: issuer.kid, method: 'rid', ctr: 1, rids: ['another'] }])).toBe('not-revoked')
})

const measured = (value: string): string =>
  `{ "resourceType": "Bundle", "entry": [ { "fullUrl": "#a", "resource": { "resourceType": "Observation",
      "note": [ { "text": "7.0 \\"1e3\\" ## " } ], "valueQuantity": { "value": ${value} } } } ] }`

describe('a bundle is signed to the digit', () => {
  test.each(['7.0', '0', '-0.50', '1E3', '120', '6.022e+23'])('%s, also when minified', async (number) => {
    const minified = minifyText(measured(number))
    expect(minified).toContain(`"value":${number}}`)
    expect(minified).toContain('"text":"7.0 \\"1e3\\" ## "')
    await writeFile(file('measured.json'), measured(number))
    for (const more of [[], ['--no-minify']]) {
      const made = await issued(file('measured.json'), ...more)
      const { bundles } = await opened(await readFile(made.text, 'utf8'))
      const card = readCard(bundles[0]?.source.text ?? '')
      expect(card.ok && card.value.payloadText).toContain(`"value":${number}}`)
    }
  })
})

describe('wrong usage ends with 2, one sentence and no file', () => {
  const bundle = sample('laboratory-card')
  test.each<[string, () => readonly string[]]>([
    ['nothing to sign', () => []],
    ['two files', () => [bundle, bundle]],
    ['an option that does not exist', () => [bundle, '--trust']],
    ['a file that is not there', () => [file('none.json')]],
    ['what is no JSON', () => [resolve('README.md')]],
    ['what is no Bundle', () => [file('patient.json')]],
    ['a date that is none', () => [bundle, '--expires', 'soon']],
    ['an address that is not https', () => [bundle, '--iss', 'http://issuer.example']],
    ['an address with a slash at its end', () => [bundle, '--iss', 'https://issuer.example/']],
    ['a key without the address of its issuer', () => [bundle, '--key', file('key.json')]],
    ['a key that is not there', () => [bundle, '--iss', issuer.iss, '--key', file('none.json')]],
    ['a public key', () => [bundle, '--iss', issuer.iss, '--key', file('public.json')]],
    ['a key that does not fit itself', () => [bundle, '--iss', issuer.iss, '--key', file('bent.json')]],
  ])('%s', async (_, args) => {
    const before = await readdir(folder)
    const { exitCode, stdout, stderr } = await run([...args(), '--out', folder])
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toMatch(/^[^\n]+\n$/)
    expect(await readdir(folder)).toEqual(before)
  })
})
