import { field, flatList, record } from '../../core/fhir/shape'
import { plainText } from '../../core/plainText'
import { bareCodes } from '../tables/formatCode'
import { cardExtensions, type Card } from './card'
import { limitOf, limitsOf, type Limits } from './limits'
import { costWords } from './messagesCodes'

export interface Cost {
  /** The code in lower case, for whoever picks single costs; '' for a cost without one. */
  readonly kind: string
  readonly label: string
  readonly value: string
  /** What is typed into a form; absent where no amount is stated. */
  readonly plain?: string
  readonly exceptions: readonly string[]
}

/** What the patient pays, but for the yearly limits. Nothing is a price as well: `$0.00` stays, and so does a share in percent. */
export const costsOf = (card: Card): readonly Cost[] =>
  flatList(card.item.resource['costToBeneficiary'])
    .filter((sent) => limitOf(sent) === undefined)
    .map((sent) => costOf(sent, card))

/** Deductibles and the most that is paid out of pocket, as a table. */
export const yearlyLimitsOf = (card: Card): Limits | undefined =>
  limitsOf(card, (sent) => {
    const { value, exceptions } = costOf(sent, card)
    return [value, ...exceptions]
  })

function costOf(sent: unknown, card: Card): Cost {
  const { f, t } = card
  const cost = record(sent) ?? { value: sent }
  // R5 says here for whom and where a cost holds.
  const scope = ['category', 'network', 'unit', 'term'].flatMap((name) => f.code(cost[name]) ?? [])
  const value = valueOf(cost, card)
  return {
    kind: bareCodes(cost['type'])[0]?.toLowerCase() ?? '',
    label: [labelOf(cost['type'], card), ...scope].join(', '),
    value: value ?? t('costNotStated'),
    ...(value !== undefined && { plain: plainText(value) }),
    exceptions: flatList(cost['exception']).map((exception) => {
      const parts = [f.code(field(exception, 'type')), f.period(field(exception, 'period'))]
      const words = parts.filter((part) => part !== undefined).join(', ')
      return t('exception', { text: words === '' ? (f.any(exception) ?? '') : words })
    }),
  }
}

/** The card may say "$10 after deductible" in words, beside the amount or instead of it. */
function valueOf(cost: Readonly<Record<string, unknown>>, { f }: Card): string | undefined {
  const sent = cost['valueMoney']
  const inWords = [sent, cost['_valueMoney'], cost].flatMap((holder) =>
    cardExtensions(holder, 'BeneficiaryCostString').map((extension) => f.value(extension, 'value')),
  )
  const money = record(sent)
  const isAmount = money === undefined || money['value'] !== undefined || money['currency'] !== undefined
  const amount =
    inWords.length > 0 && !isAmount ? undefined : f.value(withoutExtension(cost, inWords), 'value')
  return [amount, ...inWords].filter((words) => words !== undefined).join('; ') || undefined
}

/** An amount whose words are told already is told by its number alone. */
function withoutExtension(
  cost: Readonly<Record<string, unknown>>,
  inWords: readonly unknown[],
): Readonly<Record<string, unknown>> {
  const money = record(cost['valueMoney'])
  return inWords.length === 0 || money === undefined
    ? cost
    : { ...cost, valueMoney: { value: money['value'], currency: money['currency'] } }
}

function labelOf(type: unknown, { f, t }: Card): string {
  const words = bareCodes(type).map(costWords(f.speech.language))
  return words.find((known) => known !== undefined) ?? f.code(type) ?? t('cost')
}
