import { describe, expect, test } from 'vitest'
import { jsonFromText } from '../../src/core/encoding'
import type { OpenOptions } from '../../src/core/openSHX'
import type { LoadedDirectory } from '../../src/core/ports'
import { readDirectory } from '../../src/core/shc/directory'
import type { Verdict } from '../../src/core/verdict'
import { directoryOf, loading } from '../support/directories'
import { fakeHttp } from '../support/fakeHttp'
import { opened } from '../support/open'
import { CORPUS, sample, samplesIn } from '../support/node/corpus'

const FOLDER = 'cards-and-links'
const ISS = 'https://spec.smarthealth.cards/examples/issuer'
const KID = '3Kfdg-XwP-7gXyywtUfUADwBumDOPKMQx-iELL11W9s'

const card = (nn: string, form: string): string => sample(FOLDER, `example-${nn}-${form}`)

/** The example issuer as its own published files have it, on a list of this kind. */
function exampleIssuer(
  kind: 'trusted' | 'test',
  change: Readonly<Record<string, unknown>> = {},
): LoadedDirectory {
  const { keys } = JSON.parse(sample(FOLDER, 'issuer/.well-known/jwks.json')) as { keys: readonly object[] }
  const crl: unknown = JSON.parse(sample(FOLDER, `issuer/.well-known/crl/${KID}.json`))
  return directoryOf([{ issuer: { iss: ISS, name: 'Example' }, keys, crls: [crl], ...change }], { kind })
}

async function verdictOn(text: string, ...directories: readonly LoadedDirectory[]): Promise<Verdict> {
  const world: Partial<OpenOptions> = { loadDirectories: loading(...directories) }
  const { bundles, problems } = await opened(text, world)
  expect(problems).toEqual([])
  expect(bundles).toHaveLength(1)
  if (!bundles[0]) throw new Error('no bundle')
  return bundles[0].verdict
}

describe.skipIf(CORPUS === undefined)('the example cards of the standard', () => {
  const FORMS = ['d-jws.txt', 'e-file.smart-health-card', 'f-qr-code-numeric-value-0.txt'] as const

  test.each(['00', '01', '02', '03'])('%s is the same card in each of its forms', async (nn) => {
    const forms = nn === '02' ? FORMS.slice(0, 2) : FORMS
    const claims = await Promise.all(
      forms.map(async (form) => (await verdictOn(card(nn, form), exampleIssuer('test'))).claims),
    )
    for (const each of claims) expect(each).toEqual(claims[0])
  })

  test.each(['00', '01', '02'])('%s is signed by a test issuer, and never green', async (nn) => {
    const verdict = await verdictOn(card(nn, 'd-jws.txt'), exampleIssuer('test'))
    expect(verdict).toMatchObject({
      status: 'untrusted',
      axes: { signature: 'valid', trust: 'test', time: 'current', format: 'conformant' },
    })
  })

  test('its key is public, so that no trusted list can make it green (C-71)', async () => {
    const verdict = await verdictOn(card('00', 'd-jws.txt'), exampleIssuer('trusted'))
    expect(verdict).toMatchObject({ status: 'untrusted', axes: { signature: 'valid', trust: 'test' } })
  })

  test.each(['00', '01', '02'])('%s is of an unknown issuer where no list names it', async (nn) => {
    const verdict = await verdictOn(card(nn, 'd-jws.txt'))
    expect(verdict).toMatchObject({ status: 'untrusted', axes: { trust: 'not-listed' } })
    expect(verdict.findings).toContainEqual({ code: 'ISSUER_NOT_LISTED', host: 'spec.smarthealth.cards' })
  })

  test('02 comes in three codes, in any order (C-02, C-44)', async () => {
    const parts = [2, 0, 1].map((part) => card('02', `f-qr-code-numeric-value-${part}.txt`))
    expect(await verdictOn(parts.join('\n'), exampleIssuer('test'))).toMatchObject({
      status: 'untrusted',
      axes: { signature: 'valid' },
      deviations: expect.arrayContaining([{ code: 'chunked', value: '3' }]) as unknown,
    })
  })

  test('03 has expired, and that is what is said about it (C-41)', async () => {
    const verdict = await verdictOn(card('03', 'd-jws.txt'), exampleIssuer('test'))
    expect(verdict).toMatchObject({ status: 'invalid', axes: { signature: 'valid', time: 'expired' } })
    expect(verdict.findings.map(({ code }) => code)).toContain('EXPIRED')
  })

  test('with one letter changed anywhere in the content is not what was signed', async () => {
    const jws = card('00', 'd-jws.txt').trim()
    const [header = '', payload = ''] = jws.split('.')
    const at = header.length + 1 + Math.floor(payload.length / 2)
    const changed = jws.slice(0, at) + (jws[at] === 'A' ? 'B' : 'A') + jws.slice(at + 1)
    const result = await opened(changed, { loadDirectories: loading(exampleIssuer('test')) }).catch(
      () => undefined,
    )
    // Most changes break the compression; where one does not, the signature does not fit.
    expect(result?.bundles.map(({ verdict }) => verdict.axes?.signature) ?? ['invalid']).toEqual(['invalid'])
  })
})

