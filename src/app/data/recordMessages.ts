import { defineMessages } from '../../i18n/defineMessages'

/** Words for several records in one opening, and for the people they name. */
export const english = {
  choose: 'This holds {count} records. Choose one:',
  option: '{number}. {title} · {name} ({status})',
  optionUnnamed: '{number}. {title} ({status})',
  entries: { one: '{count} entry', other: '{count} entries' },
  someNotReliable: {
    one: '{count} of these records must not be relied on. The others stand for themselves.',
    other: '{count} of these records must not be relied on. The others stand for themselves.',
  },
  noneReliable: 'None of these records must be relied on.',
  severalPeople: '{name} and others',

  differentTitle: 'These records are about different people',
  differentAdvice: 'Make sure that each one belongs to the person in front of you.',
  unclearTitle: 'It cannot be told whether these records are about one person',
  unclearAdvice:
    'Names or birth dates are missing, incomplete or written differently. Compare them before you rely on it.',
  person: '{name}, {born}: {records}',
  inRecords: { one: 'record {numbers}', other: 'records {numbers}' },
  severalInOne: 'This one record names different people. Look at each entry for whom it is about.',
} as const

export const recordMessages = defineMessages(english, {
  es: () => import('./recordMessages.es').then(({ spanish }) => spanish),
})
