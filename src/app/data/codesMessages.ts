import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  codesFailed: 'The names of some codes could not be loaded. The codes themselves are shown.',
  codesRetry: 'Load the names',
} as const

export const codesMessages = defineMessages(english, {
  es: () => import('./codesMessages.es').then(({ spanish }) => spanish),
})
