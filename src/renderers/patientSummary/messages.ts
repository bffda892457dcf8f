import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  title: 'Patient summary',
  titled: 'Document “{title}”',
  untitledDocument: 'Clinical document',

  documentTitle: 'Title',
  type: 'Type of document',
  category: 'Category',
  subject: 'About',
  date: 'Date',
  author: 'Author',
  custodian: 'Kept by',
  attester: 'Confirmed by',
  status: 'Status',
  language: 'Language',
  confidentiality: 'Confidentiality',
  period: 'Care covered',
  encounter: 'Visit',
  relatesTo: 'Related documents',
  identifier: 'Identifier',
  assembled: 'Document put together',

  byPeople: 'Written by {names}',
  bySoftware: 'Assembled automatically by software: {names}',
  bySoftwareConfirmed: 'Assembled by software ({names}), confirmed by {attesters}',
  byPeopleWithSoftware: 'Written by {names}, with software: {software}',
  authorNotStated: 'Not stated',
  someone: 'not named',
  remark: '{text} ({remark})',

  retracted: 'Entered in error: its author has withdrawn this document. Do not rely on anything in it.',
  preliminary: 'Preliminary: this document is not finished and has not been confirmed.',
  amended: 'Amended: this document was changed after it had first been issued.',
  confidentiality_U: 'Unrestricted',
  confidentiality_L: 'Low',
  confidentiality_M: 'Moderate',
  confidentiality_N: 'Normal',
  confidentiality_R: 'Restricted',
  confidentiality_V: 'Very restricted',

  confidential: 'The author marked this document as confidential.',
  dateNotStated: 'This document does not say when it was written.',
  dateInFuture: 'The date of this document lies in the future.',
  old: {
    one: 'This document is {count} month old. Things may have changed since.',
    other: 'This document is {count} months old. Things may have changed since.',
  },
  sectionsMissing:
    'This summary has no section on: {sections}. That says nothing about whether there is anything.',

  documentText: 'Text of the document as a whole',
  untitledSection: 'Section without a title',
  sectionKind: 'Kind of section',
  sectionAuthor: 'Author of this section',
  sectionFocus: 'About',
  sectionMode: 'Kind of list',
  sectionOrder: 'Order',
  sectionNote: 'Note',

  none_nilknown: 'None known. The author states that there is nothing to report here.',
  none_notasked: 'Not asked. Nobody asked about this; there may be something all the same.',
  none_withheld: 'Information withheld. There may be something that the author was not to share.',
  none_unavailable:
    'No information. It was not available to the author; there may be something all the same.',
  none_notstarted: 'Not started. Nothing has been collected here yet.',
  none_closed: 'Closed. This list is no longer kept.',
  none_other: 'The author left this section empty. Reason given: {reason}',
  noneWithText: '{text} In the author’s words: {words}',
  sectionEmpty:
    'The author left this section empty and gave no reason. That says nothing about whether there is anything.',
  statedNone: '{text}. This is what the author states; nothing else is listed.',
  statedNoInformation: '{text}. That says nothing about whether there is anything.',
  contradiction: 'Contradictory: this section states “{text}” and lists entries all the same.',
  textHasMore: 'The author’s text says more than the coded data. Read both.',
  textUnreadable: 'The author’s text of this section could not be read. It is in the source data.',
  notIncluded: '{text} (not included in this document)',
  somethingNotIncluded: 'An entry without a name (not included in this document)',
  notIncludedTitle: 'Mentioned, but not included',

  chooseView: 'How to show this section',
  showCoded: 'Coded data',
  showText: 'Author’s text',
  sectionFailed: 'This section could not be shown. These are its entries:',
  alsoHere: 'Also in this document',
  around: 'Around the document',
} as const

export const messages = defineMessages(english, {
  es: () => import('./messages.es').then(({ spanish }) => spanish),
})
