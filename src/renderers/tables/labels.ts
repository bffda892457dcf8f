import { codingsOf } from '../../core/fhir/code'
import { flatList, records, text, type FhirRecord } from '../../core/fhir/shape'
import { isHl7System } from '../../core/fhir/systemNames'
import type { Resource } from '../../core/fhir/types'
import type { Format } from './format'
import { alterationWords, labelWords, obligationWords, sensitivityWords } from './messagesLabels'
import { sourceMessages } from './messagesSources'
import type { RowMark } from './table'

/**
 * Labels of a resource that change how it is handled or how far it can be relied on: what is specially protected, what
 * the sender took out, what a receiver must not do with it. `meta.tag` counts where it says that parts are missing.
 * Source: HL7 Healthcare Privacy and Security Classification System, as FHIR R4 binds it to `meta.security`.
 */
export function labelMarks(resource: Resource, { speech }: Format): readonly RowMark[] {
  const labels = labelsOf(resource)
  const tags = records(resource.meta).flatMap(({ tag }) => flatList(tag).flatMap(codingsOf))
  if (labels.length + tags.length === 0) return []
  const { language } = speech
  const t = sourceMessages(language)
  const marksFor = (coding: FhirRecord, isTag: boolean): readonly RowMark[] => {
    const code = text(coding['code']) ?? ''
    if (!isHl7Label(coding)) return []
    const altered = alterationWords(language)(code)
    if (altered !== undefined) return [{ code, tone: 'warning', text: altered }]
    if (isTag) return []
    const [kind, obligation] = [sensitivityWords(language)(code), obligationWords(language)(code)]
    if (kind !== undefined) return [{ code, tone: 'info', text: t('sensitive', { kind }) }]
    return obligation === undefined ? [] : [{ code, tone: 'info', text: obligation }]
  }
  return [
    ...labels.flatMap((coding) => marksFor(coding, false)),
    ...tags.flatMap((coding) => marksFor(coding, true)),
  ]
}

/** Every security label of a resource, in words where anybody has them. */
export function labelLines(resource: Resource, f: Format): readonly string[] {
  const lines = labelsOf(resource).map((coding) => {
    const code = text(coding['code']) ?? ''
    const known = isHl7Label(coding) ? knownLabel(code, f) : undefined
    return known === undefined ? f.coding(coding) : f.speech.t('withCode', { text: known, code })
  })
  return [...new Set(lines.flatMap((line) => line ?? []))]
}

function knownLabel(code: string, { speech }: Format): string | undefined {
  const { language } = speech
  const t = sourceMessages(language)
  const kind = sensitivityWords(language)(code)
  if (kind !== undefined) return t('sensitive', { kind })
  const level = speech.confidentiality(code)
  if (level !== undefined) return t('confidentiality', { level })
  return [alterationWords, obligationWords, labelWords]
    .map((words) => words(language)(code))
    .find((words) => words !== undefined)
}

/** A code of HL7's own list, or of none that is named; other publishers may mean something else by the same letters. */
const isHl7Label = ({ system }: FhirRecord): boolean => text(system) === undefined || isHl7System(system)

const labelsOf = (resource: Resource): readonly FhirRecord[] => [
  ...records(resource.meta).flatMap(({ security }) => flatList(security).flatMap(codingsOf)),
  ...flatList(resource['securityLabel']).flatMap(codingsOf),
]
