import { describe, expect, test, vi } from 'vitest'
import type { Bundle } from '../../../src/core/fhir/types'
import { organizeResources, type OrganizedBundle } from '../../../src/core/organizeResources'
import { patientSummary } from '../../../src/renderers/patientSummary'
import { toModel, type PatientSummaryModel } from '../../../src/renderers/patientSummary/model'
import type { SectionModel } from '../../../src/renderers/patientSummary/sections'
import hostile from '../../fixtures/bundles/patientSummary/hostile.json'
import searchset from '../../fixtures/bundles/patientSummary/searchset.json'
import statements from '../../fixtures/bundles/patientSummary/statements.json'
import summary from '../../fixtures/bundles/patientSummary/summary.json'
import { ACCIDENT, bundleOf, viewContext, WRONG_SHAPES } from '../../support/fhir'
import { secondsFor, SOON } from '../../support/duration'

const organized = (bundle: unknown): OrganizedBundle => organizeResources(bundle as Bundle)
const modelOf = (bundle: unknown) => toModel(organized(bundle), viewContext())
const documentOf = (bundle: unknown) => {
  const document = modelOf(bundle).parts[0]?.documents[0]
  if (!document) throw new Error('no document')
  return document
}
const sectionsOf = (bundle: unknown): readonly SectionModel[] => documentOf(bundle).sections
const sectionOf = (bundle: unknown, title: string): SectionModel => {
  const section = sectionsOf(bundle).find((candidate) => candidate.title === title)
  if (!section) throw new Error(`no section ${title}`)
  return section
}
const fieldOf = (bundle: unknown, label: string): string | undefined =>
  documentOf(bundle).fields.find((field) => field.label === label)?.value
const remarksOf = (bundle: unknown): readonly string[] => documentOf(bundle).remarks.map(({ text }) => text)

/** A document with one section. */
const withSection = (section: unknown, ...resources: readonly unknown[]) => ({
  resourceType: 'Bundle',
  entry: [
    { resource: { resourceType: 'Composition', date: '2026-06-01', section } },
    ...resources.map((resource) => ({ resource })),
  ],
})

function itemsIn(sections: readonly SectionModel[]): readonly string[] {
  return sections.flatMap(({ items, sections: inner }) => [...items.map(({ ref }) => ref), ...itemsIn(inner)])
}

const rows = (tables: PatientSummaryModel['around']) =>
  tables.flatMap((table) => table.rows.map(({ ref }) => ref))

const names = (bundle: unknown) =>
  patientSummary.subjects(organized(bundle)).map(({ name }) => name?.[0]?.family)

const dated = (date: unknown) => remarksOf({ entry: [{ resource: { resourceType: 'Composition', date } }] })

const entry = [{ reference: 'Condition/1' }]
const condition = { resourceType: 'Condition', id: '1', code: { text: 'Asthma' } }
const view = (section: unknown) => sectionsOf(withSection([section], condition))[0]
const div = '<div>Asthma, worse in spring</div>'

const textRemarks = (status: string) =>
  view({ text: { status, div }, entry })?.remarks.map(({ text }) => text)

const remarksIn = (title: string) => sectionOf(statements, title).remarks

const words = (value: unknown): string =>
  JSON.stringify(value, (key, inner: unknown) =>
    key === 'item' || key === 'items' || key === 'bundle' || key === 'narrative' ? undefined : inner,
  )

/** Every `data-ref` that the view of a model has. */
function refsOf({ parts, around }: PatientSummaryModel): ReadonlySet<string> {
  return new Set([
    ...parts.flatMap(({ documents, rest }) => [
      ...documents.flatMap(({ sections }) => itemsIn(sections)),
      ...rows(rest),
    ]),
    ...rows(around),
  ])
}

vi.setConfig({ testTimeout: 60_000 })

