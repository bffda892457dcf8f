import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { codeSystemsIn } from '../../scripts/terminology/codeSystems'
import { cutShards } from '../../scripts/terminology/cutShards'
import { jsonFilesIn } from '../../scripts/terminology/npmPackage'
import { csvCells, FORMATS, readOptional, type OptionalName } from '../../scripts/terminology/optionalFiles'
import type { SourceDictionary } from '../../scripts/terminology/terms'
import { readManifest, readShard, shardFile, termKey } from '../../src/core/codes/shards'
import { englishManufacturers, englishVaccines } from '../../src/renderers/tables/messagesVaccines'

const folder = mkdtempSync(join(tmpdir(), 'shx-terms-'))
afterAll(() => rmSync(folder, { recursive: true }))

const dictionary = (
  id: string,
  language: string,
  words: Readonly<Record<string, string>>,
): SourceDictionary => ({
  about: {
    id,
    name: id,
    version: '1',
    source: 'a test',
    integrity: 'sha512-x',
    licence: 'CC0-1.0',
    systems: ['urn:a'],
    language,
  },
  terms: Object.entries(words).map(([code, text]) => ({ system: 'urn:a', code, text })),
})

describe('shards', () => {
  const words = Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`c${at}`, `Code ${at}`]))
  const files = cutShards(
    [dictionary('a', 'en', words), dictionary('a', 'es', { c7: 'Código 7' })],
    new Map(),
  )
  const contents = new Map(files.map(({ path, content }) => [path, JSON.parse(content) as unknown]))
  const jsonAt = (path: string): unknown => contents.get(path)
  const manifest = readManifest(jsonAt('manifest.json'))

  test('hold every code where the viewer looks for it, in every language', () => {
    expect(manifest).toMatchObject({ shards: 8, dictionaries: [{ terms: 2_000 }, { terms: 1 }] })
    const shards = new Map([...contents].map(([path, json]) => [path, readShard(json)]))
    const termsOf = (code: string) => {
      const key = termKey('urn:a', code)
      return shards.get(`${manifest?.version}/${shardFile(key, 8)}`)?.get(key)
    }
    const lost = Object.keys(words).filter((code) => termsOf(code)?.[0]?.text !== words[code])
    expect(lost).toEqual([])
    expect(termsOf('c7')?.map(({ language }) => language)).toEqual(['en', 'es'])
  })

  test('are of a size', () => {
    const sizes = files.filter(({ path }) => /\/\d\.json$/.test(path)).map(({ content }) => content.length)
    expect(sizes).toHaveLength(8)
    expect(Math.max(...sizes)).toBeLessThan(2 * Math.min(...sizes))
  })

  test('change their folder with their content, and only then', () => {
    const again = cutShards(
      [dictionary('a', 'en', words), dictionary('a', 'es', { c7: 'Código 7' })],
      new Map(),
    )
    expect(again).toEqual(files)
    const other = cutShards([dictionary('a', 'en', { ...words, c1: 'Corrected' })], new Map())
    expect(readManifest(JSON.parse(other[0]?.content ?? '{}'))?.version).not.toBe(manifest?.version)
  })

  test('exist all, also those that no code falls into', () => {
    const few = cutShards([dictionary('a', 'en', words)], new Map()).length
    expect(few).toBe(1 + 8 + 1)
  })
})

/** One entry of a tar archive. */
function tarEntry(name: string, content: string): Buffer {
  const header = Buffer.alloc(512)
  header.write(name, 0)
  header.write(content.length.toString(8).padStart(11, '0'), 124)
  header.write('0', 156)
  return Buffer.concat([header, Buffer.from(content), Buffer.alloc((512 - (content.length % 512)) % 512)])
}

test('the JSON files of an npm package are read, and no others', () => {
  const tar = Buffer.concat([
    tarEntry('package/a.json', '{"a":1}'),
    tarEntry('package/readme.md', '# no'),
    tarEntry('package/b.json', `{"b":"${'x'.repeat(600)}"}`),
    Buffer.alloc(1024),
  ])
  const files = jsonFilesIn(tar)
  expect([...files.keys()]).toEqual(['package/a.json', 'package/b.json'])
  expect(files.get('package/a.json')).toEqual({ a: 1 })
})

