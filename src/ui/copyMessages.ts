import { defineMessages } from '../i18n/defineMessages'

export const english = {
  copy: 'Copy: {label}',
  copied: 'Copied: {label}',
  byHand:
    'This page may not copy here. The text is selected: press Ctrl+C, ⌘C on a Mac, or hold a finger on it and choose Copy.',
  theText: 'Text to copy',
  close: 'Close',
  closeBox: 'Close: {label}',
} as const

export const messages = defineMessages(english, {
  es: () => import('./copyMessages.es').then(({ spanish }) => spanish),
})
