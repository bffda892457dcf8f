import { describe, expect, test } from 'vitest'
import { decodeText } from '../../../src/core/document/decodeText'
import { documentRemarks, typeRemark } from '../../../src/core/document/documentRemarks'
import { peekDocument } from '../../../src/core/document/peekDocument'
import { readDocument } from '../../../src/core/document/readDocument'
import { recogniseDocument } from '../../../src/core/document/recogniseDocument'
import type { SentDocument } from '../../../src/core/document/sentDocuments'

const latin = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (char) => char.charCodeAt(0))
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

describe('a document is what its bytes are, whatever it is called (L-83)', () => {
  test.each([
    ['%PDF-1.7\n', 'pdf', 'application/pdf'],
    ['\u0089PNG\r\n\u001A\n\0\0', 'picture', 'image/png'],
    ['\u00FF\u00D8\u00FF\u00E0\0\0', 'picture', 'image/jpeg'],
    ['II*\0\0\0', 'picture', 'image/tiff'],
    ['{\\rtf1\\ansi Hello}', 'rtf', 'application/rtf'],
    ['<!DOCTYPE html><p>x', 'html', 'text/html'],
    ['\n<!-- a --><html lang="en">', 'html', 'text/html'],
    ['<div>x</div>', 'html', 'text/html'],
    [
      '<?xml version="1.0"?><!-- x --><ClinicalDocument xmlns="urn:hl7-org:v3">',
      'cda',
      'application/hl7-cda+xml',
    ],
    [
      '<?xml version="1.0"?><cda:ClinicalDocument xmlns:cda="urn:hl7-org:v3">',
      'cda',
      'application/hl7-cda+xml',
    ],
    [
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><ClinicalDocument >',
      'cda',
      'application/hl7-cda+xml',
    ],
    ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">', 'svg', 'image/svg+xml'],
    ['<?xml version="1.0"?><Patient xmlns="http://hl7.org/fhir">', 'xml', 'application/xml'],
    ['{"resourceType":"Patient"}', 'json', 'application/json'],
    ['BMI 24, no complaints.', 'text', 'text/plain'],
    ['<5 mg, as before', 'text', 'text/plain'],
    ['PK\u0003\u0004\0\0', 'archive', 'application/zip'],
    [`${'\0'.repeat(128)}DICM`, 'dicom', 'application/dicom'],
    ['ID3\u0003\0\0', 'audio', 'audio/mpeg'],
    ['\0\0\0\u0018ftypmp42', 'video', 'video/mp4'],
    ['\0\u0001\u0002', 'other', 'application/octet-stream'],
  ])('%j: %s', (start, kind, type) => {
    expect(recogniseDocument(latin(start), 'application/pdf')).toMatchObject({ kind, type })
  })

  test('an archive that is declared to be of a word processor is that', () => {
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    expect(recogniseDocument(latin('PK\u0003\u0004\0'), type).kind).toBe('office')
  })

  test('a part of a page is one where it was declared to be', () => {
    for (const text of ['<b>Dear</b>', 'Dear<br>colleague'])
      expect([undefined, 'text/html'].map((type) => recogniseDocument(latin(text), type).kind)).toEqual([
        'text',
        'html',
      ])
    expect(recogniseDocument(latin('no tags, 5 < 6'), 'text/html').kind).toBe('text')
  })

  test('a letter that the look at the beginning cuts through leaves it a text', () => {
    expect(recogniseDocument(utf8('é'.repeat(4_000))).kind).toBe('text')
    expect(recogniseDocument(utf8(`x${'é'.repeat(4_000)}`)).kind).toBe('text')
  })

  test('the look at the beginning needs no whole document', () => {
    const document: SentDocument = {
      path: '',
      content: { kind: 'here', data: btoa(`%PDF-1.7${'x'.repeat(50_000)}`), encoding: 'base64' },
    }
    expect(peekDocument(document)?.kind).toBe('pdf')
    expect(peekDocument({ path: '', content: { kind: 'none' } })).toBeUndefined()
    expect(
      peekDocument({ path: '', content: { kind: 'here', data: '!', encoding: 'base64' } }),
    ).toBeUndefined()
  })
})

const base64 = (digest: Uint8Array): string => btoa(String.fromCharCode(...digest))

