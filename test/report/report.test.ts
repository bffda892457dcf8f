import { beforeAll, describe, expect, test } from 'vitest'
import shared from '../../samples/bundles/patient-shared.json'
import { DEVIATION_CLAUSES } from '../../src/core/deviations'
import { openSHX, type OpenFailure, type OpenOptions } from '../../src/core/openSHX'
import { err } from '../../src/core/result'
import { toReport, type Report, type ReportedBundle } from '../../src/report/report'
import { directoryOf, listed, loading, revoking, SOURCE } from '../support/directories'
import { fakeHttp } from '../support/fakeHttp'
import { issue, newIssuer, NOW, type TestIssuer } from '../support/issueCard'
import { options } from '../support/open'
import { embedding, HOST, link, MANIFEST_URL, sealedJson } from '../support/shlLink'

let issuer: TestIssuer
beforeAll(async () => {
  issuer = await newIssuer()
})

const trusting = (): Partial<OpenOptions> => ({ loadDirectories: loading(directoryOf([listed(issuer)])) })

const reportOn = async (text: string, overrides: Partial<OpenOptions> = {}): Promise<Report> =>
  toReport(await openSHX(text, options(overrides)), NOW)

async function bundleOf(resource: unknown): Promise<ReportedBundle> {
  const { bundles } = await reportOn(JSON.stringify(resource))
  const [bundle] = bundles
  if (!bundle) throw new Error('the report has no bundle')
  return bundle
}

const failing = (failure: Omit<OpenFailure, 'problems'> & Partial<OpenFailure>): Report =>
  toReport(err({ problems: [], ...failure }), NOW)

describe('a card', () => {
  test('is reported with verdict, issuer, dates, renderer, people and counts', async () => {
    const jws = await issue(issuer, { expiresAt: new Date('2027-01-01T00:00:00Z') })
    expect(await reportOn(jws, trusting())).toEqual({
      input: 'card',
      status: 'ok',
      error: null,
      link: null,
      problems: [],
      bundles: [
        {
          status: 'verified',
          codes: ['VERIFIED', 'REVOCATION_NOT_SUPPORTED'],
          axes: {
            signature: 'valid',
            trust: 'listed',
            time: 'current',
            revocation: 'not-supported',
            format: 'conformant',
          },
          deviations: [],
          issuer: { iss: issuer.iss, name: 'Example Health', directory: SOURCE },
          revocationList: null,
          issued: '2026-05-15T08:00:00.000Z',
          expires: '2027-01-01T00:00:00.000Z',
          renderer: expect.any(String) as string,
          label: expect.any(String) as string,
          subjects: [{ name: 'Nadia Arroyo', birthDate: '1984-02-29' }],
          resources: { Patient: 1, Immunization: 1 },
          entries: 2,
          views: { own: 2, generic: 0, converted: 0 },
        },
      ],
    })
  })

  test('names every departure with its clause and what was seen, and the list of withdrawn cards', async () => {
    const jws = await issue(issuer, { packing: 'zlib', subject: { fhirVersion: undefined }, rid: 'a' })
    const list = { key: { crlVersion: 1 }, crls: [revoking(issuer, ['b'])] }
    const { bundles } = await reportOn(jws, { loadDirectories: loading(directoryOf([listed(issuer, list)])) })
    expect(bundles[0]).toMatchObject({
      status: 'verified',
      deviations: [
        { code: 'payload-zlib-wrapped', clause: 'Health Cards are Compact', value: 'zlib' },
        { code: 'fhir-version-missing', clause: DEVIATION_CLAUSES['fhir-version-missing'] },
      ],
      revocationList: { from: 'directory', source: SOURCE, counter: 1, date: '2026-06-15T04:00:00.000Z' },
    })
    expect(bundles[0]?.deviations[1]).not.toHaveProperty('value')
  })

  test('of a bundle that a patient shared names the departures from that profile, too', async () => {
    const whole = await reportOn(JSON.stringify(shared))
    const document = await reportOn(JSON.stringify({ ...shared, type: 'searchset' }))
    const added = document.bundles[0]?.deviations.filter(
      ({ code }) => !whole.bundles[0]?.deviations.some((known) => known.code === code),
    )
    expect(added).toEqual([{ code: 'bundle-type', clause: 'PatientSharedBundle.type', value: 'searchset' }])
  })

  test('in parts that are not all there names those that are missing', () => {
    const error = { code: 'QR_CHUNK_INCOMPLETE', have: 1, need: 3, missing: [2, 3] } as const
    expect(failing({ input: 'card-chunk', error }).error).toEqual(error)
  })

  test('of an unknown issuer has neither a name nor a list', async () => {
    const { bundles } = await reportOn(await issue(issuer))
    expect(bundles[0]).toMatchObject({
      status: 'untrusted',
      issuer: { iss: issuer.iss, name: null, directory: null },
      expires: null,
    })
  })

  test('is one bundle of several in a file, and a broken one is a problem with its position', async () => {
    const jws = await issue(issuer)
    const report = await reportOn(JSON.stringify({ verifiableCredential: [jws, 'broken', jws] }))
    expect(report).toMatchObject({
      input: 'file',
      status: 'ok',
      problems: [{ code: 'JWS_MALFORMED', card: 1 }],
    })
    expect(report.bundles).toHaveLength(2)
  })

  test('names each code once', async () => {
    const jws = await issue(issuer, { header: { alg: 'none', kid: 1, crit: ['x'] } })
    const codes = (await reportOn(jws)).bundles[0]?.codes ?? []
    expect(codes).toContain('JWS_HEADER_INVALID')
    expect(codes).toEqual([...new Set(codes)])
  })
})

