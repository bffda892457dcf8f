import { flatList, number } from '../../core/fhir/shape'
import { itemsOf, typeOf, type BundleItem, type OrganizedBundle } from '../../core/organizeResources'
import type { ViewContext } from '../renderer'
import { createFormat, type Format } from '../tables/format'
import { marksAsRemarks, type Remark } from '../tables/remark'
import type { TableModel } from '../tables/table'
import { toTables } from '../tables/toTables'
import { cardExtensions, type Card, type CardValue } from './card'
import { coloursOf, type CardColours } from './colours'
import { contactsOf, type Contact } from './contacts'
import { costsOf, yearlyLimitsOf, type Cost } from './costs'
import { forceOf, type Force } from './force'
import type { Limits } from './limits'
import { messages } from './messages'
import { peopleOnCard, type PersonOnCard } from './people'
import { picturesOf, type CardPicture } from './pictures'
import { payersOf, valuesOf } from './values'

export interface CoverageModel {
  /** One for each Coverage: those that may be billed first, then by the order of benefits, then as they were sent. */
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
  /** Deductibles and the most that is paid out of pocket; `undefined` where the card states none by code. */
  readonly limits?: Limits
  readonly contacts: readonly Contact[]
  readonly people: readonly PersonOnCard[]
  /** Lines of text from the back of the card. */
  readonly information: readonly string[]
  readonly colours?: CardColours
  readonly pictures: readonly CardPicture[]
}

/** Every Coverage as a card of its own, and every other entry in tables. Pure. */
export function toModel(bundle: OrganizedBundle, context: ViewContext): CoverageModel {
  const f = createFormat(bundle, context)
  const others = bundle.items.filter(({ resource }) => typeOf(resource) !== 'Coverage')
  return {
    cards: itemsOf(bundle, 'Coverage')
      .map((item) => toCard(item, f))
      .toSorted(byUse),
    rest: toTables(others, bundle, context),
  }
}

/** In no case to be billed. */
const OUT_OF_FORCE: ReadonlySet<Force['code']> = new Set(['ended', 'cancelled', 'entered-in-error'])

const byUse = (a: CardModel, b: CardModel): number =>
  Number(OUT_OF_FORCE.has(a.force.code)) - Number(OUT_OF_FORCE.has(b.force.code)) ||
  orderOf(a) - orderOf(b) ||
  a.item.position - b.item.position

/** 1 is billed first. Larger than any where it is not stated. */
const orderOf = ({ item }: CardModel): number => number(item.resource['order']) ?? Number.MAX_SAFE_INTEGER

function toCard(item: BundleItem, f: Format): CardModel {
  const card: Card = { f, t: messages(f.speech.language), item }
  const { resource } = item
  const { t } = card
  const payers = payersOf(card).flatMap((payer) => f.reference(payer, item) ?? [])
  const title = [payers.join('; ') || t('payerNotStated'), f.code(resource['type'], item)]
  const [limits, colours] = [yearlyLimitsOf(card), coloursOf(card)]
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
    ...(limits && { limits }),
    contacts: contactsOf(card),
    people: peopleOnCard(card),
    information: cardExtensions(resource, 'AdditionalCardInformation').flatMap((extension) => {
      const sent = extension['valueAnnotation']
      const words = flatList(sent).map((part) => f.annotation(part, item))
      return [...words, sent === undefined ? f.value(extension, 'value', item) : undefined].flatMap(
        (part) => part?.split(/\s*\n\s*/) ?? [],
      )
    }),
    ...(colours && { colours }),
    pictures: picturesOf(card),
  }
}

/** Marks that the line about what is in force says already, and better. */
const SAID_BY_FORCE: ReadonlySet<string> = new Set(['entered-in-error', 'cancelled', 'draft', 'ended'])
