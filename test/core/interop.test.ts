import {
  encryptSHLFile,
  QRCodeGenerator,
  SHCIssuer,
  SHCReader,
  SHL,
  SHLViewer,
  type FHIRBundle,
} from 'kill-the-clipboard'
import { calculateJwkThumbprint, exportJWK, exportPKCS8, exportSPKI, generateKeyPair } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import type { OpenOptions } from '../../src/core/openSHX'
import type { HttpRequest } from '../../src/core/ports'
import { directoryOf, loading } from '../support/directories'
import { fakeHttp, type Answer } from '../support/fakeHttp'
import { BUNDLE, chunksOf, digitsOf, issue, newIssuer } from '../support/issueCard'
import { opened, refused } from '../support/open'
import { embedding, link, sealedJson } from '../support/shlLink'

/**
 * Another implementation, written by others from the same standard, as a witness: what it makes opens here, and what
 * is made here opens there.
 */

const ISS = 'https://other.example/shc'
const now = { clock: () => new Date() } satisfies Partial<OpenOptions>

let issuer: SHCIssuer
let trusted: Partial<OpenOptions>
beforeAll(async () => {
  const pair = await generateKeyPair('ES256', { extractable: true })
  issuer = new SHCIssuer({
    issuer: ISS,
    privateKey: await exportPKCS8(pair.privateKey),
    publicKey: await exportSPKI(pair.publicKey),
    enableQROptimization: false,
  })
  const jwk = await exportJWK(pair.publicKey)
  const published = { ...jwk, kid: await calculateJwkThumbprint(jwk), use: 'sig', alg: 'ES256' }
  const entry = { issuer: { iss: ISS, name: 'Other Health' }, keys: [published] }
  trusted = { ...now, loadDirectories: loading(directoryOf([entry])) }
})

const sealedFor = (key: string): Promise<string> =>
  encryptSHLFile({ content: JSON.stringify(BUNDLE), key, contentType: 'application/fhir+json' })

const statusOf = async (text: string, options: Partial<OpenOptions>): Promise<unknown> => {
  const { bundles } = await opened(text, options)
  return bundles.map(({ verdict }) => verdict.status)
}

describe('what another implementation makes opens here', () => {
  test('a card as JWS, as file, and as digits', async () => {
    const card = await issuer.issue(BUNDLE as FHIRBundle)
    expect(await statusOf(card.asJWS(), trusted)).toEqual(['verified'])
    expect(await statusOf(await card.asFileContent(), trusted)).toEqual(['verified'])
    expect(await statusOf(card.asQRNumeric().join('\n'), trusted)).toEqual(['verified'])
  })

  test('a card cut into several codes', async () => {
    const card = await issuer.issue(BUNDLE as FHIRBundle)
    const codes = card.asQRNumeric({ enableChunking: true, maxSingleQRSize: 200 })
    expect(codes.length).toBeGreaterThan(1)
    expect(await statusOf(codes.toReversed().join('\n'), trusted)).toEqual(['verified'])
    expect((await refused(codes[0] ?? '', trusted)).error).toEqual({
      code: 'QR_CHUNK_INCOMPLETE',
      have: 1,
      need: codes.length,
      missing: codes.slice(1).map((_, at) => at + 2),
    })
  })

  test('a card without a rid, which it writes as null, is no card with a strange rid (C-62)', async () => {
    const { bundles } = await opened((await issuer.issue(BUNDLE as FHIRBundle)).asJWS(), trusted)
    expect(bundles[0]?.verdict).toMatchObject({
      status: 'verified',
      deviations: [],
      axes: { revocation: 'not-supported' },
    })
  })

  test.each([true, false])('a link with an encrypted file, compressed: %s', async (enableCompression) => {
    const shl = SHL.generate({ baseManifestURL: 'https://links.example', label: 'From elsewhere' })
    const jwe = await encryptSHLFile({
      content: JSON.stringify(BUNDLE),
      key: shl.key,
      contentType: 'application/fhir+json',
      enableCompression,
    })
    const http = fakeHttp([{ json: embedding(jwe) }])
    const { bundles, link: summary } = await opened(shl.toURI(), { ...now, http })
    expect(bundles[0]?.organized.bundle).toEqual(BUNDLE)
    expect(summary?.label).toBe('From elsewhere')
    expect(http.requests[0]?.url.href).toBe(shl.url)
  })

  test('a link with a passcode and one with a single file', async () => {
    const locked = SHL.generate({ baseManifestURL: 'https://links.example', flag: 'P' })
    expect((await refused(locked.toURI(), now)).error.code).toBe('PASSCODE_REQUIRED')
    const http = fakeHttp([{ json: embedding(await sealedFor(locked.key)) }])
    expect((await opened(locked.toURI(), { ...now, http, passcode: '1234' })).bundles).toHaveLength(1)
    const single = SHL.generate({ baseManifestURL: 'https://links.example', flag: 'U' })
    const direct = fakeHttp([{ text: await sealedFor(single.key) }])
    expect((await opened(single.toURI(), { ...now, http: direct })).bundles).toHaveLength(1)
  })
})

describe('what our samples are made with opens there', () => {
  test('cards: another reader verifies the signature', async () => {
    const ours = await newIssuer()
    const { kty, crv, x, y } = ours.key
    const reader = new SHCReader({ publicKey: { kty, crv, x, y } as JsonWebKey })
    const jws = await issue(ours)
    expect(await (await reader.fromJWS(jws)).asBundle()).toMatchObject({ resourceType: 'Bundle' })
    expect((await reader.fromQRNumeric(`shc:/${digitsOf(jws)}`)).asJWS()).toBe(jws)
    expect((await reader.fromQRNumeric([...chunksOf(jws, 3)])).asJWS()).toBe(jws)
    expect(new QRCodeGenerator().encodeJWSToNumeric(jws)).toBe(digitsOf(jws))
  })

  test('links: another viewer asks, decrypts and reads', async () => {
    const manifest = { json: embedding(await sealedJson(BUNDLE)) }
    const seen: string[] = []
    const viewer = new SHLViewer({
      shlinkURI: link({ label: 'From here' }),
      fetch: (url, init) => {
        seen.push(`${init?.method ?? 'GET'} ${url}`)
        return Promise.resolve(Response.json(manifest.json))
      },
    })
    const content = await viewer.resolveSHL({ recipient: 'Somebody' })
    expect(content.fhirResources).toEqual([BUNDLE])
    expect(viewer.shl.label).toBe('From here')
    expect(seen).toHaveLength(1)
  })
})

test('both ask for a manifest in the same way', async () => {
  const theirs: unknown[] = []
  const ours: unknown[] = []
  const answer: Answer = { json: embedding(await sealedJson(BUNDLE)) }
  const text = link({ flag: 'P' })
  await new SHLViewer({
    shlinkURI: text,
    fetch: (_, init) => {
      theirs.push({ method: init?.method, ...(JSON.parse(init?.body as string) as object) })
      return Promise.resolve(Response.json(answer.json))
    },
  }).resolveSHL({ recipient: 'R', passcode: '1234', embeddedLengthMax: 10_000_000 })
  await opened(text, {
    ...now,
    recipient: 'R',
    passcode: '1234',
    http: fakeHttp((request: HttpRequest) => {
      ours.push({ method: request.method, ...(JSON.parse(request.body ?? '') as object) })
      return answer
    }),
  })
  expect(ours).toEqual(theirs)
})
