import type { CardValue } from './card'
import type { CardModel } from './model'

/** One thing to type into a form: what it is called, and exactly what is typed. */
export type FrontDeskField = Pick<CardValue, 'key' | 'label' | 'value'>

/** Values that forms ask for after the costs and the telephone numbers. */
const LAST: ReadonlySet<string> = new Set(['order', 'network', 'issued', 'updated'])
/** Costs that forms ask for, in their order. */
const COPAYS = ['gpvisit', 'spvisit', 'urgentcare', 'emergency']
/** Contacts that forms ask for, in their order. */
const CONTACTS = ['provider', 'PAYOR', 'pharma']

/**
 * A card as a form asks for it: who pays, the plan, the numbers, the people, the dates, the pharmacy, what a visit
 * costs, whom to call, and the rest. Plain values without remarks, to be copied as they are.
 */
export function frontDeskFields({ values, costs, contacts }: CardModel): readonly FrontDeskField[] {
  const plain = values.map(({ key, label, value }) => ({ key, label, value }))
  const copays = COPAYS.flatMap((kind) => costs.filter((cost) => cost.kind === kind))
  const lines = CONTACTS.flatMap((kind) => contacts.filter((contact) => contact.kind === kind))
  return [
    ...plain.filter(({ key }) => !LAST.has(key)),
    ...copays.map(({ kind, label, value }) => ({ key: kind, label, value })),
    ...lines.flatMap(({ kind, label, lines: own }) =>
      own.map(({ plain: value }) => ({ key: kind, label, value })),
    ),
    ...plain.filter(({ key }) => LAST.has(key)),
  ]
}
