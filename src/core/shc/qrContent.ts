import { deviation, type Deviation, type DeviationCode } from '../deviations'
import { isRecord } from '../encoding'
import type { Bundle } from '../fhir/types'
import { entriesOf } from '../organizeResources'

/**
 * What a card in a QR code should leave out to be small: each departure once, with the place where it was first seen.
 * All of it is signed content, and shown like any other.
 * Source: SMART Health Cards, "Health Cards are Small".
 */
export function qrDeviations(bundle: Bundle): readonly Deviation[] {
  const seen = new Map<DeviationCode, Deviation>()
  const note: Note = (code, value) => {
    if (!seen.has(code)) seen.set(code, deviation(code, value))
  }
  const queue = entriesOf(bundle).flatMap((entry, at) => {
    if (!isRecord(entry)) return []
    const { fullUrl, resource } = entry
    const path = `entry[${at}]`
    if (typeof fullUrl === 'string' && !SHORT.test(fullUrl)) {
      note('full-url-not-short', `${path}.fullUrl: ${kindOf(fullUrl)}`)
    }
    if (isRecord(resource)) noteResource(resource, `${path}.resource`, note)
    return [{ value: resource, path: `${path}.resource` }]
  })
  noteElements(queue, note)
  return [...seen.values()]
}

type Note = (code: DeviationCode, value: string) => void

interface Place {
  readonly value: unknown
  readonly path: string
}

const SHORT = /^resource:\d+$/
/** A card is small; what is larger departs in other ways already. */
const MAXIMUM_PLACES = 100_000

function noteResource(resource: Readonly<Record<string, unknown>>, path: string, note: Note): void {
  const { id, meta, text } = resource
  if (id !== undefined) note('resource-id-present', `${path}.id`)
  if (text !== undefined) note('resource-text-present', `${path}.text`)
  const extra = isRecord(meta) ? Object.keys(meta).find((key) => key !== 'security') : undefined
  if (extra !== undefined || (meta !== undefined && !isRecord(meta))) {
    note('resource-meta-present', extra === undefined ? `${path}.meta` : `${path}.meta.${plainName(extra)}`)
  }
}

/** Level by level rather than by recursion: the content is a stranger's. */
function noteElements(start: readonly Place[], note: Note): void {
  let places = [...start]
  let looked = 0
  while (places.length > 0 && looked < MAXIMUM_PLACES) {
    looked += places.length
    places = places.flatMap((place) => (isRecord(place.value) ? innerOf(place.value, place.path, note) : []))
  }
}

function innerOf(element: Readonly<Record<string, unknown>>, path: string, note: Note): readonly Place[] {
  const { coding, code, system, display, text, reference } = element
  if (coding !== undefined && text !== undefined) note('concept-text-present', `${path}.text`)
  const isCoding = (code !== undefined || system !== undefined) && !Object.hasOwn(element, 'value')
  if (isCoding && display !== undefined) note('coding-display-present', `${path}.display`)
  if (typeof reference === 'string' && !/^(resource:\d+$|#)/.test(reference)) {
    note('reference-not-short', `${path}.reference: ${kindOf(reference)}`)
  }
  return Object.entries(element).flatMap(([name, value]) => {
    const at = `${path}.${plainName(name)}`
    return Array.isArray(value)
      ? value.map((item: unknown, index) => ({ value: item, path: `${at}[${index}]` }))
      : [{ value, path: at }]
  })
}

/** What kind of address it is; the address itself may name a person. */
function kindOf(address: string): string {
  if (/^urn:uuid:/i.test(address)) return 'urn:uuid'
  return /^([a-z][a-z\d+.-]{0,11}):/i.exec(address)?.[1]?.toLowerCase() ?? 'relative'
}

/** Names of elements are FHIR's; anything else is a stranger's text. */
const plainName = (name: string): string => (/^[a-zA-Z]\w{0,40}$/.test(name) ? name : '?')