describe('which bundles are documents', () => {
  test('any bundle with a Composition, wherever it stands in it', () => {
    for (const bundle of [summary, statements, hostile]) {
      expect(patientSummary.matches(organized(bundle))).toBe(true)
    }
  })

  test('a search result with a document Bundle in it', () => {
    expect(patientSummary.matches(organized(searchset))).toBe(true)
  })

  test('no other', () => {
    expect(patientSummary.matches(bundleOf({ resourceType: 'Patient' }))).toBe(false)
    expect(
      patientSummary.matches(bundleOf({ resourceType: 'Bundle', entry: [{ resource: {} }, null] })),
    ).toBe(false)
  })

  test.each([
    ['a summary by its LOINC code', summary, 'Patient summary'],
    ['another document by its own type, as a quotation', searchset, 'Document “Discharge summary”'],
    ['a document without a name', withSection([]), 'Clinical document'],
  ])('%s has a title', (_name, bundle, title) => {
    expect(patientSummary.title('en', organized(bundle))).toBe(title)
  })

  test('a title is one short line without tricks', () => {
    const title = `VERIFIED\n\u202E${'a'.repeat(200)}`
    const bundle = bundleOf({ resourceType: 'Composition', title })
    expect(patientSummary.title('en', bundle)).toBe(`Document “VERIFIED ${'a'.repeat(70)}…”`)
  })

  test('its words without a bundle are those of a summary', () => {
    expect(patientSummary.title('en')).toBe('Patient summary')
  })
})

describe('whom a document is about', () => {
  test('the subject of the Composition, and nobody else', () => {
    expect(names(searchset)).toEqual(['Berg'])
  })

  test('a subject that is contained in the Composition', () => {
    const bundle = bundleOf({
      resourceType: 'Composition',
      subject: { reference: '#p' },
      contained: [{ resourceType: 'Patient', id: 'p', name: [{ family: 'Inner' }] }],
    })
    expect(patientSummary.subjects(bundle)).toHaveLength(1)
  })

  test('every Patient where the subject is missing, lost or no person', () => {
    const patient = { resourceType: 'Patient', name: [{ family: 'A' }] }
    for (const subject of [undefined, { reference: 'Patient/lost' }, { reference: 'Group/1' }, 5, [null]]) {
      const bundle = bundleOf({ resourceType: 'Composition', subject }, patient, {
        resourceType: 'Group',
        id: '1',
      })
      expect(patientSummary.subjects(bundle)).toHaveLength(1)
    }
  })
})

describe('the header', () => {
  test('says what the document is, whose, by whom and of when', () => {
    expect(documentOf(summary).fields).toEqual(
      [
        { label: 'Title', value: 'Summary for travel' },
        { label: 'Type of document', value: 'LOINC 60591-5' },
        { label: 'About', value: 'Maja Lindqvist' },
        { label: 'Date', value: 'May 2, 2026' },
        {
          label: 'Author',
          value:
            'Assembled by software (ChartWriter 4), confirmed by Dr Ines Okafor (Professional, May 2, 2026, 10:00 (UTC+2))',
        },
        { label: 'Confirmed by', value: 'Dr Ines Okafor (Professional, May 2, 2026, 10:00 (UTC+2))' },
        { label: 'Kept by', value: 'Harbour Clinic' },
        { label: 'Status', value: 'Final' },
        { label: 'Language', value: 'British English' },
        { label: 'Confidentiality', value: 'Normal' },
        { label: 'Care covered', value: 'Jan 2026 – May 2026' },
        { label: 'Related documents', value: 'summary-41 (Replaces)' },
        { label: 'Document put together', value: 'May 2, 2026, 09:30 (UTC+2)' },
      ].filter(({ label }) => label !== 'Identifier'),
    )
  })

  test('says in a few lines of when, by whom and kept by whom, and what is unusual', () => {
    const { title, lead } = documentOf(summary)
    expect(title).toBe('Summary for travel')
    expect(lead).toEqual([
      'May 2, 2026',
      'Assembled by software (ChartWriter 4), confirmed by Dr Ines Okafor (Professional, May 2, 2026, 10:00 (UTC+2))',
      'Kept by Harbour Clinic',
      'summary-41 (Replaces)',
    ])
    expect(
      documentOf({ entry: [{ resource: { resourceType: 'Composition', language: 'fr' } }] }).lead,
    ).toEqual(['Author not stated', 'In French'])
  })

  test.each([
    ['people', [{ reference: 'Practitioner/1', display: 'Dr Lee' }], 'Written by Dr Lee (not included)'],
    ['software', [{ type: 'Device', display: 'Robot' }], 'Assembled automatically by software: Robot'],
    [
      'people with software',
      [
        { type: 'Patient', display: 'Ana' },
        { reference: 'Device/1', display: 'App' },
      ],
      'Written by Ana, with software: App (not included)',
    ],
    ['an organization', { reference: 'Organization/1', display: 'Ward 3' }, 'Ward 3 (not included)'],
    ['nobody', undefined, 'Not stated'],
    ['an author without a name', [{ reference: '' }], 'not named'],
  ])('tells the work of %s apart', (_name, author, sentence) => {
    expect(fieldOf({ entry: [{ resource: { resourceType: 'Composition', author } }] }, 'Author')).toBe(
      sentence,
    )
  })

  test('a withdrawn, unfinished or changed document says so in a sentence', () => {
    expect(remarksOf(hostile)).toContain(
      'Entered in error: its author has withdrawn this document. Do not rely on anything in it.',
    )
    expect(remarksOf(searchset)).toContain(
      'Preliminary: this document is not finished and has not been confirmed.',
    )
    expect(remarksOf(statements)).toContain(
      'Amended: this document was changed after it had first been issued.',
    )
  })

  test('age counts: old, undated and dated tomorrow are said, recent is not', () => {
    expect(dated('2026-06-01')).toEqual([])
    expect(dated('2025-06-01')).toEqual(['This document is 12 months old. Things may have changed since.'])
    expect(dated('2026-06-20')).toEqual(['The date of this document lies in the future.'])
    expect(dated(undefined)).toEqual(['This document does not say when it was written.'])
    expect(dated('soon')).toEqual(['This document does not say when it was written.'])
  })

  test('confidentiality beyond the normal is a remark', () => {
    expect(remarksOf(hostile)).toContain('The author marked this document as confidential.')
    expect(remarksOf(summary)).not.toContain('The author marked this document as confidential.')
  })

  test('a summary without a section that it must have says which', () => {
    expect(remarksOf(statements)).toContain(
      'This summary has no section on: Problems. That says nothing about whether there is anything.',
    )
    expect(remarksOf(searchset).join(' ')).not.toContain('no section on')
  })

  test('a language tag that is none stands as it was sent', () => {
    expect(fieldOf(hostile, 'Language')).toBe('English- [en-US]')
  })
})

