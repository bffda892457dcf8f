/**
 * Other names under which senders put codes of a system that has one proper address: OIDs from HL7 v2 and CDA, the
 * addresses of earlier FHIR releases, https for http. Source: the NamingSystem resources of HL7 Terminology 7.0.1.
 */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['urn:oid:2.16.840.1.113883.6.96', 'http://snomed.info/sct'],
  ['https://snomed.info/sct', 'http://snomed.info/sct'],
  ['urn:oid:2.16.840.1.113883.6.1', 'http://loinc.org'],
  ['https://loinc.org', 'http://loinc.org'],
  ['http://loinc.org/', 'http://loinc.org'],
  ['urn:oid:2.16.840.1.113883.6.88', 'http://www.nlm.nih.gov/research/umls/rxnorm'],
  ['https://www.nlm.nih.gov/research/umls/rxnorm', 'http://www.nlm.nih.gov/research/umls/rxnorm'],
  ['urn:oid:2.16.840.1.113883.6.90', 'http://hl7.org/fhir/sid/icd-10-cm'],
  ['urn:oid:2.16.840.1.113883.12.292', 'http://hl7.org/fhir/sid/cvx'],
  ['urn:oid:2.16.840.1.113883.6.59', 'http://hl7.org/fhir/sid/cvx'],
  ['https://hl7.org/fhir/sid/cvx', 'http://hl7.org/fhir/sid/cvx'],
  ['http://terminology.hl7.org/CodeSystem/CVX', 'http://hl7.org/fhir/sid/cvx'],
  ['http://hl7.org/fhir/sid/cvx-TEMPORARY-CODE-SYSTEM', 'http://hl7.org/fhir/sid/cvx'],
  ['urn:oid:2.16.840.1.113883.12.227', 'http://hl7.org/fhir/sid/mvx'],
  ['https://hl7.org/fhir/sid/mvx', 'http://hl7.org/fhir/sid/mvx'],
  ['http://terminology.hl7.org/CodeSystem/MVX', 'http://hl7.org/fhir/sid/mvx'],
  ['http://terminology.hl7.org/CodeSystem/CDCREC', 'urn:oid:2.16.840.1.113883.6.238'],
  [
    'http://hl7.org/fhir/ValueSet/condition-clinical',
    'http://terminology.hl7.org/CodeSystem/condition-clinical',
  ],
  [
    'http://hl7.org/fhir/ValueSet/condition-ver-status',
    'http://terminology.hl7.org/CodeSystem/condition-ver-status',
  ],
  ['http://hl7.org/fhir/observation-category', 'http://terminology.hl7.org/CodeSystem/observation-category'],
  ['http://hl7.org/fhir/condition-category', 'http://terminology.hl7.org/CodeSystem/condition-category'],
])

/**
 * The proper address of a code system: without a version (`|4.0.1`), without blanks around it, and under its present
 * name. An address that is not known is returned as it is.
 */
export function canonicalSystem(system: string): string {
  const address = system.split('|', 1)[0]?.trim() ?? ''
  const known = ALIASES.get(address)
  if (known !== undefined) return known
  // `http://hl7.org/fhir/v3/RoleCode` and `http://hl7.org/fhir/v2/0203` of STU3.
  const old = /^https?:\/\/(?:www\.)?hl7\.org\/fhir\/(v[23])\/([\w.-]+)$/.exec(address)
  if (old) return `http://terminology.hl7.org/CodeSystem/${old[1]}-${old[2]}`
  const c4dic = /^http:\/\/hl7\.org\/fhir\/us\/insurance-card\/CodeSystem\/(C4DIC\w+)$/.exec(address)
  return c4dic ? `http://terminology.hl7.org/CodeSystem/${c4dic[1]}` : address
}

/** CVX codes below 10 have a zero in front, which spreadsheets like to take away. */
export const canonicalCode = (system: string, code: string): string =>
  system === 'http://hl7.org/fhir/sid/cvx' && /^\d$/.test(code) ? `0${code}` : code
