import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  title: 'Immunization history',
  doses: { one: '{count} dose', other: '{count} doses' },
  noDoses: 'No dose is recorded.',
  given: 'Given',
  notGiven: 'Not given',
  notGivenLead: 'These vaccines were not given. They do not count as doses.',
  skinTests: 'Skin tests',
  skinTestsLead: 'These entries are skin tests and not vaccines. They do not count as doses.',
  inactive: 'Not completed',
  inactiveLead: 'The status of these entries says that they do not hold. They do not count as doses.',
  retracted: 'Entered in error',
  retractedLead: 'These entries were withdrawn. They do not count as doses.',
  alsoHere: 'Also in this record',
  byDisease: 'By disease',
  byDiseaseLead:
    'Counted from the codes of the vaccines, or from what the record says that they protect against. A combined vaccine counts for each of its diseases.',
  noDate: 'date not stated',
  doseNumber: 'dose {dose}',
  remark: '{text} ({remark})',
  notValid: 'judged not valid',
  sameDay: 'More than one entry for {date}: it may be the same dose.',
  forecasts: 'Recommended vaccines',
  forecastsLead:
    'As recommended by whoever made this record, on the date that is given. Check it against what has been given since.',
  forecastNotStated: 'Status not stated',
  madeOn: 'as of {date}',
  series: 'Series: {text}',
  reason: 'Reason: {text}',
  not: 'Not: {text}',
  dateFor: '{label}: {date}',
  otherVaccines: 'Vaccines whose disease is not stated',
} as const

export const messages = defineMessages(english, {
  es: () => import('./messages.es').then(({ spanish }) => spanish),
})
