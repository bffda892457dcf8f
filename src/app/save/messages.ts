import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  menu: 'Save',
  saveCard: 'Save the card (.smart-health-card)',
  saveJson: 'Save the FHIR data as received',
  failed: 'That did not work. Nothing was saved. You can try again.',
} as const

export const messages = defineMessages(english, {
  es: () => import('./messages.es').then(({ spanish }) => spanish),
})
