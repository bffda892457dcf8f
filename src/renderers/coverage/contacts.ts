import { formatAddress } from '../../core/fhir/person'
import { field, flatList, record, text } from '../../core/fhir/shape'
import { bareCodes } from '../tables/formatCode'
import { resolved, type Card } from './card'
import { sortedAddresses, sortedTelecoms } from '../tables/formatPeople'
import { purposeWords } from './messagesCodes'
import { payersOf } from './values'

export interface Contact {
  /** The code of its purpose; '' where none is stated, `payer` for the payer itself. */
  readonly kind: string
  /** What it is for: "For providers". */
  readonly label: string
  readonly lines: readonly ContactLine[]
}

export interface ContactLine {
  /** In words, with what kind of number it is. */
  readonly text: string
  /** The number or the address alone. */
  readonly plain: string
  /** An address to follow, still to be judged by `SafeLink`; `undefined` for what leads nowhere. */
  readonly href?: string
}

/** What a front desk calls or writes to, first; what is not here comes after it, in the order of the card. */
const ORDER = ['payer', 'provider', 'PAYOR', 'BILL', 'pharma', 'rxmailorder', 'virtual', 'PATINF']

/** How to reach the payer: its own numbers and addresses, then those of each contact it names, by what it is for. */
export const contactsOf = (card: Card): readonly Contact[] =>
  payersOf(card).flatMap((payer) => {
    const organization = resolved(card, payer)
    if (!organization) return []
    const name = card.f.label(organization) ?? card.t('payer')
    return [
      ...contact({ kind: 'payer', label: name }, organization, card),
      ...flatList(organization['contact']).flatMap((sent) => contact(purpose(sent, card), sent, card)),
    ].toSorted((a, b) => placeOf(a) - placeOf(b))
  })

const placeOf = ({ kind }: Contact): number => (ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length)

type Purpose = Pick<Contact, 'kind' | 'label'>

function purpose(sent: unknown, { f, t }: Card): Purpose {
  const words = purposeWords(f.speech.language)
  const codes = bareCodes(field(sent, 'purpose'))
  const kind = codes.find((code) => words(code) !== undefined) ?? ''
  const label = words(kind) ?? f.code(field(sent, 'purpose')) ?? t('contact')
  // R4 has HumanName, R5 a list of them; an organization's own name is its label already.
  const name = record(sent)?.['name'] === undefined ? undefined : f.name(field(sent, 'name'))
  return { kind, label: name === undefined ? label : t('labelled', { label, text: name }) }
}

function contact(purposeOf: Purpose, holder: unknown, { f }: Card): readonly Contact[] {
  const known = record(holder)
  const lines: readonly ContactLine[] = [
    ...sortedTelecoms(flatList(known?.['telecom']), f).flatMap(
      (telecom): ContactLine | readonly ContactLine[] => {
        const words = f.telecom(telecom)
        if (words === undefined) return []
        const href = hrefOf(telecom)
        const plain = text(field(telecom, 'value')) ?? words
        return { text: words, plain, ...(href !== undefined && { href }) }
      },
    ),
    ...sortedAddresses(flatList(known?.['address']), f).flatMap(
      (address): ContactLine | readonly ContactLine[] => {
        const words = f.address(address)
        return words === undefined ? [] : { text: words, plain: formatAddress(address) ?? words }
      },
    ),
  ]
  return lines.length === 0 ? [] : [{ ...purposeOf, lines }]
}

const SCHEMES: ReadonlyMap<string, string> = new Map([
  ['phone', 'tel:'],
  ['sms', 'tel:'],
  ['email', 'mailto:'],
  ['url', ''],
])

function hrefOf(telecom: unknown): string | undefined {
  const scheme = SCHEMES.get(text(field(telecom, 'system')) ?? '')
  const value = text(field(telecom, 'value'))
  return scheme === undefined || value === undefined ? undefined : `${scheme}${value}`
}
