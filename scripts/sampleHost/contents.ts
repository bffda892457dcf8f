import { deflateSync } from 'node:zlib'
import { isRecord } from '../../src/core/encoding'
import { fileOf } from '../samples/issueCard'
import { makeCard } from '../samples/makeCard'
import { readBundle, readBundleText } from '../samples/material'
import { SAMPLE_PATIENT } from './answerFhir'
import type { HostSetting } from './links'

/** What a file of a hosted link holds before it is encrypted. */
export type FileContent = string | Uint8Array

/** A `.smart-health-card` file with one card over a sample bundle, from the sample issuer. */
export const cardFile = async (bundle: string, broken?: 'altered'): Promise<string> =>
  fileOf([await makeCard({ bundle, rid: 'sample-hosted', ...(broken && { broken }) }, { compact: false })])

/** A sample bundle as it stands in its file. */
export const bundleFile = (bundle: string): string => readBundleText(bundle)

/** The first PDF that a sample bundle carries in one of its DocumentReferences. */
export function pdfFile(bundle: string): Uint8Array {
  const data = resourcesOf(bundle)
    .flatMap((resource) => listOf(resource['content']))
    .map((content) => content['attachment'])
    .find((attachment) => isRecord(attachment) && attachment['contentType'] === 'application/pdf')
  if (!isRecord(data) || typeof data['data'] !== 'string') throw new TypeError(`${bundle} carries no PDF`)
  return Buffer.from(data['data'], 'base64')
}

/** The answer of a token endpoint with an audience: a live connection to this host's own FHIR server. */
export const accessFile = ({ base, accessToken }: HostSetting): string =>
  JSON.stringify({
    aud: `${base}fhir`,
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: 3600,
    patient: SAMPLE_PATIENT,
    scope: 'patient/*.rs',
  })

/** A small picture, made here: a red cross on white, as a PNG of 48 by 48 pixels. */
export function pictureFile(): Uint8Array {
  const size = 48
  const rows = Array.from({ length: size }, (_, y) => [
    0, // no filter
    ...Array.from({ length: size }, (__, x) =>
      isRed(x) || isRed(y) ? [200, 30, 30] : [255, 255, 255],
    ).flat(),
  ])
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 2, 0, 0, 0], 8) // 8 bits a channel, RGB
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

const isRed = (at: number): boolean => at >= 18 && at < 30

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** CRC-32 as PNG has it (ISO 3309), bit by bit: the picture is small. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** A laboratory bundle that grows: with `complete`, a result that was still missing has come in. */
export function laboratoryFile(complete: boolean): string {
  const patient = {
    resourceType: 'Patient',
    name: [{ family: 'Ferreira-Blum', given: ['Adaeze'] }],
    birthDate: '1995-09-09',
  }
  const results = [
    observation(1, { code: '718-7', text: 'Hemoglobin', value: 13.1, unit: 'g/dL' }),
    ...(complete ? [observation(2, { code: '2276-4', text: 'Ferritin', value: 38, unit: 'ng/mL' })] : []),
  ]
  return JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [patient, ...results].map((resource, at) => ({ fullUrl: `resource:${at}`, resource })),
  })
}

const TESTS = [
  { code: '2345-7', text: 'Glucose', value: 96, unit: 'mg/dL' },
  { code: '2160-0', text: 'Creatinine', value: 0.9, unit: 'mg/dL' },
  { code: '2823-3', text: 'Potassium', value: 4.2, unit: 'mmol/L' },
  { code: '2951-2', text: 'Sodium', value: 140, unit: 'mmol/L' },
  { code: '718-7', text: 'Hemoglobin', value: 13.6, unit: 'g/dL' },
  { code: '6690-2', text: 'White blood cells', value: 6.1, unit: '10*3/uL' },
  { code: '777-3', text: 'Platelets', value: 240, unit: '10*3/uL' },
  { code: '4548-4', text: 'Hemoglobin A1c', value: 5.5, unit: '%' },
] as const
type Test = (typeof TESTS)[number] | { code: string; text: string; value: number; unit: string }

/** The short German summary with `count` laboratory results in it: what years of care in one file look like. */
export function largeSummaryFile(count: number): string {
  const summary = readBundle('patient-summary-de')
  const entries = listOf(summary['entry'])
  const [first, ...others] = entries
  const composition = isRecord(first?.['resource']) ? first['resource'] : {}
  const results = Array.from({ length: count }, (_, at) => ({
    fullUrl: `https://records.shx-viewer.example/Observation/${at}`,
    resource: {
      ...observation(at, TESTS[at % TESTS.length] ?? TESTS[0], Math.floor(at / TESTS.length)),
      subject: composition['subject'],
    },
  }))
  const section = {
    title: 'Laborwerte',
    code: { coding: [{ system: 'http://loinc.org', code: '30954-2' }] },
    entry: results.map(({ fullUrl }) => ({ reference: fullUrl })),
  }
  const withResults = { ...composition, section: [...listOf(composition['section']), section] }
  return JSON.stringify({
    ...summary,
    entry: [{ ...first, resource: withResults }, ...others, ...results],
  })
}

/** A final result, `week` weeks before the newest; values waver a little and come out the same every time. */
function observation(id: number, { code, text, value, unit }: Test, week = 0): object {
  const day = new Date(Date.UTC(2026, 0, 12) - week * 7 * 86_400_000)
  const measured = Number((value * (1 + 0.05 * Math.sin(id + week))).toPrecision(3))
  return {
    resourceType: 'Observation',
    id: String(id),
    status: 'final',
    category: [
      {
        coding: [
          { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' },
        ],
      },
    ],
    code: { coding: [{ system: 'http://loinc.org', code }], text },
    subject: { reference: 'resource:0' },
    effectiveDateTime: day.toISOString().slice(0, 10),
    valueQuantity: { value: measured, unit, system: 'http://unitsofmeasure.org', code: unit },
  }
}

const resourcesOf = (bundle: string): readonly Readonly<Record<string, unknown>>[] =>
  listOf(readBundle(bundle)['entry']).flatMap(({ resource }) => (isRecord(resource) ? [resource] : []))

const listOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isRecord) : []
