import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  title: 'Immunization history',
  doses: { one: '{count} dose', other: '{count} doses' },
  noDoses: 'No dose is recorded.',
  given: 'Given',
  notGiven: 'Not given',
  notGivenLead: 'These vaccines were not given. They do not count as doses.',
  inactive: 'Not completed',
  inactiveLead: 'The status of these entries says that they do not hold. They do not count as doses.',
  retracted: 'Entered in error',
  retractedLead: 'These entries were withdrawn. They do not count as doses.',
  alsoHere: 'Also in this record',
} as const

export const messages = defineMessages(english, {
  es: () => import('./messages.es').then(({ spanish }) => spanish),
})
