import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { directoryCommand } from '../../scripts/directory/directoryCommand'

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-521' })

let folder = ''
const file = (name: string): string => join(folder, name)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shx-directory-'))
  writeFileSync(file('key.json'), JSON.stringify(publicKey.export({ format: 'jwk' })))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const listOf = (time: string | undefined): string =>
  JSON.stringify({
    time,
    issuerInfo: [
      {
        issuer: { iss: 'https://issuer.example', name: 'Example' },
        keys: [],
        crls: [{ kid: 'k', method: 'rid', ctr: 1, rids: ['a'] }],
      },
    ],
  })

function put(text: string, key: KeyObject = privateKey): void {
  writeFileSync(file('list.json'), text)
  writeFileSync(file('list.sig'), sign('sha512', Buffer.from(text), key))
}

const OWN = ['--from', 'list.json', '--signature', 'list.sig', '--key', 'key.json']
const place = (argument: string): string =>
  argument.startsWith('--') || argument.startsWith('http') ? argument : file(argument)
const run = (extra: readonly string[] = []) =>
  directoryCommand([...OWN, '--out', 'copy.json', ...extra].map(place))

describe('a copy of the list of issuers (C-66, C-72)', () => {
  test('is taken to the letter when its publisher signed it', async () => {
    put(listOf('2026-11-01T00:00:00Z'))
    const { exitCode, stdout } = await run()
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      date: '2026-11-01T00:00:00.000Z',
      issuers: 1,
      revocationLists: 1,
    })
    expect(readFileSync(file('copy.json'), 'utf8')).toBe(listOf('2026-11-01T00:00:00Z'))
  })

  test('is refused when one letter of it differs, and nothing is written', async () => {
    put(listOf('2026-11-01T00:00:00Z'))
    writeFileSync(file('list.json'), listOf('2026-11-01T00:00:01Z'))
    const { exitCode, stderr } = await run()
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/does not fit/)
    expect(existsSync(file('copy.json'))).toBe(false)
  })

  test('is refused when somebody else signed it', async () => {
    put(listOf('2026-11-01T00:00:00Z'), generateKeyPairSync('ec', { namedCurve: 'P-521' }).privateKey)
    expect((await run()).stderr).toMatch(/does not fit/)
  })

  test('never goes back in time', async () => {
    put(listOf('2026-11-02T00:00:00Z'))
    await run()
    put(listOf('2026-11-01T00:00:00Z'))
    expect((await run()).stderr).toMatch(/older than the copy/)
    expect(readFileSync(file('copy.json'), 'utf8')).toBe(listOf('2026-11-02T00:00:00Z'))
  })

  test.each([
    ['without a date', listOf(undefined), /no date/],
    ['that is none', '{"issuers":[]}', /not a list of issuers/],
    ['that is no JSON', 'nothing here', /not a list of issuers/],
  ])('a list %s is refused', async (_, text, sentence) => {
    put(text)
    expect((await run()).stderr).toMatch(sentence)
    expect(existsSync(file('copy.json'))).toBe(false)
  })

  test('a list or signature that cannot be had is named', async () => {
    expect((await run()).stderr).toMatch(/list cannot be had/)
    put(listOf('2026-11-01T00:00:00Z'))
    rmSync(file('list.sig'))
    expect((await run()).stderr).toMatch(/signature cannot be had/)
    expect((await run(['--from', 'http://127.0.0.1:9/list.json'])).stderr).toMatch(/list cannot be had/)
  })

  test('another list is never checked with the pinned key, and a private key is none to check with', async () => {
    expect((await directoryCommand(['--from', file('list.json')])).stderr).toMatch(/together/)
    writeFileSync(file('key.json'), JSON.stringify(privateKey.export({ format: 'jwk' })))
    put(listOf('2026-11-01T00:00:00Z'))
    expect((await run()).stderr).toMatch(/public EC key on P-521/)
    expect((await directoryCommand(['--nonsense'])).stderr).toMatch(/^Usage/)
  })
})