describe('contradictions are told', () => {
  test.each([
    ['application/pdf', '<html>', true],
    ['application/pdf', '%PDF-1.4', false],
    ['image/png', '\u00FF\u00D8\u00FF', false],
    ['image/png', '<svg onload="x">', true],
    ['text/plain', '<!doctype html><script>', true],
    ['text/plain; charset=utf-8', 'hello', false],
    ['text/xml', '<ClinicalDocument >', false],
    ['application/hl7-cda+xml', '<html>', true],
    ['application/octet-stream', '%PDF-1.4', false],
    ['application/pdf', '\0\u0001', true],
    ['audio/mpeg', '\0\u0001', false],
    ['nonsense', 'hello', false],
  ])('%s with %j: %s', (declared, start, differs) => {
    expect(typeRemark(declared, recogniseDocument(latin(start), declared)).length > 0).toBe(differs)
  })

  const bytes = utf8('a discharge letter')
  const remarksOn = (facts: Partial<SentDocument>) =>
    documentRemarks(
      { path: '', content: { kind: 'bytes', bytes }, ...facts },
      bytes,
      recogniseDocument(bytes),
    )

  test('sizes, and 0 is one', async () => {
    expect(await remarksOn({ declaredBytes: bytes.length })).toEqual([])
    expect(await remarksOn({ declaredBytes: 0 })).toEqual([
      { code: 'size-differs', declared: 0, counted: 18 },
    ])
  })

  test('check sums: base64 of a SHA-1, and what senders make of it', async () => {
    const sha1 = new Uint8Array(await crypto.subtle.digest('SHA-1', bytes))
    const sha256 = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    const hex = [...sha1].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    for (const hash of [base64(sha1), hex, btoa(hex), base64(sha256)]) {
      expect(await remarksOn({ hash })).toEqual([])
    }
    expect(await remarksOn({ hash: base64(sha1.toReversed()) })).toEqual([{ code: 'hash-differs' }])
    expect(await remarksOn({ hash: 'abc' })).toEqual([{ code: 'hash-unreadable' }])
    expect(await remarksOn({ hash: '????' })).toEqual([{ code: 'hash-unreadable' }])
  })
})

describe('letters', () => {
  test('UTF-8 whatever was declared, with a mark or without', () => {
    expect(decodeText(utf8('\uFEFFpré'), 'text/plain; charset=iso-8859-1')).toEqual({
      text: 'pré',
      certain: true,
    })
  })
  test('the declared character set', () => {
    expect(decodeText(latin('pr\u00E9'), 'text/plain; charset=ISO-8859-1')).toEqual({
      text: 'pré',
      certain: true,
    })
  })
  test('the character set that an XML or HTML head names', () => {
    expect(decodeText(latin('<?xml version="1.0" encoding="ISO-8859-1"?><a>\u00E9</a>')).text).toContain('é')
    expect(decodeText(latin('<meta charset=windows-1251>\u00E9')).text).toContain('й')
  })
  test('UTF-16 by its mark', () => {
    expect(decodeText(latin('\u00FF\u00FEh\0i\0')).text).toBe('hi')
    expect(decodeText(latin('\u00FE\u00FF\0h\0i')).text).toBe('hi')
  })
  test('a guess says that it is one', () => {
    expect(decodeText(latin('5 \u00B5g'), 'text/plain; charset=nonsense')).toEqual({
      text: '5 µg',
      certain: false,
    })
  })
})

const viewOf = async (bytes: Uint8Array<ArrayBuffer>, declaredType?: string) => {
  const read = await readDocument({
    path: '',
    content: { kind: 'bytes', bytes },
    ...(declaredType !== undefined && { declaredType }),
  })
  return read.ok ? read.body.view : read.reason
}

describe('how a document is shown', () => {
  test.each([
    ['%PDF-1.7', 'pdf'],
    ['\u0089PNG\r\n\u001A\n', 'picture'],
    ['<html><p>x', 'html'],
    ['{\\rtf1 x}', 'html'],
    ['<ClinicalDocument xmlns="urn:hl7-org:v3"></ClinicalDocument>', 'cda'],
    ['<ClinicalDocument xmlns="urn:hl7-org:v3"><not closed', 'text'],
    ['<svg onload="alert(1)"/>', 'text'],
    ['II*\0', 'none'],
    ['PK\u0003\u0004\0', 'none'],
    ['', 'empty'],
  ])('%j: %s', async (start, view) => {
    expect(await viewOf(latin(start))).toBe(view)
  })
})
