import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  title: 'Dictionaries and licences',
  lead: 'When a sender gives only a code, its name comes from these dictionaries. They lie on this viewer’s own host; nobody else is asked. The code always stands beside the name.',
  own: 'Names of vaccines, of their makers and of common test results are this viewer’s own, also for codes of CVX, MVX, LOINC and SNOMED CT.',
  none: 'No dictionaries are installed here.',
  failed: 'The list of dictionaries could not be loaded.',
  retry: 'Try again',
  loading: 'Loading…',
  named: '{name} {version}',
  codes: { one: '{count} code', other: '{count} codes' },
  licence: 'Licence',
  source: 'Source',
  notice: 'Notice',
} as const

export const dictionaryMessages = defineMessages(english, {
  es: () => import('./dictionaryMessages.es').then(({ spanish }) => spanish),
})