const systemNamed = (name: string, parts: object = {}) => ({
  resourceType: 'CodeSystem',
  url: `http://terminology.hl7.org/CodeSystem/${name}`,
  content: 'complete',
  concept: [{ code: 'a', display: 'Alpha', concept: [{ code: 'b', display: 'Beta' }, { code: 'c' }] }],
  ...parts,
})

test('code systems are taken when they are complete, free and of use in a record', () => {
  const files = new Map<string, unknown>([
    ['1', systemNamed('colours', { identifier: [{ value: 'urn:oid:1.2.3' }] })],
    ['2', systemNamed('fragmentary', { content: 'fragment' })],
    ['3', systemNamed('dicom', { copyright: 'These codes are excerpted from DICOM' })],
    ['4', systemNamed('conceptdomains')],
    ['5', { ...systemNamed('x'), url: 'http://snomed.info/sct' }],
    ['6', { resourceType: 'ValueSet' }],
    ['7', null],
  ])
  const found = codeSystemsIn(files)
  expect(found.map(({ url }) => url)).toEqual(['http://terminology.hl7.org/CodeSystem/colours'])
  expect(found[0]?.terms.map(({ code, text }) => `${code} ${text}`)).toEqual(['a Alpha', 'b Beta'])
  expect(found[0]?.oids).toEqual(['urn:oid:1.2.3'])
})

describe('a dictionary of whoever has a licence', () => {
  const FILES: Readonly<Record<OptionalName, { readonly text: string; readonly words: readonly string[] }>> =
    {
      snomed: {
        text: [
          'id\teffectiveTime\tactive\tmoduleId\tconceptId\tlanguageCode\ttypeId\tterm\tcaseSignificanceId',
          '1\t20250101\t1\t9\t38341003\ten\t900000000000003001\tHypertensive disorder (disorder)\t9',
          '2\t20250101\t1\t9\t38341003\ten\t900000000000013009\tHypertension\t9',
          '3\t20250101\t0\t9\t73211009\ten\t900000000000013009\tSugar diabetes\t9',
        ].join('\r\n'),
        words: ['38341003 Hypertension'],
      },
      loinc: {
        text: [
          '"LOINC_NUM","COMPONENT","LONG_COMMON_NAME","DisplayName"',
          '"8867-4","Heart rate","Heart rate",""',
          '"2339-0","Glucose","Glucose [Mass/volume] in Blood","Glucose (Bld) [Mass/Vol], ""random"""',
        ].join('\n'),
        words: ['8867-4 Heart rate', '2339-0 Glucose (Bld) [Mass/Vol], "random"'],
      },
      rxnorm: {
        text: [
          '161|ENG||||||1|||161|RXNORM|IN|161|acetaminophen||N|4096|',
          '161|ENG||||||2|||161|RXNORM|SY|161|APAP||N|4096|',
          '161|ENG||||||3|||161|MSH|MH|161|Paracetamol||N||',
          '999|ENG||||||4|||999|RXNORM|IN|999|obsolete||Y||',
        ].join('\n'),
        words: ['161 acetaminophen'],
      },
      icd10cm: {
        text: [
          `00001 A00     0 ${'Cholera'.padEnd(60)} Cholera`,
          `00002 A000    1 ${'Cholera due to Vibrio cholerae 01, biovar cholerae'.padEnd(60)} Cholera due to Vibrio cholerae 01, biovar cholerae`,
        ].join('\n'),
        words: ['A00 Cholera', 'A00.0 Cholera due to Vibrio cholerae 01, biovar cholerae'],
      },
      cvx: {
        text: '334 |A new vaccine|A new vaccine, in full||Active|False|2026/01/01\n',
        words: ['334 A new vaccine'],
      },
      mvx: { text: 'NEW|New Vaccines, Inc||Active|2026/01/01\n', words: ['NEW New Vaccines, Inc'] },
    }

  test.each(Object.keys(FILES) as OptionalName[])('%s is read as its publisher writes it', async (name) => {
    const path = join(folder, name)
    writeFileSync(path, FILES[name].text)
    const read = await readOptional(FORMATS[name], { path, version: '2026', language: 'en' })
    expect(read.terms.map(({ code, text }) => `${code} ${text}`)).toEqual(FILES[name].words)
    expect(read.about).toMatchObject({ version: '2026', systems: [FORMATS[name].system] })
    expect(read.about.licence).not.toBe('')
    expect(read.about.integrity).toMatch(/^sha512-/)
  })

  test('CSV has commas and quotes in its cells', () => {
    expect(csvCells('"a","b, c","d ""e""",,f')).toEqual(['a', 'b, c', 'd "e"', '', 'f'])
  })
})

