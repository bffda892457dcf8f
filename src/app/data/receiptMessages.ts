import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  counting: {
    one: '{shown} of {count} item shown so far…',
    other: '{shown} of {count} items shown so far…',
  },
  shown: { one: '{shown} of {count} item shown', other: '{shown} of {count} items shown' },
  generic: { one: '{count} in the generic view', other: '{count} in the generic view' },
  asJson: {
    one: '{count} could not be put into words and is there as JSON',
    other: '{count} could not be put into words and are there as JSON',
  },
  converted: {
    one: '{count} was written for another version of FHIR and is read as R4',
    other: '{count} were written for another version of FHIR and are read as R4',
  },
  missing: { one: '{count} item is not shown above', other: '{count} items are not shown above' },
  missingLead:
    'This is a mistake of this viewer. What the record says about them is complete in its JSON below.',
  which: 'Which ones',
  andMore: { one: 'and {count} more', other: 'and {count} more' },
  entry: 'Entry {position}',
} as const

export const receiptMessages = defineMessages(english, {
  es: () => import('./receiptMessages.es').then(({ spanish }) => spanish),
})
