import { isFormer } from '../../core/fhir/person'
import { field, flatList, list, record, records, text, type FhirRecord } from '../../core/fhir/shape'
import { bareCodes } from '../tables/formatCode'
import { cardExtensions, dated, resolved, stated, type Card, type CardValue } from './card'
import { classWords } from './messagesCodes'
import { peopleOnCard } from './people'

/**
 * What a front desk types, in the order in which intake forms ask for it: payer, plan, member, group, subscriber,
 * dates, pharmacy, the rest.
 */
export function valuesOf(card: Card): readonly CardValue[] {
  const { f, t, item } = card
  const { resource } = item
  const classes = classValues(card)
  const updated = field(resource.meta, 'lastUpdated')
  const of = (kinds: readonly string[]) =>
    kinds.flatMap((wanted) => classes.filter(({ kind }) => kind === wanted).flatMap(({ values }) => values))
  return [
    ...payerValues(card),
    ...of(PLANS),
    ...stated([['planType', t('planType'), f.code(resource['type'], item)]]),
    ...memberValues(card),
    ...of(GROUPS),
    ...personValues(card),
    ...periodValues(card),
    ...of(PHARMACY),
    ...classes.filter(({ kind }) => !PLACED.has(kind)).flatMap(({ values }) => values),
    ...stated([
      ['order', t('order'), f.text(resource['order'])],
      ['network', t('network'), f.text(resource['network'])],
    ]),
    ...dated([
      ...cardExtensions(resource, 'CardIssueDate').map(
        (extension) => ['issued', t('issued'), f.value(extension, 'value'), extension['valueDate']] as const,
      ),
      ['updated', t('updated'), f.date(updated), updated],
    ]),
  ]
}

/** First and last day apart, as forms ask for them; what is not exactly one Period is told as it stands. */
function periodValues({ f, t, item }: Card): readonly CardValue[] {
  const sent = item.resource['period']
  const period = record(sent)
  if (period === undefined || list(sent).length > 1) return stated([['period', t('period'), f.period(sent)]])
  return dated([
    ['start', t('start'), f.date(period['start'], period['_start']), period['start']],
    ['end', t('end'), f.date(period['end'], period['_end']), period['end']],
  ])
}

const PLANS = ['plan', 'subplan']
const GROUPS = ['group', 'subgroup']
const PHARMACY = ['rxbin', 'rxpcn', 'rxgroup', 'rxid', 'rxiin']
const PLACED: ReadonlySet<string> = new Set([...PLANS, ...GROUPS, ...PHARMACY])

/** `payor` is R4, `insurer` R5, `issuer` older. */
export const payersOf = ({ item }: Card): readonly unknown[] =>
  ['payor', 'insurer', 'issuer'].flatMap((name) => flatList(item.resource[name]))

const payerValues = (card: Card): readonly CardValue[] =>
  payersOf(card).flatMap((payer) => [
    ...stated([['payer', card.t('payer'), card.f.reference(payer, card.item)]]),
    ...identifierValues(
      [...records(resolved(card, payer)?.['identifier']), ...records(field(payer, 'identifier'))],
      { ...card, key: 'payerId', label: card.t('payerId') },
    ),
  ])

interface Naming extends Card {
  readonly key: string
  readonly label: string
}

/** Identifiers with the number alone as value; what kind of number it is stands in the label. */
const identifierValues = (
  identifiers: readonly FhirRecord[],
  { f, t, key, label }: Naming,
): readonly CardValue[] =>
  stated(
    identifiers.map((identifier) => [
      key,
      f.known(identifier['type'], f.speech.identifier) ?? label,
      text(identifier['value']),
      isFormer(identifier, f.context.now) ? t('former') : undefined,
    ]),
  )

const MEMBER_TYPES = new Set(['MB', 'um'])

/**
 * The number of the insured person and that of the subscriber, told apart. A person's own number is used where there
 * is one; the subscriber's is the person's own only if the card says "self".
 */
function memberValues(card: Card): readonly CardValue[] {
  const { f, t, item } = card
  const { resource } = item
  const own = ownNumbers(card)
  const subscriberIds = list(resource['subscriberId']).flatMap(
    (id) => text(id) ?? text(field(id, 'value')) ?? [],
  )
  const isSelf = bareCodes(resource['relationship']).some((code) => code.toLowerCase() === 'self')
  const members = isSelf && subscriberIds.length > 0 ? subscriberIds : own
  const others = records(resource['identifier']).filter(({ value }) => !members.includes(text(value) ?? ''))
  return [
    ...stated(members.map((number) => ['memberId', t('memberId'), number])),
    ...stated(
      subscriberIds
        .filter((number) => !members.includes(number))
        .map((number) => ['subscriberId', t('subscriberId'), number]),
    ),
    ...stated([['dependent', t('dependent'), f.text(resource['dependent'])]]),
    ...identifierValues(others, { ...card, key: 'otherId', label: t('otherId') }),
  ]
}

/** From the coverage, the insured person, or the list of people on the card; the first of these that has one. */
function ownNumbers(card: Card): readonly string[] {
  const { resource } = card.item
  const beneficiary = resolved(card, resource['beneficiary'])
  const sources = [
    memberNumbers(resource['identifier']),
    memberNumbers(beneficiary?.['identifier']),
    peopleOnCard(card)
      .filter(({ isInsured }) => isInsured)
      .flatMap(({ number }) => number ?? []),
  ]
  return [...new Set(sources.find((numbers) => numbers.length > 0) ?? [])]
}

const memberNumbers = (identifiers: unknown): readonly string[] =>
  records(identifiers)
    .filter(({ type }) => bareCodes(type).some((code) => MEMBER_TYPES.has(code)))
    .flatMap(({ value }) => text(value) ?? [])

function personValues(card: Card): readonly CardValue[] {
  const { f, t, item } = card
  const { resource } = item
  const born = (key: 'subscriberBorn' | 'insuredBorn', reference: unknown) => {
    const person = resolved(card, reference)
    const sent = person?.['birthDate']
    return dated([[key, t(key), f.date(sent, person?.['_birthDate']), sent]])
  }
  return [
    ...stated([['subscriber', t('subscriber'), f.reference(resource['subscriber'], item)]]),
    ...born('subscriberBorn', resource['subscriber']),
    ...stated([
      ['policyHolder', t('policyHolder'), f.reference(resource['policyHolder'], item)],
      ['insured', t('insured'), f.reference(resource['beneficiary'], item)],
    ]),
    ...born('insuredBorn', resource['beneficiary']),
    ...stated([['relationship', t('relationship'), f.status(resource['relationship'])]]),
  ]
}

interface ClassValues {
  /** The code in lower case; '' for a class without one. */
  readonly kind: string
  readonly values: readonly CardValue[]
}

/** Each class has a number and a name, and a form asks for either. */
function classValues({ f, t, item }: Card): readonly ClassValues[] {
  const words = classWords(f.speech.language)
  return flatList(item.resource['class']).map((sent) => {
    const part = record(sent) ?? { value: sent }
    const kind = bareCodes(part['type'])[0]?.toLowerCase() ?? ''
    const label = words(kind) ?? f.code(part['type']) ?? t('otherClass')
    const key = kind === '' ? 'class' : kind
    const value = text(part['value']) ?? text(field(part['value'], 'value')) ?? f.any(part['value'])
    return {
      kind,
      values: stated([
        [key, label, value],
        [`${key}Name`, t('nameOf', { label }), f.text(part['name'])],
      ]),
    }
  })
}
