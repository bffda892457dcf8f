import { extensionsOf } from '../../core/fhir/extension'
import { cardExtensions, resolved, type Card } from './card'

/** Somebody whom a card covers. */
export interface PersonOnCard {
  readonly name?: string
  readonly number?: string
  /** The one whom this Coverage is about. */
  readonly isInsured: boolean
  readonly isSubscriber: boolean
}

/**
 * Everybody whom the card covers, in its order. Who of them is the patient goes by the reference where there is one,
 * else by the name.
 * Source: CARIN Digital Insurance Card, C4DIC-PlanBeneficiaries.
 */
export function peopleOnCard(card: Card): readonly PersonOnCard[] {
  const { f, item } = card
  const [insured, subscriber] = ['beneficiary', 'subscriber'].map((name) =>
    resolved(card, item.resource[name]),
  )
  return cardExtensions(item.resource, 'PlanBeneficiaries').map((extension) => {
    const part = (url: string) => extensionsOf(extension).find((inner) => inner['url'] === url)
    const person = resolved(card, part('personReference')?.['valueReference'])
    const name = f.value(part('name'), 'value') ?? f.value(part('personReference'), 'value', item)
    const number = f.value(part('memberId'), 'value')
    const is = (other: typeof person): boolean =>
      other !== undefined &&
      (person === undefined ? name !== undefined && name === f.name(other['name']) : person === other)
    return {
      ...(name !== undefined && { name }),
      ...(number !== undefined && { number }),
      isInsured: is(insured),
      isSubscriber: is(subscriber),
    }
  })
}
