import { readFileSync } from 'node:fs'
import { codeSystemsIn, type CodeSystem } from './codeSystems'
import { integrityOf, jsonFilesOf, type PinnedPackage } from './npmPackage'
import type { SourceDictionary, SourceTerm } from './terms'

/** The dictionaries that come with the viewer, and other addresses of their systems. */
export interface BuiltIn {
  readonly dictionaries: readonly SourceDictionary[]
  /** Proper address by OID. */
  readonly aliases: ReadonlyMap<string, string>
}

const THO = 'http://terminology.hl7.org/CodeSystem/'
const CDC_RACE_AND_ETHNICITY = 'urn:oid:2.16.840.1.113883.6.238'

/** HL7 puts these packages on npm under CC0. Versions and hashes change together, and by hand. */
const PACKAGES = {
  terminology: {
    name: 'hl7.terminology.r4',
    version: '7.0.1',
    integrity:
      'sha512-UamZUcARk/TEaJb7X0hDyANmC7bCv0Jof0u0uGIOB2O9VQX0uV45Vf4EyONHM6Sejv6q7sXEAzKAQsgw1Cld3A==',
  },
  fhir: {
    name: 'hl7.fhir.r4b.core',
    version: '4.3.0',
    integrity:
      'sha512-2Xa3QB5PQxNchsA8chSq3OLMHJf55iEc44bZCFaRarX6Leo8qjeTXSq4RNSMpvKtfG4u7CkWpEmlQtb0rwLWFw==',
  },
  insuranceCard: {
    name: 'hl7.fhir.us.insurance-card',
    version: '1.1.0',
    integrity:
      'sha512-lfadcoOqXwIoTFY/xH4etEOWH/9eyybSGgX8zymnnI+JBvB7VYZ3PzIEpo7wwm+XqEsh3mWBAzBO1WEsnpWR2A==',
  },
} as const satisfies Readonly<Record<string, PinnedPackage>>

/** Reads everything that needs no file from the person who builds. `folder` keeps the packages between two builds. */
export function readBuiltIn(folder: string): BuiltIn {
  const tho = codeSystemsIn(jsonFilesOf(PACKAGES.terminology, folder))
  const known = new Set(tho.map(({ url }) => url))
  const fhir = codeSystemsIn(jsonFilesOf(PACKAGES.fhir, folder)).filter(({ url }) => !known.has(url))
  const insurance = codeSystemsIn(jsonFilesOf(PACKAGES.insuranceCard, folder)).filter(
    ({ url }) => !known.has(url),
  )
  return {
    dictionaries: [
      fromPackage('hl7-terminology', 'HL7 Terminology', PACKAGES.terminology, tho),
      fromPackage('hl7-fhir', 'HL7 FHIR', PACKAGES.fhir, fhir),
      fromPackage('carin-insurance-card', 'CARIN Digital Insurance Card', PACKAGES.insuranceCard, insurance),
      raceAndEthnicity(tho),
      readCvx(),
      readMvx(),
    ],
    aliases: aliasesOf([...tho, ...fhir, ...insurance]),
  }
}

function fromPackage(
  id: string,
  name: string,
  pinned: PinnedPackage,
  systems: readonly CodeSystem[],
): SourceDictionary {
  return {
    about: {
      id,
      name,
      version: pinned.version,
      source: `npm ${pinned.name}@${pinned.version}`,
      integrity: pinned.integrity,
      licence: 'CC0-1.0',
      systems: [...new Set(systems.map(({ url }) => url.replace(/[^/]*$/, '')))].toSorted(),
      language: 'en',
    },
    terms: systems.flatMap(({ terms }) => terms),
  }
}

/** The same codes as v3 Race and Ethnicity, under the address that US Core gives them. */
function raceAndEthnicity(systems: readonly CodeSystem[]): SourceDictionary {
  const lists = systems.filter(({ url }) => [`${THO}v3-Race`, `${THO}v3-Ethnicity`].includes(url))
  return {
    about: {
      id: 'cdc-race-ethnicity',
      name: 'CDC Race & Ethnicity',
      version: PACKAGES.terminology.version,
      source: `npm ${PACKAGES.terminology.name}@${PACKAGES.terminology.version}, v3-Race and v3-Ethnicity`,
      integrity: PACKAGES.terminology.integrity,
      licence: 'Public domain (United States Government)',
      systems: [CDC_RACE_AND_ETHNICITY],
      language: 'en',
    },
    terms: lists.flatMap(({ terms }) => terms).map((term) => ({ ...term, system: CDC_RACE_AND_ETHNICITY })),
  }
}

/** The files of CDC's lists in this folder: a code, a tab, its name. */
const listIn = (
  file: string,
): { readonly rows: readonly (readonly string[])[]; readonly integrity: string } => {
  const bytes = readFileSync(new URL(`data/${file}`, import.meta.url))
  const lines = bytes.toString('utf8').trim().split('\n')
  return { rows: lines.map((line) => line.split('\t')), integrity: integrityOf(bytes) }
}

const termsOf = (rows: readonly (readonly string[])[], system: string): readonly SourceTerm[] =>
  rows.flatMap(([code, text]) => (code && text ? [{ system, code, text }] : []))

function readCvx(): SourceDictionary {
  const { rows, integrity } = listIn('cvx.tsv')
  const system = 'http://hl7.org/fhir/sid/cvx'
  return {
    about: {
      id: 'cvx',
      name: 'CVX',
      version: '2025-09-03',
      source: 'https://www2a.cdc.gov/vaccines/iis/iisstandards/vaccines.asp?rpt=cvx',
      integrity,
      licence: 'Public domain (United States Government)',
      systems: [system],
      language: 'en',
    },
    terms: termsOf(rows, system),
  }
}

function readMvx(): SourceDictionary {
  const { rows, integrity } = listIn('mvx.tsv')
  const system = 'http://hl7.org/fhir/sid/mvx'
  return {
    about: {
      id: 'mvx',
      name: 'MVX',
      version: '2022-11-01',
      source: 'https://www2a.cdc.gov/vaccines/iis/iisstandards/vaccines.asp?rpt=mvx',
      integrity,
      licence: 'Public domain (United States Government)',
      systems: [system],
      language: 'en',
    },
    terms: termsOf(rows, system),
  }
}

const aliasesOf = (systems: readonly CodeSystem[]): ReadonlyMap<string, string> =>
  new Map(systems.flatMap(({ url, oids }) => oids.map((oid) => [oid, url] as const)))
