import { field, flatList, record, text } from '../../core/fhir/shape'
import { bareCodes } from '../tables/formatCode'
import type { Card } from './card'
import { purposeWords } from './messagesCodes'
import { payersOf, resolved } from './values'

export interface Contact {
  /** What it is for: "For providers". */
  readonly label: string
  readonly lines: readonly ContactLine[]
}

export interface ContactLine {
  /** In words, with what kind of number it is. */
  readonly text: string
  /** An address to follow, still to be judged by `SafeLink`; `undefined` for what leads nowhere. */
  readonly href?: string
}

/** How to reach the payer: its own numbers and addresses, then those of each contact it names. */
export const contactsOf = (card: Card): readonly Contact[] =>
  payersOf(card)
    .flatMap((payer): readonly (Contact | undefined)[] => {
      const organization = resolved(card, payer)
      if (!organization) return []
      const name = card.f.label(organization) ?? card.t('payer')
      return [
        contact(name, organization, card),
        ...flatList(organization['contact']).map((sent) => contact(purpose(sent, card), sent, card)),
      ]
    })
    .filter((found) => found !== undefined)

function purpose(sent: unknown, { f, t }: Card): string {
  const words = purposeWords(f.speech.language)
  const known = bareCodes(field(sent, 'purpose')).map(words)
  const label = known.find((found) => found !== undefined) ?? f.code(field(sent, 'purpose')) ?? t('contact')
  // R4 has HumanName, R5 a list of them; an organization's own name is its label already.
  const name = record(sent)?.['name'] === undefined ? undefined : f.name(field(sent, 'name'))
  return name === undefined ? label : t('labelled', { label, text: name })
}

function contact(label: string, holder: unknown, { f }: Card): Contact | undefined {
  const known = record(holder)
  const lines: readonly ContactLine[] = [
    ...flatList(known?.['telecom']).flatMap((telecom): ContactLine | readonly ContactLine[] => {
      const words = f.telecom(telecom)
      if (words === undefined) return []
      const href = hrefOf(telecom)
      return { text: words, ...(href !== undefined && { href }) }
    }),
    ...flatList(known?.['address']).flatMap((address): ContactLine | readonly ContactLine[] => {
      const words = f.address(address)
      return words === undefined ? [] : { text: words }
    }),
  ]
  return lines.length === 0 ? undefined : { label, lines }
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