describe.skipIf(CORPUS === undefined)('the example links', () => {
  test('an encrypted summary is opened, for years in use with an unrelated kid in its header (L-73)', async () => {
    const http = fakeHttp([{ text: sample(FOLDER, 'IPS_IG-bundle-01-enc.txt') }])
    const { bundles, link } = await opened(sample(FOLDER, 'IPS_IG-bundle-01-shl.txt'), { http })
    expect(link).toMatchObject({ label: 'Demo SHL for IPS_IG-bundle-01', flags: 'LU' })
    expect(bundles.map(({ verdict }) => verdict.status)).toEqual(['unsigned'])
    expect(bundles[0]?.organized.byType.has('Composition')).toBe(true)
  })

  test('a link that by mistake leads to a bare card shows the card, and the lapse (quirk 29)', async () => {
    const http = fakeHttp([{ text: sample(FOLDER, 'CARIN_INS_CD-bundle-01-enc.txt') }])
    const { bundles, problems } = await opened(sample(FOLDER, 'CARIN_INS_CD-bundle-01-shl.txt'), { http })
    expect(bundles.map(({ verdict }) => verdict.status)).toEqual(['untrusted'])
    expect(problems).toEqual([{ code: 'FILE_NOT_ENCRYPTED', file: 0 }])
  })
})

const snapshot = () => readDirectory(jsonFromText(sample('directories', 'vci_snapshot.json')))

describe.skipIf(CORPUS === undefined)('the trust directory of the VCI', () => {
  test('is read whole: no issuer and no key is lost to a sloppy neighbour (C-63)', () => {
    const issuers = [...(snapshot()?.issuers.values() ?? [])]
    expect(issuers).toHaveLength(651)
    expect(issuers.flatMap(({ keys }) => keys)).toHaveLength(961)
    expect(issuers.filter(({ revocationLists }) => revocationLists.length > 0)).toHaveLength(3)
    expect(snapshot()?.date).toEqual(new Date('2026-08-22T04:43:50Z'))
  })

  test('lists none of the keys that everybody has (C-71)', () => {
    const kids = [...(snapshot()?.issuers.values() ?? [])].flatMap(({ keys }) =>
      keys.map((key) => key['kid']),
    )
    expect(kids).not.toContain(KID)
  })
})

describe.skipIf(CORPUS === undefined)('plain FHIR of the corpus', () => {
  test.each(['ips', 'insurance', 'collections', 'patient-shared-invalid', 'vc-payloads'])(
    '%s: every file opens, byte for byte as it was, whatever deviates in it',
    async (folder) => {
      const names = samplesIn(folder)
      expect(names.length).toBeGreaterThan(0)
      for (const name of names) {
        const text = sample(folder, name)
        const { bundles } = await opened(text)
        expect([name, bundles[0]?.verdict.status, bundles[0]?.source.text === text]).toEqual([
          name,
          'unsigned',
          true,
        ])
      }
    },
  )
})
