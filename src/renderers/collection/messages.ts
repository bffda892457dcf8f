import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  title: 'Health records',
  innerBundle: 'Bundle in entry {position}',
  empty: 'This bundle holds no entries.',
} as const

export const messages = defineMessages(english, {
  es: () => import('./messages.es').then(({ spanish }) => spanish),
})
