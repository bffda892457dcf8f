import { describe, expect, test } from 'vitest'
import { documentBytes, firstBytes } from '../../../src/core/document/documentBytes'
import { hostOf, sentDocuments, sizeOf } from '../../../src/core/document/sentDocuments'
import { bundleOf, itemOf, WRONG_SHAPES } from '../../support/fhir'

const sentBy = (resource: unknown, ...others: readonly unknown[]) => {
  const bundle = bundleOf(resource, ...others)
  return sentDocuments(itemOf(bundle), bundle)
}

const HELLO = btoa('hello')

describe('documents inside resources are found wherever they stand (L-83)', () => {
  test.each([
    ['DocumentReference', { content: [{ attachment: { contentType: 'text/plain', data: HELLO } }] }],
    ['DiagnosticReport', { presentedForm: [{ contentType: 'text/plain', data: HELLO }] }],
    ['Media', { content: { contentType: 'text/plain', data: HELLO } }],
    ['Patient', { photo: [{ data: HELLO }] }],
    ['Communication', { payload: [{ contentAttachment: { data: HELLO } }] }],
    ['Observation', { component: [{ valueAttachment: { data: HELLO } }] }],
    ['QuestionnaireResponse', { item: [{ item: [{ answer: [{ valueAttachment: { data: HELLO } }] }] }] }],
    ['Consent', { sourceAttachment: { data: HELLO } }],
    ['Library', { content: [{ contentType: 'text/cql', data: HELLO }] }],
    ['Coverage', { extension: [{ url: 'x', extension: [{ valueAttachment: { data: HELLO } }] }] }],
    ['Binary', { contentType: 'text/plain', data: HELLO }],
    ['Basic', { contained: [{ resourceType: 'Binary', contentType: 'text/plain', data: HELLO }] }],
  ])('%s', (resourceType, rest) => {
    const found = sentBy({ resourceType, ...rest })
    expect(found).toHaveLength(1)
    expect(found[0]?.content).toEqual({ kind: 'here', data: HELLO, encoding: 'base64' })
  })

  test('an object where a list is expected, and lists inside lists', () => {
    expect(
      sentBy({ resourceType: 'DocumentReference', content: { attachment: { data: HELLO } } }),
    ).toHaveLength(1)
    expect(
      sentBy({ resourceType: 'DiagnosticReport', presentedForm: [[null, [{ data: HELLO }]]] }),
    ).toHaveLength(1)
  })

  test('all formats of one document, with what is said of each', () => {
    const found = sentBy({
      resourceType: 'DocumentReference',
      content: [
        {
          attachment: { contentType: 'application/pdf', data: HELLO, title: 'Letter', size: 0, hash: 'x' },
          format: { code: 'pdf' },
        },
        { attachment: { contentType: 'text/html', url: 'https://files.example.org/a' } },
      ],
    })
    expect(found).toEqual([
      {
        path: 'content.0.attachment',
        declaredType: 'application/pdf',
        title: 'Letter',
        declaredBytes: 0,
        hash: 'x',
        format: { code: 'pdf' },
        content: { kind: 'here', data: HELLO, encoding: 'base64' },
      },
      {
        path: 'content.1.attachment',
        declaredType: 'text/html',
        content: { kind: 'elsewhere', url: 'https://files.example.org/a' },
      },
    ])
  })

  test('what only looks like one is none: sampled data, extensions, signatures', () => {
    expect(
      sentBy({
        resourceType: 'Observation',
        valueSampledData: { origin: { value: 0 }, data: '1 2 3' },
        extension: [{ url: 'https://example.org/x', valueString: 'y' }],
        signature: { sigFormat: 'application/jose', data: HELLO },
      }),
    ).toEqual([])
  })
})

const pointing = (url: string) => ({
  resourceType: 'DocumentReference',
  content: [{ attachment: { contentType: 'text/plain', url } }],
})

