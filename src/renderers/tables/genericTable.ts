import { choiceName, choicesOf, list } from '../../core/fhir/shape'
import { asWritten } from '../../core/decimals'
import { isRecord } from '../../core/encoding'
import type { Resource } from '../../core/fhir/types'
import { typeOf, type BundleItem } from '../../core/organizeResources'
import generic from './digest/generic.json'
import type { Format } from './format'
import { elementLabel } from './speech'
import { defineTable, type TableDefinition } from './table'

/** For types that have no table of their own: what it is, when it was, how it stands, and what else the definition of its type puts first. */
export const GENERIC: TableDefinition = defineTable<string>({
  type: '',
  columns: [
    { header: 'what', cell: (resource, f, item) => f.label(resource, item) },
    { header: 'date', cell: genericDate },
    {
      header: 'status',
      cell: (r, f) => f.status(r['status'] ?? r['lifecycleStatus'] ?? r['clinicalStatus'], r['_status']),
    },
    { header: 'more', cell: genericLines },
  ],
})

/** Elements that say when something was, in any type; the one that says most about it first. */
const DATE_CHOICES = ['effective', 'occurrence', 'performed', 'onset', 'occurred', 'timing', 'collected']
const DATES = [
  'date',
  'period',
  'authoredOn',
  'recordedDate',
  'dateTime',
  'issued',
  'started',
  'start',
  'created',
]
const LATE_DATES = ['sent', 'received', 'recorded', 'authored', 'dateAsserted', 'servicedDate', 'timestamp']

function genericDate(resource: Resource, f: Format): string | undefined {
  const choice = DATE_CHOICES.map((name) => f.value(resource, name)).find((words) => words !== undefined)
  if (choice !== undefined) return choice
  return [...DATES, ...LATE_DATES]
    .map((name) => f.period(resource[name]))
    .find((words) => words !== undefined)
}

/** Everything in a resource of any type that may be the date to sort it by, the best first. */
export const genericDates = (resource: Resource): readonly unknown[] => [
  ...DATE_CHOICES.flatMap((name) => choicesOf(resource, name).map(({ value }) => value)),
  ...[...DATES, ...LATE_DATES].map((name) => resource[name]),
]

/** Lines beside the modifiers; the rest is in the details. */
const MOST_LINES = 5
/** Characters of one line. */
const LONG_LINE = 200

/** What the other columns say, what every resource has, and what only a program reads. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set(
  'resourceType id meta text language contained extension modifierExtension implicitRules identifier status _status lifecycleStatus clinicalStatus'.split(
    ' ',
  ),
)

/** `Label: value`: every modifier, then the summary, then whatever else there is, until there are enough lines. */
function genericLines(resource: Resource, f: Format, item: BundleItem): readonly string[] {
  const { modifiers, others } = elementsOf(resource)
  const said = [f.label(resource, item), genericDate(resource, f)]
  const lineOf = (name: string): readonly string[] => {
    const words = wordsOf(resource, name, f, item)
    return words === undefined || said.includes(words)
      ? []
      : [f.speech.t('labelled', { label: elementLabel(name, f.speech), text: clipped(words) })]
  }
  return [...modifiers.flatMap(lineOf), ...firstLines(others, lineOf)]
}

/** Stops to ask when there are enough: a resource may have thousands of elements. */
function firstLines(
  names: readonly string[],
  lineOf: (name: string) => readonly string[],
): readonly string[] {
  const lines: string[] = []
  for (const name of names) {
    if (lines.length >= MOST_LINES) break
    lines.push(...lineOf(name))
  }
  return lines
}

/** The elements that a resource has, by their names without the type of a choice. */
function elementsOf(resource: Resource): {
  readonly modifiers: readonly string[]
  readonly others: readonly string[]
} {
  const definitions: Readonly<Record<string, string>> = generic
  const type = typeOf(resource)
  const words = Object.hasOwn(definitions, type) ? (definitions[type] ?? '').split(' ') : []
  const names = words.map((word) => word.replace(/!$/, '').replace(/\[x\]$/, ''))
  const isModifier = (_: string, index: number) => words[index]?.endsWith('!') === true
  const own = Object.keys(resource)
    .filter((name) => !name.startsWith('_'))
    .map((name) => choiceName(name))
  const modifiers = names.filter(isModifier).filter(wanted)
  const others = [...names, ...own].filter((name) => wanted(name) && !modifiers.includes(name))
  return { modifiers, others: [...new Set(others)] }
}

const wanted = (name: string): boolean => !SAID_ELSEWHERE.has(name)

/** Coded words where the value is a code, a reference by its name, and anything else as it looks. */
function wordsOf(resource: Resource, name: string, f: Format, item: BundleItem): string | undefined {
  const value = asWritten(resource, name, resource[name])
  if (value === undefined) return f.value(resource, name, item)
  const parts = list(value)
  return parts.every((part) => typeof part === 'string' && !/\d{4}-\d{2}/.test(part))
    ? f.status(value)
    : parts.length === 1 && isRecord(parts[0]) && parts[0]['reference'] !== undefined
      ? f.reference(value, item)
      : f.any(value, item)
}

const clipped = (words: string): string =>
  words.length > LONG_LINE ? `${words.slice(0, LONG_LINE).trimEnd()}…` : words
