import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  readingTitle: 'Looking for codes',
  readingPage: 'Page {page} of {pages}…',
  readingFile: 'File {file} of {files}, page {page} of {pages}…',
  readingOne: 'This takes a moment…',
  privacy: 'It is read here, in your browser. Nothing is sent.',
  chooseTitle: 'What shall be opened?',
  cards: { one: '{count} health card', other: '{count} health cards, together' },
  link: 'A health link to {host}',
  linkUnreadable: 'A health link that seems to be damaged',
  record: 'A health record',
  linkLabel: 'The sender calls it',
  fromFile: 'from {file}',
  failed: '{file} was left out:',
  pagesSkipped: {
    one: '{file}: the last {count} page was not looked at, because the document is so long.',
    other: '{file}: the last {count} pages were not looked at, because the document is so long.',
  },
  open: 'Open',
  cancel: 'Cancel',
} as const

export const messages = defineMessages(english, {
  es: async () => (await import('./messages.es')).spanish,
})
