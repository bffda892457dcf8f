import { flatList, records, type FhirRecord } from '../../core/fhir/shape'
import { parseDate } from '../../core/fhir/date'
import type { Resource } from '../../core/fhir/types'
import { itemsOf, type BundleItem, type OrganizedBundle } from '../../core/organizeResources'
import type { Translate } from '../../i18n/defineMessages'
import type { ViewContext } from '../renderer'
import { doseInSeries } from '../tables/definitions/immunizations'
import { createFormat, type Format } from '../tables/format'
import { bareCodes } from '../tables/formatCode'
import type { Row } from '../tables/table'
import { codeOf, diseasesOf, targetsOf, type Disease } from './diseases'
import { messages, type english } from './messages'

export interface DiseaseLine {
  /** `other`: nothing tells what the vaccine protects against. `stated`: in words that are no code of ours. */
  readonly disease: Disease | 'stated' | 'other'
  readonly label: string
  /** How many doses. */
  readonly doses: string
  /** Each dose with its date, the newest first, the undated last. */
  readonly dates: readonly DoseDate[]
  /** Something that makes the number doubtful. */
  readonly remark?: string
}

export interface DoseDate {
  readonly ref: string
  /** `Feb 13, 2024 (dose 2 of 3, sub-potent dose)`. */
  readonly text: string
}

interface Target {
  readonly disease: DiseaseLine['disease']
  readonly label: string
}

interface Words {
  readonly f: Format
  readonly t: Translate<typeof english>
  /** Doses that an evaluation in the record judges not to count. */
  readonly notValid: ReadonlySet<BundleItem>
}

/**
 * Doses by disease, the disease of the latest dose first; what nothing assigns is counted last, and not left out.
 * `given` are the rows that count, the newest first. Empty when no disease is known at all.
 */
export function diseaseLines(
  given: readonly Row[],
  bundle: OrganizedBundle,
  context: ViewContext,
): readonly DiseaseLine[] {
  const words: Words = {
    f: createFormat(bundle, context),
    t: messages(context.language),
    notValid: notValidIn(bundle),
  }
  const lines = new Map<string, { readonly target: Target; readonly rows: Row[] }>()
  for (const row of given) {
    for (const target of targetsOfDose(row.item.resource, words)) {
      const key = `${target.disease} ${target.label}`
      const known = lines.get(key)
      if (known) known.rows.push(row)
      else lines.set(key, { target, rows: [row] })
    }
  }
  const found = [...lines.values()]
  if (found.every(({ target }) => target.disease === 'other')) return []
  return found
    .toSorted((a, b) => Number(a.target.disease === 'other') - Number(b.target.disease === 'other'))
    .map(({ target, rows }) => toLine(target, rows, words))
}

/** The vaccine's own codes tell; so does the record, by a code or in words. */
function targetsOfDose(resource: Resource, { f, t }: Words): readonly Target[] {
  const stated = protocolsOf(resource).flatMap((protocol) => flatList(protocol['targetDisease']))
  const known = new Set([...diseasesOf(resource['vaccineCode']), ...stated.flatMap(targetsOf)])
  if (known.size > 0)
    return [...known].map((disease) => ({ disease, label: f.speech.disease(codeOf(disease)) ?? disease }))
  const labels = new Set(stated.flatMap((concept) => f.code(concept) ?? []))
  if (labels.size > 0) return [...labels].map((label) => ({ disease: 'stated', label }))
  return [{ disease: 'other', label: t('otherVaccines') }]
}

const protocolsOf = (resource: Resource): readonly FhirRecord[] =>
  records(resource['protocolApplied'] ?? resource['vaccinationProtocol'])

function toLine(target: Target, rows: readonly Row[], words: Words): DiseaseLine {
  const { t } = words
  const repeated = target.disease === 'other' ? undefined : repeatedDay(rows, words)
  return {
    ...target,
    doses: t('doses', { count: rows.length }),
    dates: rows.map((row) => ({ ref: row.ref, text: doseText(row, target, words) })),
    ...(repeated !== undefined && { remark: t('sameDay', { date: repeated }) }),
  }
}

/** Source: FHIR R4, ImmunizationEvaluation.doseStatus. One that was withdrawn judges nothing. */
const notValidIn = (bundle: OrganizedBundle): ReadonlySet<BundleItem> =>
  new Set(
    itemsOf(bundle, 'ImmunizationEvaluation').flatMap((item) => {
      const { doseStatus, status, immunizationEvent } = item.resource
      if (!bareCodes(doseStatus).includes('notvalid') || bareCodes(status).includes('entered-in-error'))
        return []
      const event = bundle.resolve(immunizationEvent, item)
      return event?.kind === 'entry' ? event.item : []
    }),
  )

function doseText({ item, marks }: Row, { disease }: Target, { f, t, notValid }: Words): string {
  const { resource } = item
  const doses = ownProtocols(protocolsOf(resource), disease).flatMap(
    (protocol) => doseInSeries(protocol, f) ?? [],
  )
  const remarks = [
    ...[...new Set(doses)].map((dose) => t('doseNumber', { dose })),
    ...marks.map(({ text }) => text),
    ...(notValid.has(item) ? [t('notValid')] : []),
  ]
  const date = dateOf(resource, f) ?? t('noDate')
  return remarks.length === 0 ? date : t('remark', { text: date, remark: remarks.join(', ') })
}

/** Of several protocols those for this disease; one that names no disease is for all of them. */
function ownProtocols(protocols: readonly FhirRecord[], disease: Target['disease']): readonly FhirRecord[] {
  const isOwn = (protocol: FhirRecord): boolean => {
    const targets = flatList(protocol['targetDisease']).flatMap(targetsOf)
    return targets.length === 0 || targets.some((target) => target === disease)
  }
  return disease === 'stated' || disease === 'other' ? protocols : protocols.filter(isOwn)
}

const dateOf = (resource: Resource, f: Format): string | undefined =>
  f.value(resource, 'occurrence') ?? f.date(resource['date'])

/** A day on which two entries name the same disease: records from two places often hold the same dose twice. */
function repeatedDay(rows: readonly Row[], { f }: Words): string | undefined {
  const days = rows.flatMap(({ item: { resource } }) => {
    const sent = parseDate(resource['occurrenceDateTime'] ?? resource['date'])
    return sent?.day === undefined ? [] : `${sent.year}-${sent.month}-${sent.day}`
  })
  const again = days.find((day, position) => days.indexOf(day) !== position)
  if (again === undefined) return undefined
  const [year = '', month = '', day = ''] = again.split('-')
  return f.date(`${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}