describe('plain FHIR', () => {
  test('has no axes, because nothing could be checked', async () => {
    expect(await bundleOf({ resourceType: 'Patient' })).toMatchObject({
      status: 'unsigned',
      codes: ['UNSIGNED_CONTENT'],
      axes: null,
      issuer: null,
      issued: null,
      expires: null,
      subjects: [{ name: null, birthDate: null }],
      resources: { Patient: 1 },
      entries: 1,
    })
  })

  test.each([
    ['a list of names', [{ given: ['Ana', 'Luz'], family: 'Ríos' }], 'Ana Luz Ríos'],
    ['one name without a list', { text: 'Ana  Ríos' }, 'Ana Ríos'],
    ['a bare string', 'Ana Ríos', 'Ana Ríos'],
    ['a former name and a present one', [{ use: 'old', text: 'A' }, { text: 'B' }], 'B'],
    ['nothing usable', [null, {}, { family: [] }], null],
  ])('a subject has one readable name: %s', async (_, name, expected) => {
    const { subjects } = await bundleOf({ resourceType: 'Patient', name })
    expect(subjects.map((subject) => subject.name)).toEqual([expected])
  })

  test('what has no table of its own and what was sent for another version are counted', async () => {
    const entry = ['Patient', 'MedicationOrder', 'Task', 'Widget'].map((resourceType) => ({
      resource: { resourceType },
    }))
    const { resources, views } = await bundleOf({ resourceType: 'Bundle', type: 'collection', entry })
    expect(views).toEqual({ own: 2, generic: 2, converted: 1 })
    expect(Object.keys(resources)).toContain('MedicationOrder')
  })

  test('resource types are counted whatever they are called, and entries without one, too', async () => {
    const entry = [
      { resource: { resourceType: 'Patient' } },
      { resource: JSON.parse('{"resourceType":"__proto__"}') as unknown },
      { resource: { resourceType: 'constructor' } },
      { resource: {} },
      null,
    ]
    const { resources, entries } = await bundleOf({ resourceType: 'Bundle', type: 'collection', entry })
    expect(entries).toBe(5)
    expect(Object.entries(resources)).toEqual([
      ['Patient', 1],
      ['__proto__', 1],
      ['constructor', 1],
      ['', 2],
    ])
  })
})

