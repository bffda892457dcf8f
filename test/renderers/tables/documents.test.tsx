// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ResourceTables } from '../../../src/renderers/tables/ResourceTables'
import { toDocuments } from '../../../src/renderers/tables/documents'
import { toTablePart } from '../../../src/renderers/tables/toParts'
import { toTables } from '../../../src/renderers/tables/toTables'
import { OpenDocumentContext, type OpenableDocument } from '../../../src/ui/document/openDocument'
import { bundleOf, itemOf, viewContext } from '../../support/fhir'

// Loading a view for the first time takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })
afterEach(cleanup)

const TEXT = { contentType: 'text/plain', data: btoa('hello') }
const PDF = { contentType: 'application/pdf', data: btoa('%PDF-1.7 hello') }

const documentsOf = (resource: unknown) => {
  const bundle = bundleOf(resource)
  return toDocuments(itemOf(bundle), bundle, viewContext())
}

function show(...resources: readonly unknown[]) {
  const bundle = bundleOf(...resources)
  const context = viewContext()
  const opened = vi.fn<(document: OpenableDocument) => void>()
  render(
    <OpenDocumentContext value={opened}>
      <ResourceTables
        tables={toTables(bundle.items, bundle, context)}
        bundle={bundle}
        context={context}
        headingLevel={3}
      />
    </OpenDocumentContext>,
  )
  return opened
}

describe('what is said of a document beside it (L-83)', () => {
  const letter = {
    resourceType: 'DocumentReference',
    status: 'superseded',
    docStatus: 'preliminary',
    description: 'Discharge letter',
    date: '2024-03-01',
    author: [{ display: 'Dr A' }, { display: 'Clinic' }],
    custodian: { display: 'Archive' },
    subject: { display: 'Ana Prueba' },
    content: [
      {
        attachment: { ...PDF, title: 'Letter', creation: '2024-02-29', language: 'es' },
        format: { display: 'IHE' },
      },
      { attachment: TEXT },
    ],
  }

  test('its title, its type by content, its size, and who wrote it when and about whom', () => {
    const [first, second] = documentsOf(letter)
    expect(first).toMatchObject({ title: 'Letter', kind: 'pdf', damaged: false, size: '14 bytes' })
    expect(second).toMatchObject({ title: 'Discharge letter', kind: 'text' })
    const facts = Object.fromEntries(first?.facts.map(({ label, value }) => [label, value]) ?? [])
    expect(facts).toMatchObject({
      Patient: 'Ana Prueba',
      Author: 'Dr A; Clinic',
      Date: 'Mar 1, 2024',
      Custodian: 'Archive',
      'Written on': 'Feb 29, 2024',
      Language: 'es',
      Form: 'IHE',
    })
  })

  test('that it was replaced, or is not final', () => {
    expect(documentsOf(letter)[0]?.marks.map(({ code }) => code)).toEqual(['superseded', 'preliminary'])
    expect(documentsOf({ ...letter, status: 'entered-in-error' })[0]?.marks[0]?.code).toBe('entered-in-error')
  })

  test('nothing where there is no document', () => {
    expect(documentsOf({ resourceType: 'DocumentReference' })).toEqual([])
    expect(documentsOf({ resourceType: 'Observation', valueInteger: 0 })).toEqual([])
  })
})

const reference = (...attachments: readonly unknown[]) => ({
  resourceType: 'DocumentReference',
  status: 'superseded',
  description: 'Letter',
  content: attachments.map((attachment) => ({ attachment })),
})

