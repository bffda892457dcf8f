import { defineWords } from './words'

/** Why something was not done, above all a vaccination. Source: v3 ActReason, as far as FHIR's vaccinations use it. */
export const englishReasons = {
  IMMUNE: 'Immunity',
  MEDPREC: 'Medical precaution',
  OSTOCK: 'Product out of stock',
  PATOBJ: 'Patient objection',
  PHILISOP: 'Philosophical objection',
  RELIG: 'Religious objection',
  VACEFF: 'Concern about the vaccine’s effectiveness',
  VACSAF: 'Concern about the vaccine’s safety',
} as const

/** What a contact of a patient is. Source: v2-0131. */
export const englishContacts = {
  BP: 'Billing contact',
  C: 'Emergency contact',
  CP: 'Contact person',
  E: 'Employer',
  EP: 'Emergency contact person',
  F: 'Federal agency',
  I: 'Insurance company',
  N: 'Next of kin',
  O: 'Other',
  PR: 'Person preparing a referral',
  S: 'State agency',
  U: 'Unknown',
} as const

const spanish = () => import('./messagesReasons.es')

export const reasonWords = defineWords(englishReasons, () => spanish().then(({ reasons }) => reasons))
export const contactWords = defineWords(englishContacts, () => spanish().then(({ contacts }) => contacts))
