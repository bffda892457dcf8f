import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readBundle } from '../../scripts/samples/material'
import { minifyBundle } from '../../scripts/samples/minifyBundle'
import { isRecord } from '../../src/core/encoding'
import { itemsOf, organizeResources, resourcesOf } from '../../src/core/organizeResources'

const names = readdirSync('samples/bundles').map((file) => file.replace(/\.json$/, ''))
const organized = (name: string): ReturnType<typeof organizeResources> => organizeResources(readBundle(name))

/** Every object inside a value, the value itself included. */
function objectsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  return isRecord(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : []
}

describe.each(names)('%s', (name) => {
  const bundle = organized(name)

  test('every reference leads to a resource of the bundle', () => {
    const dangling = bundle.items.flatMap((item) =>
      objectsIn(item.resource)
        .filter(({ reference }) => typeof reference === 'string')
        .filter((reference) => bundle.resolve(reference, item) === undefined)
        .map(({ reference }) => `${item.ref} → ${String(reference)}`),
    )
    expect(dangling).toEqual([])
  })

  test('every entry has an address of its own', () => {
    const addresses = bundle.items.map(({ fullUrl }) => fullUrl)
    expect(addresses).not.toContain(undefined)
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  test('it is about one person, except that an insurance card names its subscriber too', () => {
    expect(itemsOf(bundle, 'Patient')).toHaveLength(name === 'insurance-card' ? 2 : 1)
  })

  test('nothing in it makes a browser fetch something', () => {
    const text = JSON.stringify(bundle.bundle)
    expect(text).not.toMatch(/<img|<a /)
    const attachments = objectsIn(bundle.bundle).flatMap(({ attachment }) =>
      isRecord(attachment) ? [attachment] : [],
    )
    expect(attachments.filter((attachment) => 'url' in attachment)).toEqual([])
  })

  test('every address in it is reserved for examples, or names something of a standard', () => {
    const addresses = JSON.stringify(bundle.bundle).matchAll(/https?:\/\/([^/"#\s]+)/g)
    const hosts = new Set([...addresses].map(([, host = '']) => host))
    expect([...hosts].filter((host) => !host.endsWith('.example') && !STANDARD_HOSTS.includes(host))).toEqual(
      [],
    )
  })
})

const STANDARD_HOSTS = [
  'cms.gov',
  'hl7.org',
  'loinc.org',
  'smarthealth.cards',
  'snomed.info',
  'terminology.hl7.org',
  'unitsofmeasure.org',
  'www.nlm.nih.gov',
  'www.w3.org',
  'www.whocc.no',
]

describe.each(names.filter((name) => name.startsWith('patient-summary-')))('%s is a document', (name) => {
  const bundle = organized(name)
  const [composition] = resourcesOf(bundle, 'Composition')

  test('of the patient summary type, with its Composition in front', () => {
    expect(bundle.bundle.type).toBe('document')
    expect(bundle.items[0]?.resource.resourceType).toBe('Composition')
    expect(composition?.type?.coding?.[0]?.code).toBe('60591-5')
  })

  test('whose sections each have a title, a code, a narrative, and entries or the reason for having none', () => {
    for (const section of composition?.section ?? []) {
      expect(section.title).toBeTruthy()
      expect(section.code?.coding?.[0]?.code).toMatch(/^\d+-\d$/)
      expect(section.text?.div).toMatch(/^<div .*<\/div>$/)
      const narrativeOnly = section.text?.status === 'additional'
      const filled = (section.entry?.length ?? 0) > 0 || section.emptyReason !== undefined
      expect(filled || narrativeOnly).toBe(true)
    }
  })

  test('that has the sections every summary must have', () => {
    const codes = composition?.section?.map(({ code }) => code?.coding?.[0]?.code)
    expect(codes).toEqual(expect.arrayContaining(['11450-4', '48765-2', '10160-0']))
  })

  test('written in the language it says', () => {
    const language = bundle.bundle['language']
    expect(composition?.language).toBe(language)
    const narratives = (composition?.section ?? []).map(({ text }) => text?.div ?? '')
    expect(narratives.filter((div) => !div.includes(`lang="${String(language)}"`))).toEqual([])
  })
})

test('the English summary has what a viewer may not lose', () => {
  const text = JSON.stringify(readBundle('patient-summary-en'))
  for (const rare of [
    '"doNotPerform":true',
    '"status":"not-done"',
    '"status":"not-taken"',
    '"code":"refuted"',
    '"code":"entered-in-error"',
    '"comparator":"<"',
    '"value":0,',
    '"status":"additional"',
    '"hasMember":',
    '"dataAbsentReason":',
    '"contentType":"application/pdf"',
    '"onsetDateTime":"2009"',
    '"onsetDateTime":"2022-02"',
  ]) {
    expect(text).toContain(rare)
  }
})

describe('minifyBundle', () => {
  const minified = minifyBundle(readBundle('insurance-card'))

  test('leaves out ids, narratives, displays and texts that repeat a code', () => {
    expect(JSON.stringify(minified)).not.toMatch(/"id":|"div":|"profile":/)
    const codings = objectsIn(minified).filter(
      ({ system, code }) => system !== undefined && code !== undefined,
    )
    expect(codings.filter((coding) => 'display' in coding)).toEqual([])
  })

  test('addresses entries by number, and references follow', () => {
    const bundle = organizeResources(isRecord(minified) ? minified : {})
    expect(bundle.items.map(({ ref }) => ref)).toEqual([0, 1, 2, 3, 4, 5].map((at) => `resource:${at}`))
    const [coverage] = resourcesOf(bundle, 'Coverage')
    expect(bundle.resolve(coverage?.beneficiary)?.resource.resourceType).toBe('Patient')
    expect(bundle.resolve(coverage?.payor?.[0])?.resource.resourceType).toBe('Organization')
  })

  test('leaves nothing else out', () => {
    const plan = {
      resourceType: 'CarePlan',
      activity: [{ reference: { reference: 'urn:b' } }, { progress: [] }],
    }
    expect(minifyBundle({ entry: [{ fullUrl: 'urn:a', resource: plan }] })).toMatchObject({
      entry: [{ resource: plan }],
    })
  })

  test('keeps a text that is all there is, security labels, and what a reference calls its target', () => {
    const bundle = {
      entry: [
        {
          fullUrl: 'urn:a',
          resource: {
            resourceType: 'Observation',
            id: '1',
            meta: { profile: ['p'], security: [{ code: 'IAL1' }] },
            code: { text: 'only words' },
            performer: [{ display: 'Laboratory' }],
          },
        },
      ],
    }
    expect(minifyBundle(bundle)).toEqual({
      resourceType: 'Bundle',
      type: 'collection',
      entry: [
        {
          fullUrl: 'resource:0',
          resource: {
            resourceType: 'Observation',
            code: { text: 'only words' },
            performer: [{ display: 'Laboratory' }],
            meta: { security: [{ code: 'IAL1' }] },
          },
        },
      ],
    })
  })

  test('makes an empty bundle of what is none', () => {
    expect(minifyBundle('nothing')).toEqual({ resourceType: 'Bundle', type: 'collection', entry: [] })
  })
})