describe('a row offers its documents (L-83)', () => {
  test('each format of it, and what its reader has to know goes along', () => {
    const opened = show(reference(PDF, TEXT))
    fireEvent.click(screen.getByRole('button', { name: 'Open text: Letter' }))
    expect(opened).toHaveBeenCalledTimes(1)
    expect(opened.mock.calls[0]?.[0]).toMatchObject({
      title: 'Letter',
      marks: [{ severity: 'warning', text: 'Superseded' }],
      document: { content: { kind: 'here', data: TEXT.data } },
    })
    expect(screen.getByRole('button', { name: 'Open PDF: Letter' })).toBeDefined()
  })

  test('a few of many, and all of them in the details', () => {
    show(reference(...Array.from({ length: 6 }, () => TEXT)))
    expect(screen.getAllByRole('button', { name: 'Open text: Letter' })).toHaveLength(3)
    expect(document.body.textContent).toContain('3 more documents in the details')
    fireEvent.click(screen.getByRole('button', { name: /^Details of/ }))
    expect(screen.getAllByRole('button', { name: 'Open text: Letter' })).toHaveLength(3 + 6)
  })

  test('what is elsewhere is named with its host, and is a link that nobody follows by itself', () => {
    show(reference({ contentType: 'application/pdf', url: 'https://files.example.org/a.pdf' }))
    expect(document.querySelector('[data-document="elsewhere"]')?.textContent).toContain(
      'At files.example.org, not fetched',
    )
    const link = screen.getByRole('link', { name: 'Open at files.example.org' })
    expect(link.getAttribute('href')).toBe('https://files.example.org/a.pdf')
    expect(link.getAttribute('rel')).toContain('noreferrer')
    expect(screen.queryByRole('button', { name: /^Open/ })).toBeNull()
  })

  test('what is not here, was not sent or is damaged is said, and offers nothing', () => {
    show(
      reference(
        { contentType: 'application/pdf', url: 'javascript:alert(1)' },
        { contentType: 'application/pdf' },
        { contentType: 'application/pdf', data: '!!!' },
      ),
    )
    expect(document.body.textContent).toContain('Not included in this record: javascript:alert(1)')
    expect(document.body.textContent).toContain('Described here, but nothing of it was sent')
    expect(document.body.textContent).toContain('Damaged: it cannot be decoded')
    expect(screen.queryByRole('link')).toBeNull()
    expect(screen.queryByRole('button', { name: /^Open/ })).toBeNull()
  })

  test('a document at a second place says so in the details', () => {
    show(reference({ ...PDF, url: 'https://files.example.org/a.pdf' }))
    fireEvent.click(screen.getByRole('button', { name: /^Details of/ }))
    expect(screen.getByRole('link', { name: 'Also at files.example.org' })).toBeDefined()
  })

  test('photos, reports and Binaries alike', () => {
    const photo = { data: btoa('\u0089PNG\r\n\u001A\n') }
    show(
      { resourceType: 'Patient', name: [{ text: 'Ana' }], photo: [photo] },
      { resourceType: 'DiagnosticReport', code: { text: 'X-ray' }, presentedForm: [PDF] },
      { resourceType: 'Binary', ...TEXT },
    )
    for (const kind of ['picture', 'pdf', 'text'])
      expect(document.querySelectorAll(`[data-open-document=${kind}]`)).toHaveLength(1)
  })
})

test('on paper, where nothing can be opened, a row says which documents are not there, and why', () => {
  const attachments = [
    { ...PDF, title: 'Letter' },
    { title: 'Broken', data: '***' },
    { title: 'Scan', url: 'https://files.example/scan' },
    { title: 'Lost', url: 'Binary/7' },
    { title: 'Named only' },
  ]
  const content = attachments.map((attachment) => ({ attachment }))
  const bundle = bundleOf({ resourceType: 'DocumentReference', status: 'current', content })
  const context = viewContext()
  const [table] = toTables(bundle.items, bundle, context)
  if (!table) throw new Error('no table')
  const [row] = toTablePart(table, bundle, context).rows
  expect(row?.cells[0]?.slice(-5)).toEqual([
    'Document “Letter”: PDF, in the record and not in this file',
    'Document “Broken”: Damaged: it cannot be decoded',
    'Document “Scan”: At files.example, not fetched',
    'Document “Lost”: Not included in this record: Binary/7',
    'Document “Named only”: Described here, but nothing of it was sent',
  ])
})
