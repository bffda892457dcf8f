import { canonicalSystem } from '../../core/codes/codeSystems'
import { readConcept } from '../../core/fhir/code'
import {
  bestName,
  byAddressUse,
  byIdentifierUse,
  byTelecomUse,
  formatAddress,
  formatName,
  isFormer,
} from '../../core/fhir/person'
import { field, record, text } from '../../core/fhir/shape'
import { systemName } from '../../core/fhir/systemNames'
import type { Format } from './format'
import { codingText } from './formatCode'

/** Addresses, telephones and identifiers that are no longer in use say so: a bill sent to an old address is lost. */
const withRemarks = (words: string | undefined, remarks: readonly (string | undefined)[], f: Format) => {
  const stated = [...new Set(remarks.filter((remark) => remark !== undefined))]
  if (words === undefined || stated.length === 0) return words
  return f.speech.t('remark', { text: words, remark: stated.join(', ') })
}

const formerRemark = (value: unknown, f: Format): string | undefined =>
  isFormer(value, f.context.now) ? f.speech.t('former') : undefined

/** The name to call a person by; where there is none but a former one, it says so. */
export function nameText(names: readonly unknown[], f: Format): string | undefined {
  const { now } = f.context
  const stated = names.filter((name) => formatName(name) !== undefined)
  const former = stated.length > 0 && stated.every((name) => isFormer(name, now))
  return withRemarks(bestName(names, now), [former ? f.speech.t('former') : undefined], f)
}

export const addressText = (value: unknown, f: Format): string | undefined =>
  withRemarks(formatAddress(value), [f.speech.purpose(field(value, 'use')), formerRemark(value, f)], f)

/** `555-0100 (mobile)`, `a@b.example (email, work)`. What kind a telephone number is shows by itself. */
export function telecomText(value: unknown, f: Format): string | undefined {
  const telecom = record(value)
  const system = text(telecom?.['system'])
  const kind = system === 'phone' ? undefined : (f.speech.purpose(system) ?? system)
  const use = text(telecom?.['use'])
  return withRemarks(
    text(telecom?.['value']),
    [kind, f.speech.purpose(use) ?? use, formerRemark(value, f)],
    f,
  )
}

/** `Medical record number: 12345`. The kind is the sender's text, else the type's, else the issuer, else a known system. */
export function identifierText(value: unknown, f: Format): string | undefined {
  const identifier = record(value)
  const number = text(identifier?.['value'])
  if (!identifier || number === undefined) return undefined
  // Cards name the maker of a vaccine by its number on a list.
  if (isMaker(identifier))
    return withRemarks(codingText({ system: MVX, code: number }, f), [formerRemark(value, f)], f)
  const label = identifierLabel(identifier, f)
  const words = label === undefined ? number : f.speech.t('labelled', { label, text: number })
  return withRemarks(words, [formerRemark(value, f)], f)
}

const MVX = 'http://hl7.org/fhir/sid/mvx'

/** Whether an Identifier is the code of a maker of vaccines: read as its name, and no number of anybody. */
export const isMaker = (identifier: unknown): boolean =>
  canonicalSystem(text(field(identifier, 'system')) ?? '') === MVX

function identifierLabel(identifier: Readonly<Record<string, unknown>>, f: Format): string | undefined {
  const type = readConcept(identifier['type'], f.speech.language)
  const system = systemName(identifier['system'])
  return (
    type.text ??
    type.codings.map((coding) => codingText(coding, f)).find((words) => words !== undefined) ??
    text(field(identifier['assigner'], 'display')) ??
    (system === undefined || /[:/]/.test(system) ? undefined : system)
  )
}

export const sortedAddresses = (value: unknown, f: Format) => byAddressUse(value, f.context.now)
export const sortedTelecoms = (value: unknown, f: Format) => byTelecomUse(value, f.context.now)
export const sortedIdentifiers = (value: unknown, f: Format) => byIdentifierUse(value, f.context.now)
