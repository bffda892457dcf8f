import { flatList } from '../../core/fhir/shape'
import { itemsOf, typeOf, type BundleItem, type OrganizedBundle } from '../../core/organizeResources'
import type { ViewContext } from '../renderer'
import { createFormat, type Format } from '../tables/format'
import { marksAsRemarks, type Remark } from '../tables/remark'
import type { TableModel } from '../tables/table'
import { toTables } from '../tables/toTables'
import type { Card, CardValue } from './card'
import { contactsOf, type Contact } from './contacts'
import { costsOf, type Cost } from './costs'
import { forceOf, type Force } from './force'
import { messages } from './messages'
import { cardExtensions, payersOf, peopleOnCard, valuesOf } from './values'

export interface CoverageModel {
  /** One for each Coverage, in bundle order. */
  readonly cards: readonly CardModel[]
  /** Everything else. */
  readonly rest: readonly TableModel[]
}

export interface CardModel {
  readonly ref: string
  readonly item: BundleItem
  /** The payer's name, and the kind of insurance where it is stated. Never blank. */
  readonly title: string
  readonly force: Force
  readonly remarks: readonly Remark[]
  /** In the order in which a front desk types them. */
  readonly values: readonly CardValue[]
  readonly costs: readonly Cost[]
  readonly contacts: readonly Contact[]
  /** In words: the people whom the card covers. */
  readonly people: readonly string[]
  /** Lines of text from the back of the card. */
  readonly information: readonly string[]
}

/** Every Coverage as a card of its own, and every other entry in tables. Pure. */
export function toModel(bundle: OrganizedBundle, context: ViewContext): CoverageModel {
  const f = createFormat(bundle, context)
  const others = bundle.items.filter(({ resource }) => typeOf(resource) !== 'Coverage')
  return {
    cards: itemsOf(bundle, 'Coverage').map((item) => toCard(item, f)),
    rest: toTables(others, bundle, context),
  }
}

function toCard(item: BundleItem, f: Format): CardModel {
  const card: Card = { f, t: messages(f.speech.language), item }
  const { resource } = item
  const { t } = card
  const payers = payersOf(card).flatMap((payer) => f.reference(payer, item) ?? [])
  const title = [payers.join('; ') || t('payerNotStated'), f.code(resource['type'], item)]
  const isStated = f.status(resource['status'], resource['_status']) !== undefined
  return {
    ref: item.ref,
    item,
    title: title.filter((part) => part !== undefined).join(', '),
    force: forceOf(card),
    remarks: [
      ...(isStated ? [] : [{ severity: 'info', text: t('statusNotStated') } as const]),
      ...marksAsRemarks(resource, f, ({ code }) => (SAID_BY_FORCE.has(code) ? '' : undefined)),
    ],
    values: valuesOf(card),
    costs: costsOf(card),
    contacts: contactsOf(card),
    people: peopleOnCard(card).map(({ name, number }) =>
      name !== undefined && number !== undefined
        ? t('labelled', { label: name, text: number })
        : (name ?? number ?? ''),
    ),
    information: cardExtensions(resource, 'AdditionalCardInformation').flatMap((extension) => {
      const sent = extension['valueAnnotation']
      const words = flatList(sent).map((part) => f.annotation(part, item))
      return [...words, sent === undefined ? f.value(extension, 'value', item) : undefined].flatMap(
        (part) => part?.split(/\s*\n\s*/) ?? [],
      )
    }),
  }
}

/** Marks that the line about what is in force says already, and better. */
const SAID_BY_FORCE: ReadonlySet<string> = new Set(['entered-in-error', 'cancelled', 'draft', 'ended'])
