import { describe, expect, test } from 'vitest'
import { factsOf } from '../../src/core/shl/linkFacts'
import { fakeHttp } from '../support/fakeHttp'
import { opened, refused } from '../support/open'
import { embedding, FHIR_JSON, link, sealed, sealedJson } from '../support/shlLink'

const PATIENT = { resourceType: 'Patient', name: [{ family: 'Zoë' }] }

const openManifest = async (more: (file: string) => object) =>
  opened(link(), { http: fakeHttp([{ json: more(await sealedJson(PATIENT)) }]) })
const withFile = (facts: object) =>
  openManifest((embedded) => ({ files: [{ contentType: FHIR_JSON, embedded, ...facts }] }))

const refusedManifest = (json: object) => refused(link(), { http: fakeHttp([{ json }]) })

const codesOfVersion = async (fhirVersion: string) =>
  (await withFile({ fhirVersion })).bundles[0]?.verdict.findings.map(({ code }) => code)

describe('what a manifest says about its files', () => {
  test.each([
    ['L-47', { lastUpdated: 'last Tuesday' }],
    ['L-47', { lastUpdated: '2026-02-30' }],
    ['L-48', { status: 'entered-in-error' }],
    ['L-51', { fhirVersion: '4.0.1' }],
  ])('%s: %j is told as it stands', async (_, facts) => {
    const { about, problems } = await withFile(facts)
    expect(about?.files[0]).toMatchObject({ ...facts, opened: true })
    expect(problems).toEqual([])
  })

  test.each([
    [{ status: 5 }, 'status'],
    [{ lastUpdated: null }, 'lastUpdated'],
    [{ fhirVersion: ['5.0.0'] }, 'fhirVersion'],
  ])('L-47: %j is not stated', async (facts, name) => {
    expect((await withFile(facts)).about?.files[0]).not.toHaveProperty(name)
  })

  test('L-48: no longer valid is said, and the content is there all the same', async () => {
    const { problems, bundles } = await withFile({ status: 'no-longer-valid' })
    expect(problems).toEqual([{ code: 'FILE_NO_LONGER_VALID', file: 0 }])
    expect(bundles).toHaveLength(1)
  })

  test('L-49: a status of the whole link holds for files that state none', async () => {
    const { about, problems } = await openManifest((embedded) => ({
      status: 'can-change',
      files: [{ embedded }, { embedded, status: 'finalized' }],
    }))
    expect(about?.files.map(({ status }) => status)).toEqual(['can-change', 'finalized'])
    expect(problems).toEqual([{ code: 'FILE_MAY_CHANGE', file: 0 }])
  })

  test('L-49: an empty manifest is pending or withdrawn by its status', async () => {
    expect((await refusedManifest({ status: 'can-change', files: [] })).error).toEqual({
      code: 'MANIFEST_EMPTY',
      pending: true,
    })
    expect((await refusedManifest({ status: 'no-longer-valid', files: [] })).error).toMatchObject({
      code: 'LINK_INACTIVE',
    })
  })

  test('L-51: another version of FHIR is said on the bundle and changes nothing else', async () => {
    expect(await codesOfVersion('5.0.0')).toEqual(['UNSIGNED_CONTENT', 'FHIR_VERSION_UNSUPPORTED'])
    for (const r4 of ['4.0.1', '4.0.0', ' 4.0 '])
      expect(await codesOfVersion(r4)).toEqual(['UNSIGNED_CONTENT'])
  })

  test('L-50: captions go with their files, and a list of nonsense with none', async () => {
    const list = { title: 'For you', entry: [{ item: { display: 'Summary' }, note: [{ text: 'new' }] }] }
    const { about } = await openManifest((embedded) => ({ files: [{ embedded }], list }))
    expect(about).toMatchObject({ title: 'For you', files: [{ caption: 'Summary', notes: ['new'] }] })
    for (const nonsense of [null, 5, [], [[]], { entry: 'x' }, { entry: [null, { item: [] }] }]) {
      const { about: none } = await openManifest((embedded) => ({ files: [{ embedded }], list: nonsense }))
      expect(none).toMatchObject({ notes: [], files: [{ notes: [], opened: true }] })
    }
  })
})

