import { defineMessages } from '../../i18n/defineMessages'

/** What is said around a document that is open. */
export const english = {
  close: 'Close',
  save: 'Save the file',
  saveHint:
    'Another program that opens the file may load pictures or pages from the internet, or run what is in it.',
  opening: 'Opening the document…',
  type: 'Type',
  typeDeclared: '{kind}, declared as {type}',
  size: 'Size',
  reason_empty: 'The sender’s document is empty: it has no content at all.',
  'reason_not-base64':
    'The document is damaged: its content cannot be decoded. It is complete in the data as received.',
  'reason_too-large': 'The document is too large to be opened here. It is complete in the data as received.',
  'reason_not-here': 'The document is not in this record.',
  typeDiffers: 'This is not what it was declared to be',
  typeDiffersText: 'Declared as {declared}; by its content it is {found}, and it is shown as that.',
  sizeDiffers: 'The size is not the one stated: {counted} instead of {declared}. Parts may be missing.',
  hashDiffers:
    'The content does not match its check sum. It was damaged or changed after the check sum was made.',
  hashUnreadable:
    'The check sum of this document is of no known kind, so the content was not compared with it.',
  guessed:
    'The document does not say how its letters are written. Some of them, such as accented ones, may be wrong.',
  leftOut: {
    one: '{count} picture or embedded object of the document is not shown.',
    other: '{count} pictures or embedded objects of the document are not shown.',
  },
  cannotShow: 'This kind of document cannot be shown here. You can save it and open it with another program.',
  openRecord: 'Open as a record',
  openRecordHint:
    'This is health data. It opens in place of the record that is shown now, as the sender wrote it.',
  asWritten: 'The document as it is written',
  nothingToRead: 'There is nothing to read in this document.',
  textCut: 'Only the beginning is shown. Save the file to see the rest.',
  pictureLoading: 'Opening the picture…',
  pictureFailed: 'This picture cannot be shown here. You can save it and open it with another program.',

  pages: { one: '{count} page', other: '{count} pages' },
  pageOf: 'Page {page} of {pages}',
  pageWaiting: 'Drawing page {page}…',
  pageFailed: 'Page {page} cannot be drawn. You can save the file and open it with another program.',
  pageIncomplete:
    'Some letters or pictures of this document could not be loaded and are missing from the page. Connect to the network and open it again, or save the file.',
  pageText: 'Text of page {page}',
  pageNoText: 'This page holds no text that could be read out: it is a picture.',
  morePages: { one: 'Show {count} more page', other: 'Show {count} more pages' },
  smaller: 'Smaller',
  larger: 'Larger',
  pdf_locked: 'This PDF is locked with a password. You can save it and open it with another program.',
  pdf_damaged: 'This PDF is damaged and cannot be shown. You can save it and try another program.',
  pdf_unavailable:
    'The part of this viewer that shows PDFs could not be loaded. You can save the file, or try again.',

  cdaHeader: 'What the document says of itself',
  cdaTitle: 'Title',
  cdaPatient: 'Patient',
  cdaBirthDate: 'Date of birth',
  cdaSex: 'Sex',
  cdaIdentifiers: 'Identifiers',
  cdaDate: 'Date',
  cdaAuthor: 'Author',
  cdaSigner: 'Signed by',
  cdaCustodian: 'Custodian',
  cdaConfidential: 'Marked as confidential by the sender',
  cdaVeryConfidential: 'Marked as very confidential by the sender',
  cdaUntitled: 'Section without a title',
  cdaEmpty: 'This section has no text.',
  cdaNoInformation: 'The sender states that there is no information here (code {code}).',
  cdaEntries: {
    one: 'It holds {count} coded entry that this viewer does not read. Save the file to use it elsewhere.',
    other:
      'It holds {count} coded entries that this viewer does not read. Save the file to use them elsewhere.',
  },
  cdaStranger: 'This document names somebody else than the record does',
  cdaNoSections: 'The document has no sections.',
  cdaFile: 'The document as a file of another kind',
  sex_M: 'Male',
  sex_F: 'Female',
  sex_UN: 'Undifferentiated',
} as const

export const messages = defineMessages(english, {
  es: async () => (await import('./messages.es')).spanish,
})