describe('sections', () => {
  test('are in the author’s order, under the author’s titles', () => {
    expect(sectionsOf(summary).map(({ title }) => title)).toEqual([
      'Allergies, as she told us',
      'Problems',
      'Medications',
      'Vaccines',
      'Functional status',
      'House visits',
      'Results',
      'Devices',
      'Procedures',
      'Pregnancy',
      'Directives',
      'Travel',
      'Plan',
      'Social history',
    ])
  })

  // B-48
  test('a functional status is never called anything else', () => {
    expect(sectionOf(summary, 'Functional status').fields).toEqual([])
  })

  // B-23
  test('a code with text alone is a title', () => {
    expect(sectionOf(summary, 'House visits').narrative).toBeDefined()
  })

  test('a document in a foreign language has the names of its sections told beside their titles', () => {
    expect(sectionOf(statements, 'Alergias').fields).toEqual([
      { label: 'Kind of section', value: 'Allergies and intolerances' },
    ])
  })

  test('nested sections are sections', () => {
    const [living] = sectionOf(summary, 'Social history').sections
    expect(living?.title).toBe('Living')
    expect(living?.sections[0]?.title).toBe('Work')
    expect(living?.sections[0]?.items.map(({ ref }) => ref)).toEqual([
      'urn:uuid:00000000-0000-4000-8000-000000000007',
    ])
  })

  test('an entry that the document does not hold is named and said not to be included', () => {
    expect(sectionOf(summary, 'Medications').missing).toEqual([
      'Salbutamol spray (not included in this document)',
    ])
  })

  test('an entry without a name is counted all the same', () => {
    const [section] = sectionsOf(withSection([{ entry: [{}, { type: 'Flag' }] }]))
    expect(section?.missing).toEqual([
      'An entry without a name (not included in this document)',
      'Type: Flag (not included in this document)',
    ])
  })

  test('a resource contained in the Composition is an entry', () => {
    expect(sectionOf(summary, 'Allergies, as she told us').tables[0]?.rows.map(({ label }) => label)).toEqual(
      ['Wasp venom', 'Latex'],
    )
  })

  // B-34, and every result behind one link of its report
  test('a report brings its results along, each of them, though they share an identifier', () => {
    expect(sectionOf(summary, 'Results').items.map(({ resource }) => resource.resourceType)).toEqual([
      'DiagnosticReport',
      'Observation',
      'Observation',
    ])
  })
})

