import { defineMessages } from '../i18n/defineMessages'

export const english = {
  copy: 'Copy: {label}',
  copied: 'Copied: {label}',
  byHand: 'This page may not copy here. The text is selected: press Ctrl+C, or ⌘C on a Mac.',
  theText: 'Text to copy',
} as const

export const messages = defineMessages(english, {
  es: () => import('./copyMessages.es').then(({ spanish }) => spanish),
})
