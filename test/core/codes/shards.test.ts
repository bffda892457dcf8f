import { assert, integer, jsonValue, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalCode, canonicalSystem } from '../../../src/core/codes/codeSystems'
import { covers, hashOf, readManifest, readShard, shardFile, termKey } from '../../../src/core/codes/shards'

const manifest = (parts: object = {}): unknown => ({
  format: 1,
  version: '0123456789ab',
  shards: 64,
  dictionaries: [
    { id: 'hl7', name: 'HL7', version: '7', systems: ['http://terminology.hl7.org/CodeSystem/'], terms: 2 },
  ],
  ...parts,
})

describe('the hash of a code', () => {
  // Published test vectors of FNV-1a, 32 bits: http://www.isthe.com/chongo/src/fnv/test_fnv.c
  test.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('of %j is the one that everybody computes', (text, hash) => {
    expect(hashOf(text)).toBe(hash)
  })

  test('never changes, because built dictionaries depend on it', () => {
    expect(shardFile(termKey('http://hl7.org/fhir/sid/cvx', '208'), 64)).toBe('2c.json')
    expect(shardFile(termKey('http://snomed.info/sct', '38341003'), 1024)).toBe('10c.json')
    expect(shardFile('anything', 1)).toBe('0.json')
  })

  test('mixes neighbours: the beginning of a code says nothing about its shard', () => {
    const codes = Array.from({ length: 640 }, (_, at) => `B20.${at}`)
    const counts = new Map<string, number>()
    for (const code of codes) {
      const file = shardFile(termKey('http://hl7.org/fhir/sid/icd-10-cm', code), 64)
      counts.set(file, (counts.get(file) ?? 0) + 1)
    }
    expect(counts.size).toBeGreaterThan(60)
    expect(Math.max(...counts.values())).toBeLessThan(30)
  })

  test('names one of the files there are, for any text', () => {
    assert(
      property(string({ unit: 'binary' }), integer({ min: 0, max: 16 }), (text, bits) => {
        const file = shardFile(text, 2 ** bits)
        expect(Number.parseInt(file, 16)).toBeLessThan(2 ** bits)
        expect(file).toMatch(/^[\da-f]+\.json$/)
      }),
    )
  })
})

describe('a manifest', () => {
  test('is read', () => {
    expect(readManifest(manifest())).toMatchObject({ version: '0123456789ab', shards: 64 })
  })

  test.each([
    ['of another format', { format: 2 }],
    ['with a version that is a path', { version: '../../secrets' }],
    ['with a number of shards that is no power of two', { shards: 63 }],
    ['with no shards', { shards: 0 }],
    ['with endless shards', { shards: 2 ** 40 }],
    ['with shards that are not a number', { shards: '64' }],
    ['without a list of dictionaries', { dictionaries: {} }],
  ])('%s is none', (_, parts) => {
    expect(readManifest(manifest(parts))).toBeUndefined()
  })

  test('of any shape throws nothing', () => {
    assert(
      property(jsonValue(), (json) => {
        expect(() => readManifest(json)).not.toThrow()
      }),
    )
  })

  test('keeps the place of a dictionary that says nothing', () => {
    const read = readManifest(manifest({ dictionaries: [null, 'x', { id: 'b', systems: [1, 'urn:b'] }] }))
    expect(read?.dictionaries.map(({ id, systems }) => ({ id, systems }))).toEqual([
      { id: '', systems: [] },
      { id: '', systems: [] },
      { id: 'b', systems: ['urn:b'] },
    ])
  })

  test('tells which systems it is worth to ask for', () => {
    const read = readManifest(
      manifest({ dictionaries: [{ systems: ['http://hl7.org/fhir/', 'http://hl7.org/fhir/sid/cvx'] }] }),
    )
    if (!read) throw new Error('no manifest')
    expect(covers(read, 'http://hl7.org/fhir/event-status')).toBe(true)
    expect(covers(read, 'http://hl7.org/fhir/sid/cvx')).toBe(true)
    expect(covers(read, 'http://hl7.org/fhir/sid/icd-10')).toBe(false)
    expect(covers(read, 'https://hospital.example/codes')).toBe(false)
  })
})

describe('a shard', () => {
  test('has words by system and code, in one language or several', () => {
    const shard = readShard([
      [0, 'urn:a', { x: 'Ex', y: { es: 'I griega', en: ' Why ' } }],
      [1, 'urn:b', { x: 'Other' }],
    ])
    expect(shard?.get('urn:a x')).toEqual([{ text: 'Ex', language: 'en', dictionary: 0 }])
    expect(shard?.get('urn:a y')).toEqual([
      { text: 'I griega', language: 'es', dictionary: 0 },
      { text: 'Why', language: 'en', dictionary: 0 },
    ])
    expect(shard?.get('urn:b x')?.[0]?.dictionary).toBe(1)
  })

  test('has nothing that it inherits, and codes may have any name', () => {
    const poisoned: unknown = JSON.parse('[[0,"urn:a",{"__proto__":"polluted","constructor":"A code"}]]')
    const shard = readShard(poisoned)
    expect(shard?.get('urn:a constructor')?.[0]?.text).toBe('A code')
    expect(shard?.get('urn:a __proto__')?.[0]?.text).toBe('polluted')
    expect(shard?.get('urn:a toString')).toBeUndefined()
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test('leaves out what is of a wrong shape, and keeps the rest', () => {
    const shard = readShard([
      null,
      [],
      ['0', 'urn:a', { x: 'no' }],
      [0, 7, { x: 'no' }],
      [0, 'urn:a', ['no']],
      [0, 'urn:a', { a: '', b: 5, c: null, d: ['no'], e: { en: 5 }, f: 'f'.repeat(501), g: 'Good' }],
    ])
    expect([...(shard?.keys() ?? [])]).toEqual(['urn:a g'])
  })

  test('is a list, and nothing else is a shard', () => {
    for (const json of [undefined, null, {}, 'x', 5]) expect(readShard(json)).toBeUndefined()
    assert(
      property(jsonValue(), (json) => {
        expect(() => readShard(json)).not.toThrow()
      }),
    )
  })
})

describe('the proper address of a code system', () => {
  test.each([
    ['urn:oid:2.16.840.1.113883.12.292', 'http://hl7.org/fhir/sid/cvx'],
    [' http://hl7.org/fhir/sid/cvx|2024 ', 'http://hl7.org/fhir/sid/cvx'],
    ['http://hl7.org/fhir/v3/RoleCode', 'http://terminology.hl7.org/CodeSystem/v3-RoleCode'],
    ['http://hl7.org/fhir/v2/0203', 'http://terminology.hl7.org/CodeSystem/v2-0203'],
    [
      'http://hl7.org/fhir/us/insurance-card/CodeSystem/C4DICExtendedCopayTypeCS',
      'http://terminology.hl7.org/CodeSystem/C4DICExtendedCopayTypeCS',
    ],
    ['https://loinc.org', 'http://loinc.org'],
    ['urn:colours', 'urn:colours'],
    ['', ''],
  ])('of %j is %j', (sent, proper) => {
    expect(canonicalSystem(sent)).toBe(proper)
  })

  test('has codes as its list writes them', () => {
    expect(canonicalCode('http://hl7.org/fhir/sid/cvx', '3')).toBe('03')
    expect(canonicalCode('http://hl7.org/fhir/sid/cvx', '208')).toBe('208')
    expect(canonicalCode('http://loinc.org', '3')).toBe('3')
  })
})
