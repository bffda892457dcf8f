import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  title: 'Search the chart',
  lead: 'Looks for SMART Health Cards and Links on the scans and PDFs in this chart, such as a photo of an insurance card. What looks like insurance comes first, then the newest.',
  privacy: 'The documents are read here, in your browser. Nothing is kept.',
  start: 'Search',
  again: 'Search again',
  cancel: 'Cancel',
  goOn: 'Go on searching',

  notGranted: 'The EHR has not given the viewer leave to read the documents of this chart.',
  notGrantedAdvice: 'Scan the card instead, or ask whoever runs the viewer to have this leave added.',
  noChart: 'There is no chart to search.',
  noChartAdvice: 'Open a patient’s chart and start the viewer from there.',

  listing: 'Asking the EHR for its documents…',
  listingNamed: {
    one: 'Asking the EHR for its documents: {count} so far…',
    other: 'Asking the EHR for its documents: {count} so far…',
  },
  progress: { one: '{done} of {count} document looked at', other: '{done} of {count} documents looked at' },
  searching: 'The search has begun.',

  'rest.found': 'Something was found, so the search has stopped.',
  'rest.limit': 'These are enough documents for one go.',
  'rest.cancelled': 'The search was cancelled.',
  'rest.session-expired': 'The connection to the chart has ended.',
  'rest.session-expired.advice':
    'Start the viewer from the chart again. What was found stays here until then.',
  'rest.offline': 'The internet connection is gone.',
  'rest.offline.advice': 'Go on when it is back.',
  remaining: {
    one: '{count} document has not been looked at.',
    other: '{count} documents have not been looked at.',
  },
  nothingFound: 'No card or link was found.',
  wasQuick:
    'What does not look like insurance was looked at quickly: a code that is small, pale or blurred may be missed.',
  closely: 'Look more closely',
  nothingFoundAdvice: 'Scan the card instead, or ask the patient for it.',
  finished: 'The search is complete.',
  noDocuments: 'This chart has no scans or PDFs.',

  'failed.forbidden': 'The EHR does not let the viewer list the documents of this chart.',
  'failed.refused': 'The EHR refused to list the documents of this chart (status {status}).',
  'failed.not-fhir': 'The EHR answered with something that is not a list of documents.',
  'failed.session-expired': 'The connection to the chart has ended. Start the viewer from the chart again.',
  'failed.offline': 'There is no internet connection.',
  'failed.no-answer': 'The EHR did not answer.',
  'failed.too-large': 'The list of documents is too large to be read.',
  'failed.foreign': 'The list of documents goes on at an address outside of this EHR, which was not asked.',

  cutTitle: 'This is not the whole list of documents.',
  'cut.limit': 'The chart has more documents than can be searched; the newest were asked for first.',

  foundTitle: 'Found',
  foundCards: { one: '{count} health card', other: '{count} health cards, together' },
  foundLink: 'A health link to {host}',
  foundLinkUnnamed: 'A health link',
  foundRecord: 'A health record',
  foundDamaged: 'It is only a part, or it is damaged.',
  foundOn: 'On',
  open: 'Open',
  announceFound: {
    one: '{count} card or link was found.',
    other: '{count} cards and links were found.',
  },

  documentsTitle: 'Documents',
  untitled: 'A document without a title',
  undated: 'not dated',
  moreWaiting: {
    one: '{count} further document is waiting.',
    other: '{count} further documents are waiting.',
  },

  'status.waiting': 'Waiting',
  'status.fetching': 'Being fetched…',
  'status.reading': 'Being looked at…',
  'status.readingPage': 'Looking at page {page} of {pages}…',
  'status.found': { one: '{count} card or link found', other: '{count} cards and links found' },
  'status.nothing': 'Nothing found',
  'status.unread': 'Could not be read',
  others: {
    one: '{count} other code is on it, which is neither card nor link.',
    other: '{count} other codes are on it, which are neither cards nor links.',
  },
  skippedPages: {
    one: 'The last {count} page was not looked at, because the document is so long.',
    other: 'The last {count} pages were not looked at, because the document is so long.',
  },

  'unread.elsewhere': 'It is kept outside of the EHR, at {host}, which was not asked.',
  'unread.elsewhereUnnamed': 'It is kept outside of the EHR, where nothing is asked.',
  'unread.forbidden': 'The EHR does not let the viewer read it.',
  'unread.gone': 'The EHR does not have it any more.',
  'unread.refused': 'The EHR refused to give it (status {status}).',
  'unread.no-answer': 'The EHR did not answer.',
  'unread.interrupted': 'The answer of the EHR broke off.',
  'unread.timeout': 'The EHR took too long to answer.',
  'unread.too-large': 'It is larger than 25 MB.',
  'unread.damaged': 'What the EHR gave is neither a picture nor a PDF.',

  leftOutTitle: 'Not searched',
  'leftOut.not-current': {
    one: '{count} document was replaced by another, or entered in error.',
    other: '{count} documents were replaced by others, or entered in error.',
  },
  'leftOut.other-patient': {
    one: '{count} document is about somebody else than the patient of this chart.',
    other: '{count} documents are about somebody else than the patient of this chart.',
  },
  'leftOut.other-format': {
    one: '{count} document is neither a picture nor a PDF.',
    other: '{count} documents are neither pictures nor PDFs.',
  },
  'leftOut.no-content': {
    one: '{count} document has no content.',
    other: '{count} documents have no content.',
  },
} as const

export const messages = defineMessages(english, {
  es: async () => (await import('./messages.es')).spanish,
})
