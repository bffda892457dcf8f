import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  connecting: 'Connecting to the chart…',
  connectingMeanwhile: 'You can already scan a card or open a link.',

  denied: 'Access to the chart was declined.',
  'refused-by-ehr': 'The EHR did not let the viewer in.',
  unreachable: 'The EHR did not answer.',
  'no-token': 'The EHR ended the sign-in without granting access.',
  'no-patient': 'The EHR did not say which patient’s chart is open.',
  'patient-unreadable': 'The EHR did not show the patient of this chart to the viewer.',
  'storage-blocked':
    'The browser does not let the viewer keep the sign-in inside the EHR’s window: it blocks storage for embedded pages.',
  'session-lost': 'This connection to the chart is not known in this tab.',
  'session-expired': 'The connection to the chart has ended.',
  'viewer-incomplete': 'The part of the viewer that connects to the chart could not be loaded.',

  adviceRetry: 'Try again, or close the viewer and open it from the chart again.',
  adviceLaunch: 'Open a patient’s chart and start the viewer from there again.',
  meanwhile: 'What you have scanned stays on the screen, and the viewer works without the chart.',
  tryAgain: 'Try again',
  goOn: 'Go on without the chart',
} as const

export const messages = defineMessages(english, {
  es: async () => (await import('./messages.es')).spanish,
})
