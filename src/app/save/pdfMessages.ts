import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  patientBorn: '{name}, born {date}',
  patientUndated: '{name}, date of birth not stated',
  nameNotStated: 'Name not stated',
  people: '{first} and {count} more',
  noPatient: 'Patient not stated',
  page: 'Page {page} of {pages}',
  source: 'Source: {source}',
  sourceUnknown: 'a file or text without a signature',
  made: 'Made on {date} by this viewer. Not an original document.',
  tooManyPictures:
    'Only the first {count} pictures are printed. This one is not among them; the record has it.',
  howChecked: 'How it was checked',
  missingCharacters: {
    one: '{count} kind of character could not be printed. � stands in its place. The record itself has it.',
    other:
      '{count} kinds of characters could not be printed. � stands in their place. The record itself has them.',
  },
} as const

export const pdfMessages = defineMessages(english, {
  es: () => import('./pdfMessages.es').then(({ spanish }) => spanish),
})
