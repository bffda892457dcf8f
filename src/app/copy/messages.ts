import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  alone: 'This window copies a text for the viewer, and there is none. It can be closed.',
  pressToCopy: 'Press the button to copy. This window then closes by itself.',
  copy: 'Copy',
  byHand: 'The browser does not let this page copy. The text is selected: press Ctrl+C, or ⌘C on a Mac.',
  theText: 'The text',
} as const

export const messages = defineMessages(english, {
  es: () => import('./messages.es').then(({ spanish }) => spanish),
})