describe('an address leads to what the record holds, and never out of it (L-83)', () => {
  const binary = { resourceType: 'Binary', id: 'b', contentType: 'text/plain', data: HELLO }

  test.each(['Binary/b', 'urn:test:1', 'Binary/b/_history/2', 'https://fhir.example.org/Binary/b'])(
    '%s',
    (url) => {
      expect(sentBy(pointing(url), binary)[0]?.content).toMatchObject({ kind: 'here', data: HELLO })
    },
  )

  test('a contained Binary is the document that refers to it, and is not listed again', () => {
    const found = sentBy({ ...pointing('#b'), contained: [binary] })
    expect(found).toHaveLength(1)
    expect(found[0]?.content).toMatchObject({ kind: 'here', data: HELLO })
  })

  test('the Binary says its type where the attachment does not', () => {
    const [found] = sentBy(
      { resourceType: 'DocumentReference', content: [{ attachment: { url: 'Binary/b' } }] },
      { ...binary, contentType: 'application/pdf' },
    )
    expect(found?.declaredType).toBe('application/pdf')
  })

  test.each([
    ['https://files.example.org/a.pdf', 'elsewhere'],
    ['Binary/unknown', 'not-included'],
    ['#nothing', 'not-included'],
    ['urn:uuid:4f1c', 'not-included'],
    ['javascript:alert(1)', 'not-included'],
    ['file:///etc/passwd', 'not-included'],
    ['//files.example.org/a', 'not-included'],
    ['data:', 'not-included'],
  ])('%s is %s', (url, kind) => {
    expect(sentBy(pointing(url))[0]?.content.kind).toBe(kind)
  })

  test('what is here goes before what is elsewhere, and the other place is still told', () => {
    const [found] = sentBy({
      resourceType: 'DocumentReference',
      content: [{ attachment: { data: HELLO, url: 'https://files.example.org/a' } }],
    })
    expect(found?.content.kind).toBe('here')
    expect(found?.alsoAt).toBe('https://files.example.org/a')
  })

  test('a Binary without its data is not included', () => {
    expect(sentBy(pointing('Binary/b'), { resourceType: 'Binary', id: 'b' })[0]?.content).toEqual({
      kind: 'not-included',
      address: 'Binary/b',
    })
  })

  test.each([
    ['data:text/plain;base64,aGVsbG8=', 'text/plain'],
    ['data:text/plain;charset=utf-8,hel%6Co', 'text/plain'],
    ['data:,hello', 'text/plain'],
  ])('the content of %s is in the address', (url, type) => {
    const [found] = sentBy({ resourceType: 'DocumentReference', content: [{ attachment: { url } }] })
    const read = found && documentBytes(found)
    expect(read?.ok && new TextDecoder().decode(read.value)).toBe('hello')
    expect(found?.declaredType).toContain(type)
  })
})

const bytesOf = (data: string) => {
  const [found] = sentBy({ resourceType: 'Binary', contentType: 'text/plain', data })
  if (!found) throw new Error('no document')
  return documentBytes(found)
}

describe('the bytes of a document', () => {
  test('base64 with line breaks, and in the alphabet of addresses', () => {
    const text = '>>>???~~~'
    const plain = btoa(text)
    for (const data of [
      plain,
      `${plain.slice(0, 4)}\r\n ${plain.slice(4)}`,
      plain.replaceAll('+', '-').replaceAll('/', '_'),
    ]) {
      const read = bytesOf(data)
      expect(read.ok && new TextDecoder().decode(read.value)).toBe(text)
    }
  })

  test.each([
    ['not base64!', 'not-base64'],
    ['aGVsbG8=aGVsbG8=', 'not-base64'],
    ['a', 'not-base64'],
    ['==', 'empty'],
  ])('%s: %s', (data, error) => {
    expect(bytesOf(data)).toEqual({ ok: false, error })
  })

  test('50 MB are read, named without being read, and what is beyond any sense is refused unread', () => {
    const [found] = sentBy({
      resourceType: 'Binary',
      contentType: 'text/plain',
      data: 'QUFB'.repeat(17_000_000),
    })
    expect(found && firstBytes(found)?.length).toBe(4_500)
    const read = found && documentBytes(found)
    expect(read?.ok && read.value.length).toBe(51_000_000)
    expect(found && documentBytes(found, 10_000_000)).toEqual({ ok: false, error: 'too-large' })
  }, 30_000)

  test('what is elsewhere has no bytes here, and its size is the declared one, 0 included', () => {
    const [found] = sentBy({
      resourceType: 'Media',
      content: { contentType: 'x/y', url: 'https://a.example/b', size: 0 },
    })
    expect(found && documentBytes(found)).toEqual({ ok: false, error: 'not-here' })
    expect(found && sizeOf(found)).toBe(0)
    expect(hostOf('https://a.example/b')).toBe('a.example')
    expect(hostOf('nonsense')).toBe('nonsense')
  })
})

describe('hostile resources', () => {
  test('wrong shapes in every place end, and throw nothing', () => {
    for (const shape of WRONG_SHAPES) {
      for (const resource of [
        { resourceType: 'DocumentReference', content: shape },
        { resourceType: 'DocumentReference', content: [{ attachment: shape }] },
        {
          resourceType: 'DocumentReference',
          content: [{ attachment: { data: shape, url: shape, size: shape } }],
        },
        { resourceType: 'Binary', data: shape, contentType: shape },
        { resourceType: 'DocumentReference', contained: shape },
      ]) {
        for (const document of sentBy(resource)) documentBytes(document)
      }
    }
    expect(sentBy({ resourceType: 'DocumentReference' })).toEqual([])
  })

  test('a resource that contains itself, and one that is nested without end', () => {
    const circle: Record<string, unknown> = { resourceType: 'Basic' }
    circle['inner'] = [circle, { circle }]
    expect(sentBy(circle)).toEqual([])
    let deep: unknown = { attachment: { data: HELLO } }
    for (let depth = 0; depth < 5_000; depth++) deep = { deep }
    expect(sentBy({ resourceType: 'Basic', deep })).toEqual([])
  })
})