describe('the dictionaries that come with the viewer', () => {
  const terminology = new URL('../../public/terminology/', import.meta.url)
  const jsonIn = (path: string): unknown =>
    JSON.parse(readFileSync(new URL(path, terminology), 'utf8')) as unknown
  const manifest = readManifest(jsonIn('manifest.json'))
  const files = readdirSync(new URL(`${manifest?.version}/`, terminology))
  const words = new Map(
    files
      .filter((name) => name !== 'aliases.json')
      .flatMap((name) => [...(readShard(jsonIn(`${manifest?.version}/${name}`)) ?? [])]),
  )
  const codesOf = (system: string): readonly string[] =>
    [...words.keys()].flatMap((key) => (key.startsWith(`${system} `) ? key.slice(system.length + 1) : []))

  test('say where each comes from and under which licence', () => {
    expect(manifest?.dictionaries.length).toBeGreaterThan(4)
    for (const { name, version, source, licence, terms } of manifest?.dictionaries ?? []) {
      expect([name, version, source, licence].includes('')).toBe(false)
      expect(terms).toBeGreaterThan(0)
    }
  })

  test('are all there: every shard, each of some kilobytes', () => {
    expect(files).toHaveLength((manifest?.shards ?? 0) + 1)
    for (const name of files.filter((file) => file !== 'aliases.json')) {
      const { length } = readFileSync(new URL(`${manifest?.version}/${name}`, terminology))
      expect(length).toBeGreaterThan(8_000)
      expect(length).toBeLessThan(30_000)
    }
  })

  test('have every CVX and MVX code of the CDC, and every one has words of ours too', () => {
    const cvx = codesOf('http://hl7.org/fhir/sid/cvx')
    expect(cvx).toHaveLength(287)
    expect(cvx.toSorted()).toEqual(Object.keys(englishVaccines).toSorted())
    const mvx = codesOf('http://hl7.org/fhir/sid/mvx')
    expect(mvx).toHaveLength(89)
    expect(mvx.toSorted()).toEqual(Object.keys(englishManufacturers).toSorted())
  })

  test.each([
    ['http://terminology.hl7.org/CodeSystem/v3-RoleCode', 'GRMTH', 'Grandmother'],
    ['http://terminology.hl7.org/CodeSystem/v2-0131', 'C', 'Emergency Contact'],
    ['http://terminology.hl7.org/CodeSystem/C4DICExtendedCopayTypeCS', 'rx', 'Prescription'],
    ['urn:oid:2.16.840.1.113883.6.238', '2135-2', 'Hispanic or Latino'],
    ['http://hl7.org/fhir/sid/cvx', '208', 'COVID-19, mRNA, LNP-S, PF, 30 mcg/0.3 mL dose'],
  ])('%s %s is %j', (system, code, text) => {
    expect(words.get(termKey(system, code))?.[0]?.text.toLowerCase()).toBe(text.toLowerCase())
  })

  test('hold nothing that only a licence would allow', () => {
    const systems = new Set([...words.keys()].map((key) => key.split(' ')[0]))
    for (const closed of ['http://snomed.info/sct', 'http://loinc.org', 'http://www.ama-assn.org/go/cpt']) {
      expect(systems.has(closed)).toBe(false)
    }
  })
})
