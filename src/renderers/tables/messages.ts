import { defineMessages } from '../../i18n/defineMessages'

/** The words of the tables and of the formatter. */
export const english = {
  notIncluded: 'not included',
  yes: 'Yes',
  no: 'No',
} as const

export const messages = defineMessages(english, {
  es: () => import('./messages.es').then(({ spanish }) => spanish),
})
