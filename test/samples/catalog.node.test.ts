import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { buildSamples } from '../../scripts/samples/buildSamples'
import { SAMPLES, type Expectation, type Words } from '../../scripts/samples/definitions'
import { linkOf } from '../../scripts/samples/encryptFile'
import { readBundle } from '../../scripts/samples/material'
import { saysTheSame } from '../../scripts/samples/sameContent'
import { organizeResources, resourcesOf } from '../../src/core/organizeResources'
import { openSHX } from '../../src/core/openSHX'
import { directoryOf, loading } from '../support/directories'
import { fakeHttp, noHttp } from '../support/fakeHttp'
import { opened, options } from '../support/open'
import { outcomeOf, promisedBy } from './outcome'
import { publicText, testIssuers } from '../support/node/publicFiles'

interface CatalogEntry {
  readonly id: string
  readonly title: Words
  readonly description: Words
  readonly kind: 'text' | 'file' | 'direct-link'
  readonly href: string
  readonly key?: string
  readonly label?: string
  readonly exp?: number
  readonly expect: Expectation
}

const catalog = JSON.parse(publicText('samples/catalog.json')) as readonly CatalogEntry[]
const byId = new Map(catalog.map((entry) => [entry.id, entry]))
const textOf = (id: string): string => publicText(`samples/${byId.get(id)?.href ?? 'not-there'}`)
const linkTo = ({ href, key, label, exp }: CatalogEntry): string =>
  linkOf({ url: `https://viewer.example/samples/${href}`, key, flag: 'U', label, exp })

/** What the start page makes of an entry, and a network that has the entry's file and nothing else. */
function scanOf(entry: CatalogEntry): { readonly text: string; readonly http: ReturnType<typeof fakeHttp> } {
  if (entry.kind !== 'direct-link') return { text: textOf(entry.id), http: noHttp() }
  return { text: linkTo(entry), http: fakeHttp([{ text: textOf(entry.id) }]) }
}

describe('every sample of the start page', () => {
  test.each(catalog)('$id opens as the catalog says', async (entry) => {
    const { text, http } = scanOf(entry)
    const result = await openSHX(text, options({ http, loadDirectories: loading(testIssuers()) }))
    expect(outcomeOf(result)).toEqual(promisedBy(entry.expect))
  })

  test.each(catalog)('$id is never verified, not even by a list that trusts its issuer', async (entry) => {
    const { text, http } = scanOf(entry)
    const trusting = directoryOf(testDirectoryEntries(), { kind: 'trusted' })
    const result = await openSHX(text, options({ http, loadDirectories: loading(trusting) }))
    expect(outcomeOf(result).statuses).not.toContain('verified')
  })

  test('an expired link is told without a request', async () => {
    const entry = byId.get('expired-link')
    const http = noHttp()
    const result = await openSHX(entry ? linkTo(entry) : '', options({ http }))
    expect(outcomeOf(result).error).toBe('LINK_EXPIRED')
    expect(http.requests).toEqual([])
  })

  test.each(catalog)('$id has a short title and one sentence in both languages', ({ title, description }) => {
    for (const language of ['en', 'es'] as const) {
      expect(title[language].length).toBeGreaterThan(3)
      expect(title[language].length).toBeLessThanOrEqual(40)
      expect(description[language]).toMatch(/^[\p{Lu}\d].{15,160}\.$/u)
    }
  })

  test.each(catalog.filter(({ kind }) => kind === 'text'))('$id fits into one QR code', ({ id }) => {
    expect(textOf(id)).toMatch(/^shc:\/\d+$/)
    expect((textOf(id).length - 'shc:/'.length) / 2).toBeLessThanOrEqual(1195)
  })
})