describe('a link', () => {
  test('is reported by its host, flags, label and date, and by nothing that opens it', async () => {
    const file = await sealedJson({ resourceType: 'Patient' })
    const text = link({ flag: 'PL', label: 'For the dentist', exp: 1_800_000_000 })
    const report = await reportOn(text, {
      http: fakeHttp({ json: embedding(file) }),
      passcode: 'open-sesame',
    })
    expect(report).toMatchObject({
      input: 'link',
      status: 'ok',
      link: { label: 'For the dentist', flags: 'LP', expires: '2027-01-15T08:00:00.000Z', host: HOST },
    })
    const json = JSON.stringify(report)
    expect(json).not.toContain('open-sesame')
    expect(json).not.toContain(MANIFEST_URL)
    expect(json).not.toContain(new URL(MANIFEST_URL).pathname)
    expect(json).not.toContain(text.slice('shlink:/'.length, 60))
  })

  test('states nothing about label and date where it has none', async () => {
    const report = await reportOn(link({ flag: 'P' }))
    expect(report.link).toEqual({ label: null, flags: 'P', expires: null, host: HOST })
  })

  test('that needs a passcode is a state of its own', async () => {
    expect(await reportOn(link({ flag: 'P' }))).toMatchObject({
      status: 'passcode-required',
      error: { code: 'PASSCODE_REQUIRED' },
      bundles: [],
    })
  })

  test('with a wrong passcode is an error with the attempts that remain', async () => {
    const http = fakeHttp({ status: 401, json: { remainingAttempts: 3 } })
    expect(await reportOn(link({ flag: 'P' }), { http, passcode: 'guess' })).toMatchObject({
      status: 'error',
      error: { code: 'PASSCODE_INCORRECT', remainingAttempts: 3 },
    })
  })

  test('past its date says since when, in ISO 8601', async () => {
    expect((await reportOn(link({ exp: 1_700_000_000 }))).error).toEqual({
      code: 'LINK_EXPIRED',
      expiredAt: '2023-11-14T22:13:20.000Z',
    })
  })

  test('with one broken file of two reports which', async () => {
    const file = await sealedJson({ resourceType: 'Patient' })
    const http = fakeHttp({ json: embedding(file, 'e30..AAAA.AAAA.AAAA') })
    const report = await reportOn(link(), { http })
    expect(report.status).toBe('ok')
    expect(report.problems).toEqual([{ code: 'FILE_JWE_INVALID', detail: 'alg', file: 1 }])
  })
})

describe('an input that cannot be opened', () => {
  test.each([
    ['', { code: 'INPUT_EMPTY' }],
    ['good morning', { code: 'INPUT_NOT_RECOGNISED', found: 'text' }],
    ['HC1:6BF', { code: 'INPUT_OTHER_FORMAT', format: 'eu-dcc' }],
  ])('%j', async (text, error) => {
    const nothing = { link: null, problems: [], bundles: [] }
    expect(await reportOn(text)).toEqual({ input: 'unrecognised', status: 'error', error, ...nothing })
  })

  test('one part of a card is a part, with what is there and what is needed', async () => {
    expect(await reportOn('shc:/1/2/5676')).toMatchObject({
      input: 'card-chunk',
      status: 'error',
      error: { code: 'QR_CHUNK_INCOMPLETE', have: 1, need: 2 },
    })
  })

  test('a date that is none is null and not an exception', () => {
    const expiredAt = new Date(Number.NaN)
    const report = failing({ input: 'link', error: { code: 'LINK_EXPIRED', expiredAt } })
    expect(report.error).toEqual({ code: 'LINK_EXPIRED', expiredAt: null })
  })

  test('only plain values of an error go out', () => {
    const smuggled = {
      code: 'LINK_INACTIVE' as const,
      host: HOST,
      key: new Uint8Array(32),
      flags: new Set('P'),
    }
    const report = failing({ input: 'link', error: smuggled })
    expect(report.error).toEqual({ code: 'LINK_INACTIVE', host: HOST })
  })
})

test('a report is JSON and nothing but', async () => {
  const jws = await issue(issuer, { claims: { nbf: 'soon' } })
  for (const text of [jws, link({ flag: 'P', label: 'x' }), '[]', '{"resourceType":"Bundle"}']) {
    const report = await reportOn(text)
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  }
})
