import { defineMessages } from '../../i18n/defineMessages'

/** What is said around links: where they lead, what they hold, what is new, and what else they offer. */
export const english = {
  wholeLabel: 'The whole name',
  sentAs: 'Sent to the server as: {name}',
  willBeSentAs: 'The sender will see that you are: {name}',
  changeRecipient: 'Change',
  recipientLabel: 'Who is asking',
  recipientHint:
    'Kept on this device and sent with every link. Leave it empty to use the name that this viewer was set up with.',
  keepRecipient: 'Use this name',
  openLink: 'Open',
  newTicket: 'Get a new ticket',

  filesTitle: { one: '{count} file in this link', other: '{count} files in this link' },
  fileNumber: 'File {number}',
  kind_card: 'health cards',
  kind_fhir: 'health data',
  kind_live: 'live connection',
  kind_pdf: 'PDF document',
  kind_picture: 'picture',
  kind_text: 'text',
  kind_other: 'another kind of file',
  kind_unstated: 'kind not stated',
  fileUpdated: 'updated {date}',
  fileUpdatedAsStated: 'updated: “{text}” (not a valid date)',
  status_finalized: 'final',
  'status_can-change': 'may be updated',
  'status_no-longer-valid': 'no longer valid',
  status_unknown: 'status “{text}”',
  fileNotOpened: 'could not be opened',
  senderNote: 'The sender notes',
  noLongerValid: 'The sender has marked this as no longer valid. Do not rely on it.',

  checkUpdates: 'Check for updates',
  checking: 'Checking…',
  keepUpToDate: 'Keep up to date while this page is open',
  upToDate: 'Checked at {time}: this is what the server has now.',
  updateFailed: 'There is no update. What is shown is what was there before.',
  linkEnded: 'The link has ended. What is shown is what was there last.',

  changesTitle: { one: '{count} thing is new or changed', other: '{count} things are new or changed' },
  change_new: 'New',
  change_changed: 'Changed',
  change_removed: 'No longer there',
  changesElsewhere: 'In record {number} ({count})',
  recordGone: 'A whole record is no longer there: {title}.',
  moreChanges: { one: 'and {count} more', other: 'and {count} more' },
  seen: 'I have seen this',

  liveTitle: 'Live connection to {host}',
  liveLead:
    'The sender lets you ask {host} for the record as it is now. That server will learn that you are reading it, and when.',
  liveConnect: 'Connect and load',
  liveAgain: 'Load again',
  liveProgress: 'Asking {host}: part {done} of {total}…',

  endpointsTitle: 'Offered by the sender',
  endpointOpen: 'Open {name} at {host}',
  endpointUnnamed: 'a page',
  endpointHint: 'It opens in a new tab, and that site will learn that you came.',
  endpoint_past: '{name} at {host}: no longer offered.',
  endpoint_future: '{name} at {host}: not offered yet.',
  endpoint_off: '{name} at {host}: switched off by the sender.',

  sharedTitle: 'Shared by the patient',
  sharedLead:
    'The patient, or an app on their behalf, put this together. Nobody else vouches that it is complete or right, and that holds for everything below.',
  sharedStory: 'The patient’s own words (PDF)',
  sharedRendered: 'This record as a document (PDF)',
  sharedOther: 'Another document (PDF)',
  openDocument: 'Open',
  documentNumber: 'Document {number}',
  sharedOpen: 'Open: {name}',
  sharedSave: 'Save: {name}',
  profileTitle: 'Departures from the patient-shared profile, for implementers',
  profileItem: '{words} ({clause})',
  profileItemAt: '{words} ({clause}; seen: {value})',
} as const

export const linkMessages = defineMessages(english, {
  es: () => import('./linkMessages.es').then(({ spanish }) => spanish),
})
