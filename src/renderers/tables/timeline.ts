import type { Agent, ProvenanceStep } from '../../core/fhir/provenance'
import { provenanceOf } from '../../core/fhir/provenance'
import { sourcesOf, type Source } from '../../core/fhir/sources'
import { flatList, text } from '../../core/fhir/shape'
import type { BundleItem } from '../../core/organizeResources'
import type { Format } from './format'
import { elementLabel } from './speech'
import { labelLines } from './labels'
import { activityWords, entityWords, roleWords, sourceMessages } from './messagesSources'
import { isSupporting, nameOf, recordAuthors, sourceText } from './sources'

/** Something that happened to an entry, in words. */
export interface TimelineStep {
  readonly when: string
  readonly what: string
  readonly lines: readonly string[]
  /** The entry that tells of it, where it is one of its own. */
  readonly ref?: string
}

/** Who says what an entry says, how the sender marked it, and what happened to it, oldest first. */
export interface Timeline {
  readonly sources: readonly string[]
  readonly labels: readonly string[]
  readonly steps: readonly TimelineStep[]
}

/** `undefined` where there is nothing to say: nobody asks who says that a Location exists. */
export function toTimeline(item: BundleItem, f: Format): Timeline | undefined {
  const sources = [...new Set(sourcesOf(item, f.bundle).map((source) => sourceLine(source, f)))]
  const labels = labelLines(item.resource, f)
  const steps = provenanceOf(f.bundle)
    .of(item)
    .map((step) => stepWords(step, item, f))
  if (isSupporting(item) && sources.length + labels.length + steps.length === 0) return undefined
  return { sources: sources.length > 0 || isSupporting(item) ? sources : [notStated(f)], labels, steps }
}

function notStated(f: Format): string {
  const t = sourceMessages(f.speech.language)
  const names = recordAuthors(f.bundle).map((author) => sourceText(author, f))
  return names.length === 0 ? t('notStated') : t('notStatedInDocument', { names: names.join('; ') })
}

function sourceLine(source: Source, f: Format): string {
  const t = sourceMessages(f.speech.language)
  const words = sourceText(source, f)
  if (source.basis === 'label') return t('byLabel', { source: words, by: source.by })
  if (source.basis === 'element')
    return t('byElement', { source: words, by: elementLabel(source.by, f.speech) })
  const role = roleWords(f.speech.language)(source.by) ?? source.by
  return role === ''
    ? t('byProvenanceAlone', { source: words })
    : t('byProvenance', { source: words, by: role })
}

/** One Provenance in words; also for what is told of a record as a whole, which is no `about`. */
export function stepWords(step: ProvenanceStep, about: BundleItem | undefined, f: Format): TimelineStep {
  const { provenance, item, agents, entities, signed, otherVersion } = step
  const { language } = f.speech
  const t = sourceMessages(language)
  const stated = (key: 'reason' | 'policy' | 'place', words: string | undefined): readonly string[] =>
    words === undefined ? [] : [t(key, { text: words })]
  const lines = [
    ...(otherVersion === undefined ? [] : [t('otherVersion', { version: otherVersion })]),
    ...agents.map((agent) => agentLine(agent, item, f)),
    ...entities.flatMap(({ role, what, agents: makers }) => [
      t('entity', {
        role: entityWords(language)(role) ?? role ?? t('usedEntity'),
        what: nameOf(what, item, f) ?? t('someone'),
      }),
      ...makers.map((agent) => agentLine(agent, item, f)),
    ]),
    ...stated('reason', f.code(provenance['reason'], item)),
    ...flatList(provenance['policy']).flatMap((policy) => stated('policy', text(policy))),
    ...stated('place', f.reference(provenance['location'], item)),
    ...(signed ? [t('signature')] : []),
  ]
  const isContained = provenance !== item.resource
  return {
    when: whenWords(step, f),
    what: f.known(provenance['activity'], activityWords(language)) ?? t('somethingDone'),
    lines: [...new Set(lines)],
    ...(!isContained && item !== about && { ref: item.ref }),
  }
}

function whenWords({ provenance, item }: ProvenanceStep, f: Format): string {
  const t = sourceMessages(f.speech.language)
  const occurred = f.value(provenance, 'occurred', item) ?? f.period(provenance['period'])
  if (occurred !== undefined) return t('whenOccurred', { date: occurred })
  const recorded = f.date(provenance['recorded'], provenance['_recorded'])
  return recorded === undefined ? t('whenUnknown') : t('whenRecorded', { date: recorded })
}

/** `Author: Dr. Lee, on behalf of Clinic`. */
function agentLine({ who, onBehalfOf, roles }: Agent, from: BundleItem, f: Format): string {
  const t = sourceMessages(f.speech.language)
  const words = roles.flatMap((role) => f.known(role, roleWords(f.speech.language)) ?? [])
  const organization = nameOf(onBehalfOf, from, f)
  const parts = {
    role: [...new Set(words)].join(', ') || t('takesPart'),
    name: nameOf(who, from, f) ?? t('someone'),
  }
  return organization === undefined ? t('agent', parts) : t('agentFor', { ...parts, organization })
}
