import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  bannerLabel: 'Patient whose chart is open',
  chart: 'Chart',
  openIn: 'open in',
  noRecordNumber: 'no record number stated',

  matchesBoth: 'This record fits the open chart: name and birth date agree.',
  matchesAll: 'This record fits the open chart: name, birth date and number agree.',
  matchesByNumber:
    'This record fits the open chart: birth date and number agree, the names could not be compared.',
  matchesFamily: 'This insurance card covers the patient whose chart is open, and others.',
  mismatchTitle: 'Another patient? This record does not fit the chart that is open.',
  mismatchAdvice:
    'Make sure whom it is about before you use it for this patient. Nothing is saved to the chart unless you say so.',
  unclearTitle: 'Nobody can tell whether this record is about the patient whose chart is open.',
  unclearAdvice: 'Compare the two yourself, or ask the patient, before you use it.',
  noProof: 'It is no proof of identity.',
  nobody: 'The record names no person.',
  tooMany: 'The record names more people than can be compared.',

  personOf: 'Person {number} of {count}',
  roleInsured: 'insured',
  roleSubscriber: 'holds the policy and is not insured by it',
  compared: 'What was compared',
  inChart: 'Chart',
  inRecord: 'This record',
  field_name: 'Name',
  field_birthDate: 'Birth date',
  field_identifier: 'Number',
  answer_same: 'agrees',
  answer_different: 'differs',
  answer_unclear: 'not certain',
  notStated: 'not stated',
} as const

export const patientMessages = defineMessages(english, {
  es: () => import('./patientMessages.es').then(({ spanish }) => spanish),
})
