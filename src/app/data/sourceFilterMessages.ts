import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  lead: 'Show only what comes from:',
  chip: '{kind} ({count})',
  patient: 'the patient',
  relative: 'a relative or friend',
  clinician: 'a clinician',
  organization: 'an organization',
  device: 'a device or software',
  unstated: 'a source that is not stated',
  hides: {
    one: 'This filter hides {count} entry in the tables below.',
    other: 'This filter hides {count} entries in the tables below.',
  },
  showAll: 'Show all entries',
} as const

export const sourceFilterMessages = defineMessages(english, {
  es: () => import('./sourceFilterMessages.es').then(({ spanish }) => spanish),
})
