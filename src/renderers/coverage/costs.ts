import { field, flatList, record } from '../../core/fhir/shape'
import { bareCodes } from '../tables/formatCode'
import type { Card } from './card'
import { costWords } from './messagesCodes'
import { cardExtensions } from './values'

export interface Cost {
  readonly label: string
  readonly value: string
  readonly exceptions: readonly string[]
}

/** What the patient pays. Nothing is a price as well: `$0.00` stays, and so does a share in percent. */
export const costsOf = (card: Card): readonly Cost[] =>
  flatList(card.item.resource['costToBeneficiary']).map((sent) => {
    const { f, t } = card
    const cost = record(sent) ?? { value: sent }
    return {
      label: labelOf(cost['type'], card),
      value: valueOf(cost, card) ?? t('costNotStated'),
      exceptions: flatList(cost['exception']).map((exception) => {
        const parts = [f.code(field(exception, 'type')), f.period(field(exception, 'period'))]
        const words = parts.filter((part) => part !== undefined).join(', ')
        return t('exception', { text: words === '' ? (f.any(exception) ?? '') : words })
      }),
    }
  })

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

function labelOf(type: unknown, card: Card): string {
  const { f, t } = card
  const [code = ''] = bareCodes(type)
  return limitWords(code, card) ?? costWords(f.speech.language)(code) ?? f.code(type) ?? t('cost')
}

const LIMITS = {
  Ded: 'deductible',
  Max: 'maximum',
  RxDed: 'rxDeductible',
  RxMax: 'rxMaximum',
} as const

/** The sixteen codes for yearly limits are put together from parts: `FamRxInDed`. Source: C4DICExtendedCopayTypeCS. */
function limitWords(code: string, { t }: Card): string | undefined {
  const [, who, rx = '', where, limit] = /^(Fam|Ind)(Rx)?(In|Out)(Ded|Max)$/.exec(code) ?? []
  const what = `${rx}${limit}`
  if (!(what in LIMITS)) return undefined
  return t('familyOrIndividual', {
    what: t(LIMITS[what as keyof typeof LIMITS]),
    who: t(who === 'Fam' ? 'family' : 'individual'),
    where: t(where === 'In' ? 'inNetwork' : 'outOfNetwork'),
  })
}
