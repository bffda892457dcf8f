import { canonicalSystem } from '../../src/core/codes/codeSystems'
import { isRecord } from '../../src/core/encoding'
import { records, text } from '../../src/core/fhir/shape'
import type { SourceTerm } from './terms'

/** A FHIR CodeSystem of a package. */
export interface CodeSystem {
  readonly url: string
  readonly terms: readonly SourceTerm[]
  /** Its OIDs, as `urn:oid:…`. */
  readonly oids: readonly string[]
}

/**
 * Code systems that no record ever codes with: they describe the standards themselves, software, or the words of other
 * lists. Leaving them out makes every shard smaller.
 */
const NOT_IN_RECORDS =
  /(?:conceptdomains|v2-tables|v3-CodeSystem|v3-DataType|utg-concept-properties|hl7-publishing|spdx-license|statistic-model-code|target-species|animal-|fhir-types|resource-types|data-types|defined-types|all-types|concrete-fhir-types|abstract-types|FHIR-version|search-|testscript|http-|operation-|restful-|graph-|capabilit|guide-|structure-definition|map-|event-capability|message-|subscription|assert-|spdx|publication|v3-MIF|v3-EditStatus|v3-Compression|v3-CodingRationale|package-|example|evidence|citation|statistic)/i

/** Only what HL7 itself owns or has put into the public domain is passed on. */
const FOREIGN_COPYRIGHT =
  /DICOM|NEMA|ASTM|ISO Standard|IHE|intellectual property|No official copyright|American Dental|X12/i

/** The code systems among the resources of a package that are complete and free to be passed on. */
export function codeSystemsIn(files: ReadonlyMap<string, unknown>): readonly CodeSystem[] {
  return [...files.values()].flatMap((resource) => {
    if (!isRecord(resource) || resource['resourceType'] !== 'CodeSystem') return []
    const url = text(resource['url'])
    // What lies below `sid/` belongs to others.
    if (url === undefined || !/^https?:\/\/(?:terminology\.)?hl7\.org\/(?!fhir\/sid\/)/.test(url)) return []
    const wanted =
      (resource['content'] === 'complete' || resource['content'] === 'example') &&
      !NOT_IN_RECORDS.test(url) &&
      !FOREIGN_COPYRIGHT.test(text(resource['copyright']) ?? '')
    const system = canonicalSystem(url)
    return wanted
      ? [{ url: system, terms: conceptsIn(resource['concept'], system), oids: oidsOf(resource) }]
      : []
  })
}

function conceptsIn(concepts: unknown, system: string): readonly SourceTerm[] {
  return records(concepts).flatMap((concept) => {
    const [code, display] = [text(concept['code']), text(concept['display'])]
    const inner = conceptsIn(concept['concept'], system)
    // A display that only repeats the code tells nobody anything.
    const says = display !== undefined && display.toLowerCase() !== code?.toLowerCase()
    return code !== undefined && says ? [{ system, code, text: display }, ...inner] : inner
  })
}

const oidsOf = (resource: Readonly<Record<string, unknown>>): readonly string[] =>
  records(resource['identifier']).flatMap(({ value }) => {
    const address = text(value)
    return address?.startsWith('urn:oid:') ? [address] : []
  })