describe('what is shown', () => {
  test('a forged card is not the card that was signed', async () => {
    const [forgery] = (await opened(textOf('forged-card'), withIssuers())).bundles
    const [card] = (await opened(textOf('health-card'), withIssuers())).bundles
    expect(forgery?.verdict.axes?.signature).toBe('invalid')
    expect(forgery?.organized.bundle).not.toEqual(card?.organized.bundle)
  })

  test('a revoked card is signed well and would be in order otherwise', async () => {
    const [card] = (await opened(textOf('revoked-card'), withIssuers())).bundles
    expect(card?.verdict.axes).toEqual({
      signature: 'valid',
      trust: 'test',
      time: 'current',
      revocation: 'revoked',
      format: 'conformant',
    })
  })

  test.each(catalog.filter(({ href }) => /\.(txt|smart-health-card)$/.test(href)))(
    '$id follows the standard to the letter, apart from what is wrong with it on purpose',
    async ({ id }) => {
      for (const { verdict } of (await opened(textOf(id), withIssuers())).bundles) {
        expect(verdict.deviations).toEqual([])
        expect(verdict.axes?.revocation).not.toBe('not-supported')
      }
    },
  )

  test('the damaged card of several does not take the others with it', async () => {
    const { bundles, problems } = await opened(textOf('several-cards'), withIssuers())
    expect(bundles.map(({ origin }) => origin.card)).toEqual([0, 2])
    expect(problems).toEqual([{ code: 'PAYLOAD_INFLATE_FAILED', card: 1 }])
  })

  test('the immunization history has a vaccination that was not given', () => {
    const bundle = organizeResources(readBundle('immunization-history'))
    const given = resourcesOf(bundle, 'Immunization').filter(({ status }) => status !== 'not-done')
    expect(given).toHaveLength(20)
  })
})

describe('the files in public', () => {
  test('are what `npm run samples` makes', async () => {
    const files = await buildSamples()
    const changed = await Promise.all(
      files.map(async (file) => ((await saysTheSame(file, publicText(file.path))) ? [] : [file.path])),
    )
    expect(changed.flat()).toEqual([])
    const folder = readdirSync('public/samples').map((name) => `samples/${name}`)
    expect(new Set(folder)).toEqual(
      new Set(files.map(({ path }) => path).filter((path) => path.startsWith('samples/'))),
    )
  })

  test('name each sample once, in the order of their definition', () => {
    expect(catalog.map(({ id }) => id)).toEqual(SAMPLES.map(({ id }) => id))
    expect(byId.size).toBe(SAMPLES.length)
  })

  test('the list of test issuers names ours and the example issuer of the standard, and no private key', () => {
    const entries = testDirectoryEntries()
    expect(entries.map((entry) => (entry as { issuer: { iss: string } }).issuer.iss)).toEqual([
      'https://issuer.shx-viewer.example',
      'https://spec.smarthealth.cards/examples/issuer',
    ])
    expect(publicText('directories/test-issuers.json')).not.toMatch(/"d":|"x5c":/)
  })
})

describe('saysTheSame', () => {
  const card = 'eyJ6aXAiOiJERUYifQ.payload'

  test('a card that was only signed again says the same', async () => {
    expect(await saysTheSame({ path: 'a', content: `${card}.one` }, `${card}.two`)).toBe(true)
    expect(await saysTheSame({ path: 'a', content: `${card}.one` }, `${card}2.one`)).toBe(false)
  })

  test('an encrypted file that cannot be decrypted is made again', async () => {
    const key = 'U8wLyG0Sg2mvTq7gkPz1b5mQHc0o2uQdKx9bqv4fXnE'
    expect(await saysTheSame({ path: 'a', content: textOf('direct-link'), key }, 'not a JWE')).toBe(false)
  })
})

const withIssuers = (): { readonly loadDirectories: ReturnType<typeof loading> } => ({
  loadDirectories: loading(testIssuers()),
})

const testDirectoryEntries = (): readonly unknown[] =>
  (JSON.parse(publicText('directories/test-issuers.json')) as { issuerInfo: readonly unknown[] }).issuerInfo
