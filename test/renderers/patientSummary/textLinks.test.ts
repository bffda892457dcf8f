import { describe, expect, test } from 'vitest'
import { organizeResources } from '../../../src/core/organizeResources'
import { toModel } from '../../../src/renderers/patientSummary/model'
import { viewContext, WRONG_SHAPES } from '../../support/fhir'

const HL7 = 'http://hl7.org/fhir/StructureDefinition/'

interface Sample {
  readonly allergy: object
  readonly text?: object
  readonly div?: string
}

/** A document with one allergy; where its row leads to. */
function linksIn({ allergy, text = {}, div = '<div><p id="p1">Peanut</p></div>' }: Sample) {
  const bundle = {
    resourceType: 'Bundle',
    entry: [
      {
        fullUrl: 'urn:test:composition',
        resource: {
          resourceType: 'Composition',
          section: [
            { title: 'Allergies', text: { div, ...text }, entry: [{ reference: 'urn:test:allergy' }] },
          ],
        },
      },
      {
        fullUrl: 'urn:test:allergy',
        resource: { resourceType: 'AllergyIntolerance', code: { text: 'Peanut' }, ...allergy },
      },
      {
        fullUrl: 'urn:test:other',
        resource: { resourceType: 'Condition', text: { div: '<p id="p1">x</p>' } },
      },
    ],
  }
  const [part] = toModel(organizeResources(bundle), viewContext()).parts
  const links = part?.documents[0]?.links
  return links?.places.map(({ label, section, number }) => [label, links.ids.get(section)?.[number]])
}

const link = (value: unknown, url = `${HL7}narrativeLink`) => ({ extension: [{ url, valueUrl: value }] })
const PEANUT = [['Peanut', 'p1']]

describe('a row leads to the author’s text', () => {
  test.each([
    ['its narrativeLink', link('urn:test:composition#p1')],
    ['its NarrativeLink, by another address', link('urn:test:composition#p1', `${HL7}NarrativeLink`)],
    ['a link to what is not here', link('urn:test:elsewhere#p1')],
    ['a link without a document', link('#p1')],
    ['a link with escapes', link('#p%31')],
    [
      'originalText of a code',
      { code: { text: 'Peanut', extension: [{ url: `${HL7}originalText`, valueUri: '#p1' }] } },
    ],
  ])('by %s', (_name, allergy) => {
    expect(linksIn({ allergy })).toEqual(PEANUT)
  })

  test('by the textLink of the text', () => {
    const parts = [
      { url: 'htmlid', valueString: 'p1' },
      { url: 'data', valueUri: 'urn:test:allergy#code' },
    ]
    const text = { extension: [{ url: `${HL7}textLink`, extension: parts }] }
    expect(linksIn({ allergy: {}, text })).toEqual(PEANUT)
  })

  test.each([
    ['an id that the text does not have', link('#p2')],
    ['a place in another entry', link('urn:test:other#p1')],
    ['a place in its own text', { ...link('#p1'), text: { div: '<p id="p1">Peanut</p>' } }],
    [
      'words',
      { code: { text: 'Peanut', extension: [{ url: `${HL7}originalText`, valueString: 'allergy # p1' }] } },
    ],
    ['nothing', {}],
  ])('but not by %s', (_name, allergy) => {
    expect(linksIn({ allergy })).toEqual([])
  })

  test('whatever shape the links have', () => {
    for (const shape of WRONG_SHAPES) {
      expect(linksIn({ allergy: link(shape), text: { extension: shape } })).toEqual([])
      expect(linksIn({ allergy: { extension: shape } })).toEqual([])
    }
  })

  test('in the language in which it stands', () => {
    const div = '<div><div lang="en"><p>Peanut</p></div><div lang="es"><p id="p1">Cacahuete</p></div></div>'
    expect(linksIn({ allergy: link('#p1'), div })).toEqual(PEANUT)
  })
})