describe('narrative and coded data', () => {
  test.each([
    ['generated', 'coded'],
    ['additional', 'text'],
    ['extensions', 'text'],
    ['empty', 'coded'],
    [undefined, 'coded'],
  ])(
    'where there is both, text that is %s is shown as %s first, and both can be reached',
    (status, first) => {
      const section = view({ text: { status, div }, entry })
      expect(section?.view).toBe(first)
      expect(section?.narrative).toBeDefined()
      expect(section?.items).toHaveLength(1)
    },
  )

  test('text that says more than the data is said to', () => {
    expect(textRemarks('additional')).toEqual(['The author’s text says more than the coded data. Read both.'])
    expect(textRemarks('generated')).toEqual([])
  })

  test('text comes first where not every entry is there', () => {
    const entries = [...entry, { reference: 'Condition/2', display: 'Eczema' }]
    expect(view({ text: { status: 'generated', div }, entry: entries })?.view).toBe('text')
  })

  // B-28
  test('text without a status is text', () => {
    expect(view({ text: { div } })).toMatchObject({ view: 'text', narrative: { div } })
  })

  test('text of markup alone is none', () => {
    expect(view({ text: { status: 'generated', div: '<div><p> </p></div>' }, entry })).not.toHaveProperty(
      'narrative',
    )
  })

  test('text of a shape that cannot be read is not passed over in silence', () => {
    expect(sectionOf(hostile, 'Unreadable').remarks.map(({ text }) => text)).toContain(
      'The author’s text of this section could not be read. It is in the source data.',
    )
  })

  test('the document’s own text is there', () => {
    expect(documentOf(summary).narrative).toEqual({
      status: 'generated',
      div: '<div>The whole document in words.</div>',
    })
  })
})

// B-22, and "no known X" against "no information", "withheld" and nothing at all
describe('a section without entries says what that means', () => {
  test.each([
    ['Devices', 'info', 'None known. The author states that there is nothing to report here.'],
    [
      'Procedures',
      'warning',
      'No information. It was not available to the author; there may be something all the same. In the author’s words: Records are in another hospital',
    ],
    ['Pregnancy', 'warning', 'Not asked. Nobody asked about this; there may be something all the same.'],
    [
      'Directives',
      'warning',
      'Information withheld. There may be something that the author was not to share.',
    ],
    ['Travel', 'warning', 'The author left this section empty. Reason given: The form had no room for it'],
    [
      'Plan',
      'warning',
      'The author left this section empty and gave no reason. That says nothing about whether there is anything.',
    ],
  ])('%s', (title, severity, text) => {
    expect(sectionOf(summary, title).remarks).toEqual([{ severity, text }])
  })

  test('a reason does not hide the text beside it', () => {
    expect(sectionOf(summary, 'Procedures').narrative).toBeDefined()
  })

  test('a section of sections is not empty', () => {
    expect(sectionOf(summary, 'Social history').remarks).toEqual([])
  })
})

describe('entries that state an absence', () => {
  test('nothing known is not "none"', () => {
    expect(remarksIn('Medicación')).toEqual([
      {
        severity: 'warning',
        text: 'No information about medications. That says nothing about whether there is anything.',
      },
    ])
  })

  test('none known is what the author states', () => {
    expect(remarksIn('Vacunas')).toEqual([
      {
        severity: 'info',
        text: 'No known immunizations. This is what the author states; nothing else is listed.',
      },
    ])
  })

  test('none known beside an entry is a contradiction', () => {
    expect(remarksIn('Alergias')).toEqual([
      {
        severity: 'error',
        text: 'Contradictory: this section states “No known allergy” and lists entries all the same.',
      },
    ])
  })

  test('none of a part known contradicts nothing', () => {
    expect(remarksIn('Alimentos')).toEqual([])
  })

  test('an entry that was made in error contradicts nothing', () => {
    expect(remarksIn('Retiradas').map(({ severity }) => severity)).toEqual(['info'])
  })
})

