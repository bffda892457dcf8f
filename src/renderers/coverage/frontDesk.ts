import { plainText, tabSeparated } from '../../core/plainText'
import type { ViewContext } from '../renderer'
import type { CardValue } from './card'
import { messages } from './messages'
import type { CardModel } from './model'

/** One thing to type into a form: what it is called, and exactly what is typed. */
export type FrontDeskField = Pick<CardValue, 'key' | 'label' | 'value'>

/** What is typed for a value: plain characters, and dates year first. */
export const typed = ({ value, plain = value }: Pick<CardValue, 'value' | 'plain'>): string =>
  plainText(plain)

/** Values that forms ask for after the costs and the telephone numbers. */
const LAST: ReadonlySet<string> = new Set(['order', 'network', 'issued', 'updated'])
/** Costs that forms ask for, in their order. */
const COPAYS = ['gpvisit', 'spvisit', 'urgentcare', 'emergency']
/** Contacts that forms ask for, in their order. */
const CONTACTS = ['provider', 'PAYOR', 'pharma']

/** Coverage that may be billed needs no line about it. */
const IN_FORCE = new Set(['active', 'ends-soon'])

/**
 * A card as a form asks for it: who pays, the plan, the numbers, the people, the dates, the pharmacy, what a visit
 * costs, whom to call, and the rest. Plain values, to be copied as they are; what has to be known about one, such as
 * that it is a former number, stands in its label. A coverage that is not in force says so before the costs.
 */
export function frontDeskFields(
  { values, costs, contacts, force }: CardModel,
  { language }: Pick<ViewContext, 'language'>,
): readonly FrontDeskField[] {
  const t = messages(language)
  const plain = values.map(({ key, label, remark, ...value }) => ({
    key,
    label: remark === undefined ? label : `${label} (${remark})`,
    value: typed(value),
  }))
  const copays = COPAYS.flatMap((kind) => costs.filter((cost) => cost.kind === kind))
  const lines = CONTACTS.flatMap((kind) => contacts.filter((contact) => contact.kind === kind))
  return [
    ...plain.filter(({ key }) => !LAST.has(key)),
    ...(IN_FORCE.has(force.code) ? [] : [{ key: 'force', label: t('inForce'), value: force.text }]),
    ...copays.flatMap(({ kind, label, plain: value }) =>
      value === undefined ? [] : { key: kind, label, value },
    ),
    ...lines.flatMap(({ kind, label, lines: own }) =>
      own.map(({ plain: value }) => ({ key: kind, label, value: plainText(value) })),
    ),
    ...plain.filter(({ key }) => LAST.has(key)),
  ]
}

/** A card's values in the order, selection and labels of this deployment. */
export function fieldsToCopy(
  card: CardModel,
  context: Pick<ViewContext, 'language' | 'copyFields'>,
): readonly FrontDeskField[] {
  const all = frontDeskFields(card, context)
  const { copyFields = [], language } = context
  if (copyFields.length === 0) return all
  return copyFields.flatMap(({ field, label }) =>
    all
      .filter(({ key }) => key === field)
      .map((found) => ({ ...found, label: label?.[language] ?? label?.en ?? found.label })),
  )
}

/** One line for each value: `Member ID: 12345`. */
export const asLines = (
  fields: readonly FrontDeskField[],
  { language }: Pick<ViewContext, 'language'>,
): string =>
  fields.map(({ label, value }) => messages(language)('labelled', { label, text: value })).join('\n')

/** For a spreadsheet: a column of labels and one of values. */
export const asTable = (fields: readonly FrontDeskField[]): string =>
  tabSeparated(fields.map(({ label, value }) => [label, value]))