describe('content in the wrong place', () => {
  test.each([
    ['L-40', 'FHIR', JSON.stringify(PATIENT)],
    ['L-40', 'a bundle', JSON.stringify({ resourceType: 'Bundle', entry: [{ resource: PATIENT }] })],
  ])(
    '%s: %s where the manifest belongs is shown, with a note that it was not encrypted',
    async (_, __, text) => {
      const { bundles, problems } = await opened(link(), { http: fakeHttp([{ text }]) })
      expect(bundles).toHaveLength(1)
      expect(problems).toEqual([{ code: 'FILE_NOT_ENCRYPTED', file: 0 }])
    },
  )

  test('L-61: an encrypted file where the manifest belongs is opened without further ado', async () => {
    const { bundles, problems } = await opened(link(), {
      http: fakeHttp([{ text: await sealedJson(PATIENT) }]),
    })
    expect(bundles).toHaveLength(1)
    expect(problems).toEqual([])
  })

  test('L-43: content embedded as an object is shown with the same note', async () => {
    const { bundles, problems } = await opened(link(), {
      http: fakeHttp([{ json: { files: [{ embedded: PATIENT }] } }]),
    })
    expect(bundles).toHaveLength(1)
    expect(problems).toEqual([{ code: 'FILE_NOT_ENCRYPTED', file: 0 }])
  })
})

const failed = { ok: false, error: { code: 'FILE_CONTENT_INVALID' } } as const
const openedAs = (contentType?: string) =>
  ({
    ok: true,
    value: { bytes: new Uint8Array(), encrypted: true, ...(contentType !== undefined && { contentType }) },
  }) as const

describe('the facts about a link', () => {
  test('are what was stated, and nothing besides', () => {
    const files = [
      { offered: {}, opened: failed },
      { offered: { contentType: 'a/b' }, opened: failed },
      { offered: { contentType: 'a/b' }, opened: openedAs() },
      { offered: { contentType: 'a/b' }, opened: openedAs('c/d') },
    ]
    expect(factsOf({ files, problems: [] })).toStrictEqual({
      notes: [],
      files: [
        { notes: [], opened: false },
        { notes: [], opened: false, contentType: 'a/b' },
        { notes: [], opened: true, contentType: 'a/b' },
        { notes: [], opened: true, contentType: 'c/d' },
      ],
    })
  })

  test('go with their files, also where there are captions for some of them only', () => {
    const stated = { status: 'finalized', lastUpdated: '2026', fhirVersion: '4.0.1' }
    const files = [
      { offered: stated, opened: failed },
      { offered: {}, opened: failed },
    ]
    const captions = { title: 'T', notes: ['N'], files: [{ caption: 'C', notes: ['n'] }] }
    expect(factsOf({ files, status: 'can-change', captions, problems: [] })).toStrictEqual({
      title: 'T',
      notes: ['N'],
      files: [
        { ...stated, caption: 'C', notes: ['n'], opened: false },
        { status: 'can-change', notes: [], opened: false },
      ],
    })
    const untitled = factsOf({ files: [], captions: { notes: [], files: [] }, problems: [] })
    expect(untitled).toStrictEqual({ notes: [], files: [] })
  })
})

const attached = async (content: string | Uint8Array, contentType?: string) => {
  const file = await sealed(content, contentType === undefined ? {} : { contentType })
  const { attachments, problems } = await opened(link(), {
    http: fakeHttp([{ json: { files: [{ embedded: file }] } }]),
  })
  return { type: attachments[0]?.type, code: problems[0]?.code }
}

describe('L-41: content that is neither a card nor FHIR', () => {
  test.each([
    ['text', 'Dear colleague', 'text/plain', 'text/plain'],
    ['text that nobody named', 'Dear colleague, 5 mg', undefined, 'text/plain'],
    ['a page, as text', '<html><script>', 'text/html; charset=utf-8', 'text/html'],
    ['a picture that calls itself a text', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'text/plain', 'image/png'],
    ['a PDF that calls itself FHIR', '%PDF-1.7', FHIR_JSON, 'application/pdf'],
    ['bytes that nobody named', Uint8Array.of(0, 1, 0xff), undefined, 'application/octet-stream'],
    ['text with control characters', 'a\u0000b', undefined, 'application/octet-stream'],
  ])('is kept and named by its content: %s', async (_, content, declared, type) => {
    expect(await attached(content, declared)).toEqual({ type, code: 'FILE_TYPE_UNSUPPORTED' })
  })
})

test('L-53: an offer whose audience must not be asked is no offer', async () => {
  for (const aud of [
    'http://fhir.example/r4',
    'https://10.0.0.1/fhir',
    'https://u:p@fhir.example',
    'nowhere',
  ]) {
    const file = await sealedJson({ aud, access_token: 'abc' }, 'application/smart-api-access')
    const { error } = await refused(link(), { http: fakeHttp([{ json: embedding(file) }]) })
    expect(error.code).toBe('FILE_ADDRESS_REFUSED')
    expect(JSON.stringify(error)).not.toContain('abc')
  }
})
