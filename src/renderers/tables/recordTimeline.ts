import { dateSortKey } from '../../core/fhir/date'
import { provenanceOf } from '../../core/fhir/provenance'
import { field, flatList, list, record, text } from '../../core/fhir/shape'
import { itemsOf, type BundleItem } from '../../core/organizeResources'
import type { Format } from './format'
import { sourceMessages } from './messagesSources'
import { nameOf, recordAuthors, sharedSource, sourceText } from './sources'
import { stepWords, type TimelineStep } from './timeline'

/** A step with the moment to sort by, in epoch milliseconds. */
export interface DatedStep extends TimelineStep {
  readonly sortKey: number | undefined
}

/** How a record came about, as it says itself: written, confirmed, put together, changed; in no order yet. */
export function recordSteps(f: Format): readonly DatedStep[] {
  return [
    ...itemsOf(f.bundle, 'Composition').flatMap((item) => [writtenStep(item, f), ...confirmedSteps(item, f)]),
    ...bundleSteps(f),
    ...provenanceOf(f.bundle).ofRecord.map((step) => ({
      ...stepWords(step, undefined, f),
      sortKey: step.sortKey,
    })),
  ]
}

/** Oldest first; what has no date comes last. */
export const inOrder = (steps: readonly DatedStep[]): readonly DatedStep[] =>
  steps.toSorted((a, b) => (a.sortKey ?? Number.MAX_SAFE_INTEGER) - (b.sortKey ?? Number.MAX_SAFE_INTEGER))

/** What holds of the record as a whole and has no moment of its own. */
export function recordLines(f: Format): readonly string[] {
  const t = sourceMessages(f.speech.language)
  const shared = sharedSource(f.bundle)
  const source = text(field(record(f.bundle.bundle['meta']), 'source'))
  return [
    ...(shared ? [t('recordSame', { source: sourceText(shared, f) })] : []),
    ...(source === undefined ? [] : [t('recordSource', { source })]),
    ...(list(f.bundle.bundle['signature']).length > 0 ? [t('recordBundleSignature')] : []),
  ]
}

function writtenStep(item: BundleItem, f: Format): DatedStep {
  const t = sourceMessages(f.speech.language)
  const { resource } = item
  const names = recordAuthors(f.bundle)
    .filter(({ from }) => from === item)
    .map((author) => sourceText(author, f))
  const keeper = nameOf(resource['custodian'], item, f)
  return {
    when: f.date(resource['date'], resource['_date']) ?? t('whenUnknown'),
    sortKey: dateSortKey(resource['date']),
    what: t('recordAuthored'),
    lines: [
      ...(names.length > 0 ? [t('recordAuthoredBy', { names: names.join('; ') })] : []),
      ...(keeper === undefined ? [] : [t('recordKept', { name: keeper })]),
    ],
  }
}

function confirmedSteps(item: BundleItem, f: Format): readonly DatedStep[] {
  const t = sourceMessages(f.speech.language)
  return flatList(item.resource['attester']).map((attester): DatedStep => {
    const name = nameOf(field(attester, 'party'), item, f) ?? t('someone')
    const mode = f.status(field(attester, 'mode'))
    const names = mode === undefined ? name : f.speech.t('remark', { text: name, remark: mode })
    return {
      when: f.date(field(attester, 'time')) ?? t('whenUnknown'),
      sortKey: dateSortKey(field(attester, 'time')),
      what: t('recordConfirmed'),
      lines: [t('recordConfirmedBy', { names })],
    }
  })
}

function bundleSteps(f: Format): readonly DatedStep[] {
  const t = sourceMessages(f.speech.language)
  const { bundle } = f.bundle
  const moments = [
    ['recordAssembled', bundle['timestamp']],
    ['recordUpdated', field(record(bundle['meta']), 'lastUpdated')],
  ] as const
  return moments.flatMap(([what, moment]) => {
    const when = f.date(moment)
    return when === undefined ? [] : [{ when, what: t(what), lines: [], sortKey: dateSortKey(moment) }]
  })
}
