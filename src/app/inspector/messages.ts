import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  title: 'Chart inspector',
  lead: 'For those who test the connection to an EHR. It reads from the chart that is open and changes nothing. What is shown is health data.',
  server: 'FHIR server',
  patient: 'Patient',
  encounter: 'Encounter',
  user: 'Signed in as',
  notStated: 'not stated',

  pathLabel: 'Path',
  pathHint: 'Below the FHIR server, such as Patient/1 or Coverage?patient=1. Enter reads it.',
  acceptLabel: 'Ask for',
  acceptAny: 'whatever there is',
  read: 'Read',
  cancel: 'Cancel',
  forget: 'Forget',
  shortcuts: 'Shortcuts',
  tried: 'Tried before',

  asking: 'Asking the EHR…',
  'refused.empty': 'Enter a path first.',
  'refused.elsewhere': 'This is not on the FHIR server of the chart, so it was not asked for.',
  'failed.no-answer': 'The EHR did not answer.',
  'failed.offline': 'There is no internet connection.',
  'failed.timeout': 'The EHR took too long to answer.',
  'failed.too-large': 'The answer is larger than 5 MB. Ask for less of it, for example with _count.',
  'failed.session-expired': 'The connection to the chart has ended. Start the viewer from the chart again.',

  answer: 'Status {status}',
  contentType: 'Content type',
  duration: 'Time taken',
  milliseconds: '{count} ms',
  size: 'Size',
  outcome: 'What the server says about it',
  next: 'Next page',
  previous: 'Previous page',
  references: { one: 'Leads to {count} other', other: 'Leads to {count} others' },
  content: 'Content of the answer',
  empty: 'The answer has no content.',
  binary: 'The answer is neither JSON nor text, so that it is not shown here.',
  cut: {
    one: 'Only the beginning is shown: the first {count} character.',
    other: 'Only the beginning is shown: the first {count} characters.',
  },
  curl: 'The same for a command line, without the token',
  copy: 'Copy',
  copied: 'Copied',
} as const

export const messages = defineMessages(english, {
  es: async () => (await import('./messages.es')).spanish,
})
