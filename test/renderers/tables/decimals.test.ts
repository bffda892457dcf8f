import { describe, expect, test } from 'vitest'
import { jsonFromText } from '../../../src/core/encoding'
import { toDetails, type DetailField } from '../../../src/renderers/tables/details'
import { bundleOf, formatFor, itemOf, tablesOf } from '../../support/fhir'

/** Every text of the details, whatever it stands under. */
const textsOf = (fields: readonly DetailField[]): readonly string[] =>
  fields.flatMap(({ values }) =>
    values.flatMap((value) => {
      if (value.kind === 'fields') return textsOf(value.fields)
      return value.kind === 'text' ? [value.text, ...textsOf(value.fields ?? [])] : []
    }),
  )

const detailsOf = (json: string): readonly string[] => {
  const bundle = bundleOf(jsonFromText(json))
  return textsOf(toDetails(itemOf(bundle), formatFor(bundle)))
}

const cellsOf = (json: string): readonly string[] =>
  tablesOf([jsonFromText(json)]).flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flat()))

describe('the zeros at the end of a bare decimal', () => {
  test.each([
    ['of an extension', '{"resourceType":"Basic","extension":[{"url":"urn:x","valueDecimal":7.0}]}', '7.0'],
    [
      'of a nested extension',
      '{"resourceType":"Basic","extension":[{"url":"urn:x","extension":[{"url":"y","valueDecimal":2.50}]}]}',
      '2.50',
    ],
    [
      'of a plain element',
      '{"resourceType":"Location","position":{"longitude":-83.10,"latitude":1.0}}',
      '-83.10',
    ],
    [
      'of a resource that was read as R4',
      '{"resourceType":"EligibilityRequest","factor":3.0,"status":"active"}',
      '3.0',
    ],
  ])('are in the details %s', (_name, json, digits) => {
    expect(detailsOf(json)).toContain(digits)
  })

  test.each([
    [
      'an answer',
      '{"resourceType":"QuestionnaireResponse","item":[{"linkId":"1","text":"pH","answer":[{"valueDecimal":7.40}]}]}',
      '7.40',
    ],
    [
      'a part of a type without a table',
      '{"resourceType":"VisionPrescription","lensSpecification":[{"eye":"right","sphere":-2.00,"add":1.50}]}',
      '-2.00',
    ],
    ['an element of a type that nobody knows', '{"resourceType":"Reading","factor":1.0}', '1.0'],
  ])('are in the row of %s', (_name, json, digits) => {
    expect(cellsOf(json).join('\n')).toMatch(new RegExp(`(?<![\\d.-])${digits}(?!\\d)`))
  })
})
