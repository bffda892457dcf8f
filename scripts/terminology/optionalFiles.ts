import { createReadStream } from 'node:fs'
import { createHash } from 'node:crypto'
import { createInterface } from 'node:readline'
import type { SourceDictionary, SourceTerm } from './terms'

/**
 * Dictionaries that may not be passed on with the viewer, or are too large for it. Whoever has a licence for one names
 * its file. Each format is that of its publisher, unchanged.
 */
export interface OptionalFormat {
  readonly id: string
  readonly name: string
  readonly system: string
  readonly licence: string
  readonly notice?: string
  /** Takes the cells of a line apart. */
  readonly cells: (line: string) => readonly string[]
  /** Code and words of a line; `undefined` for lines without. `header` holds the cells of the first line. */
  readonly term: (
    cells: readonly string[],
    header: readonly string[],
  ) => { readonly code: string; readonly text: string } | undefined
}

const tabs = (line: string): readonly string[] => line.split('\t')
const pipes = (line: string): readonly string[] => line.split('|')

/** One line of CSV with quotes, as LOINC writes it. */
export function csvCells(line: string): readonly string[] {
  const cells: string[] = []
  for (const [, quoted, plain] of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    cells.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
  }
  return cells
}

const cell = (cells: readonly string[], header: readonly string[], name: string): string =>
  cells[header.indexOf(name)] ?? ''

const FULLY_SPECIFIED = '900000000000003001'

/** What each option of the build reads. `docs/terminology.md` says where the files come from. */
export const FORMATS = {
  snomed: {
    id: 'snomed',
    name: 'SNOMED CT',
    system: 'http://snomed.info/sct',
    licence: 'SNOMED CT Affiliate License',
    notice:
      'This viewer contains content of SNOMED CT, used by the holder of this deployment under a licence of SNOMED International. SNOMED CT was originally created by the College of American Pathologists.',
    cells: tabs,
    // A snapshot of descriptions (RF2): active synonyms; the first one of a concept is kept.
    term: (cells, header) =>
      cell(cells, header, 'active') === '1' && cell(cells, header, 'typeId') !== FULLY_SPECIFIED
        ? { code: cell(cells, header, 'conceptId'), text: cell(cells, header, 'term') }
        : undefined,
  },
  loinc: {
    id: 'loinc',
    name: 'LOINC',
    system: 'http://loinc.org',
    licence: 'LOINC License, https://loinc.org/license',
    notice:
      'This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at http://loinc.org/license. LOINC® is a registered United States trademark of Regenstrief Institute, Inc.',
    cells: csvCells,
    term: (cells, header) => ({
      code: cell(cells, header, 'LOINC_NUM'),
      text: cell(cells, header, 'DisplayName') || cell(cells, header, 'LONG_COMMON_NAME'),
    }),
  },
  rxnorm: {
    id: 'rxnorm',
    name: 'RxNorm',
    system: 'http://www.nlm.nih.gov/research/umls/rxnorm',
    licence: 'RxNorm, U.S. National Library of Medicine; names of source RXNORM',
    cells: pipes,
    // RXNCONSO.RRF: RXCUI is cell 0, SAB 11, TTY 12, STR 14, SUPPRESS 16. Only RxNorm's own names are free.
    term: (cells) =>
      cells[11] === 'RXNORM' && cells[16] !== 'Y' && !['SY', 'TMSY', 'ET'].includes(cells[12] ?? '')
        ? { code: cells[0] ?? '', text: cells[14] ?? '' }
        : undefined,
  },
  icd10cm: {
    id: 'icd-10-cm',
    name: 'ICD-10-CM',
    system: 'http://hl7.org/fhir/sid/icd-10-cm',
    licence: 'Public domain (National Center for Health Statistics)',
    cells: (line) => [line],
    // The order file: number, code without its dot, whether it is billable, short and long description at fixed places.
    term: ([line = '']) => ({ code: dotted(line.slice(6, 13).trim()), text: line.slice(77).trim() }),
  },
  cvx: cdcList('cvx', 'CVX'),
  mvx: cdcList('mvx', 'MVX'),
} as const satisfies Readonly<Record<string, OptionalFormat>>

export type OptionalName = keyof typeof FORMATS

/** CDC's own download, `cvx.txt` or `mvx.txt`: code and name with bars between; newer than the list that comes along. */
function cdcList(id: 'cvx' | 'mvx', name: string): OptionalFormat {
  return {
    id,
    name,
    system: `http://hl7.org/fhir/sid/${id}`,
    licence: 'Public domain (United States Government)',
    cells: pipes,
    term: ([code = '', text = '']) => ({ code: code.trim(), text: text.trim() }),
  }
}

const dotted = (code: string): string => (code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code)

/** Reads a publisher's file line by line; they have up to a million lines. `version` and `language` are the caller's word. */
export async function readOptional(
  format: OptionalFormat,
  file: { readonly path: string; readonly version: string; readonly language: string },
): Promise<SourceDictionary> {
  const terms = new Map<string, SourceTerm>()
  const hash = createHash('sha512')
  let header: readonly string[] | undefined
  for await (const line of createInterface({
    input: createReadStream(file.path, 'utf8'),
    crlfDelay: Infinity,
  })) {
    hash.update(line).update('\n')
    const cells = format.cells(line.replace(/^\uFEFF/, ''))
    header ??= cells
    const term = format.term(cells, header)
    if (!term || term.code === '' || term.text === '' || term.code === 'LOINC_NUM') continue
    if (!terms.has(term.code)) terms.set(term.code, { system: format.system, ...term })
  }
  const { id, name, system, licence } = format
  return {
    about: {
      id,
      name,
      version: file.version,
      source: 'a file of this deployment',
      integrity: `sha512-${hash.digest('base64')}`,
      licence,
      ...(format.notice !== undefined && { notice: format.notice }),
      systems: [system],
      language: file.language,
    },
    terms: [...terms.values()],
  }
}