describe('every entry of the bundle has a place', () => {
  test.each([
    ['a summary', summary],
    ['statements', statements],
    ['a hostile document', hostile],
    ['a search result', searchset],
  ])('%s', (_name, bundle) => {
    const refs = refsOf(modelOf(bundle))
    expect(
      organized(bundle)
        .items.map(({ ref }) => ref)
        .filter((ref) => !refs.has(ref)),
    ).toEqual([])
  })

  test('what no section mentions is also in this document', () => {
    const [part] = modelOf(summary).parts
    expect(part?.rest.map(({ type }) => type).toSorted()).toEqual([
      'Composition',
      'Device',
      'Flag',
      'Patient',
      'Practitioner',
    ])
    expect(part?.restIsClinical).toBe(true)
  })

  test('a second Composition is a document of its own', () => {
    const bundle = bundleOf(
      { resourceType: 'Composition', section: [{ title: 'A' }] },
      { resourceType: 'Composition', section: [{ title: 'B' }] },
    )
    const titles = toModel(bundle, viewContext()).parts[0]?.documents.map(
      ({ sections }) => sections[0]?.title,
    )
    expect(titles).toEqual(['A', 'B'])
  })

  test('a search result shows its document and what is around it', () => {
    const { parts, around } = modelOf(searchset)
    expect(parts).toHaveLength(1)
    expect(parts[0]?.documents[0]?.sections.map(({ title }) => title)).toEqual(['Course'])
    expect(around.map(({ type }) => type).toSorted()).toEqual(['Bundle', 'OperationOutcome'])
  })
})

describe('a document from a stranger', () => {
  test('never throws, whatever shape its parts have', () => {
    const elements = [
      'type',
      'subject',
      'date',
      'author',
      'attester',
      'custodian',
      'event',
      'relatesTo',
      'section',
      'text',
      'status',
      'title',
      'language',
      'confidentiality',
    ]
    for (const shape of WRONG_SHAPES) {
      for (const element of elements) {
        const bundle = bundleOf({ resourceType: 'Composition', [element]: shape })
        expect(() => [
          toModel(bundle, viewContext()),
          patientSummary.title('en', bundle),
          patientSummary.subjects(bundle),
        ]).not.toThrow()
        expect(words(toModel(bundle, viewContext()))).not.toMatch(ACCIDENT)
      }
    }
  })

  test('never throws, whatever shape the parts of a section have', () => {
    for (const shape of WRONG_SHAPES) {
      for (const element of [
        'title',
        'code',
        'text',
        'entry',
        'section',
        'emptyReason',
        'author',
        'mode',
        'focus',
        'orderedBy',
        'extension',
      ]) {
        expect(words(modelOf(withSection([{ [element]: shape }])))).not.toMatch(ACCIDENT)
      }
    }
  })

  // B-26
  test('one without type and subject is a document', () => {
    expect(documentOf(withSection([{ title: 'A', text: { div: 'x' } }])).sections).toHaveLength(1)
  })

  // B-29
  test('results that are members of each other end', () => {
    const refs = sectionOf(hostile, 'Loop').items.map(({ ref }) => ref)
    expect(refs.toSorted()).toEqual(['urn:uuid:2', 'urn:uuid:3', 'urn:uuid:4'])
  })

  test('a section that is a text, a resource or a wrapped resource is shown', () => {
    expect(sectionsOf(hostile)[0]).toMatchObject({ narrative: 'A section that is only text' })
    expect(sectionOf(hostile, 'Inline').tables[0]?.rows[0]?.label).toBe('Falls')
    expect(sectionOf(hostile, 'Wrapped').tables[0]?.rows[0]?.label).toBe('Walk')
  })

  test('is left as it was', () => {
    const before = JSON.stringify(hostile)
    modelOf(hostile)
    expect(JSON.stringify(hostile)).toBe(before)
  })

  test('with many results ends', () => {
    const results = Array.from({ length: 3000 }, (_, id) => ({
      resourceType: 'Observation',
      id: String(id),
      code: { text: `Test ${id}` },
      valueQuantity: { value: id, unit: 'mg' },
    }))
    const section = [
      { title: 'Results', entry: results.map(({ id }) => ({ reference: `Observation/${id}` })) },
    ]
    const bundle = organized(withSection(section, ...results))
    const seconds = secondsFor(() => {
      expect(toModel(bundle, viewContext()).parts[0]?.documents[0]?.sections[0]?.items).toHaveLength(3000)
    })
    expect(seconds).toBeLessThan(4 * SOON)
  })
})
