import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  title: 'Open this viewer in a tab of its own',
  why: 'It stands inside another page here, and that page is not one of those that may show it. Whatever surrounds a record could lay something over it, so nothing is opened here.',
  open: 'Open in a new tab',
  otherwise: 'If nothing happens, type this address into a new tab:',
  operator:
    'For those who run this viewer: the pages that may show it stand in its configuration, as frameAncestors.',
} as const

export const messages = defineMessages(english, {
  es: async () => (await import('./messages.es')).spanish,
})
