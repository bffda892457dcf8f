import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  title: 'Opening from the chart',
  asking: 'Asking {ehr} to sign you in…',

  incomplete: 'The chart did not say everything that is needed: “{parameter}” is missing or not usable.',
  repeated: 'The address of this launch says “{parameter}” more than once. It was not opened.',
  forbidden:
    'The address of this launch has “{parameter}” in it, which it must not decide. It was not opened.',
  'unknown-ehr': 'The EHR at {host} is not one that this viewer may be launched by. Nothing was sent to it.',
  'storage-blocked':
    'The browser does not let the viewer keep a sign-in inside the EHR’s window: it blocks storage for embedded pages.',
  unreachable: '{ehr} did not answer, or did not let this viewer’s address ask it.',
  'not-smart': '{ehr} does not say where to sign in.',
  'endpoint-elsewhere':
    '{ehr} wants the sign-in to take place at {host}, which this viewer has not been told to trust. Nothing was sent there.',
  changed: '{ehr} gave two different answers about where to sign in. Nothing was sent.',
  insecure: 'The viewer has to be opened over https: the browser withholds the means to sign in safely.',
  'viewer-incomplete':
    'The part of the viewer that signs in could not be loaded. The connection may be lost.',

  adviceChart: 'Open the viewer from the chart again. If that does not help, tell whoever set it up.',
  adviceSetUp: 'Tell whoever set this viewer up: its settings, or those in the EHR, have to be changed.',
  adviceRetry: 'Try again. Nothing has been used up.',
  adviceWindow: 'Open it in a window of its own: the same patient’s chart will be connected there.',

  ownWindow: 'Open in a window of its own',
  tryAgain: 'Try again',
  goOn: 'Use the viewer without the chart',
} as const

export const messages = defineMessages(english, {
  es: async () => (await import('./launchMessages.es')).spanish,
})
