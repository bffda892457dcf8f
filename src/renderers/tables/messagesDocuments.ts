import { defineMessages } from '../../i18n/defineMessages'

/** What a document is, and where it is: said wherever one is offered. */
export const english = {
  kind_pdf: 'PDF',
  kind_picture: 'picture',
  kind_text: 'text',
  kind_html: 'web page',
  kind_cda: 'clinical document (CDA)',
  kind_rtf: 'formatted text',
  kind_svg: 'drawing (SVG)',
  kind_xml: 'XML',
  kind_json: 'data (JSON)',
  kind_dicom: 'medical image (DICOM)',
  kind_audio: 'sound recording',
  kind_video: 'video',
  kind_office: 'office document',
  kind_archive: 'archive',
  kind_other: 'file of an unknown kind',

  documents: 'Documents',
  openKind: 'Open {kind}',
  openNamed: 'Open {kind}: {name}',
  elsewhere: 'At {host}, not fetched',
  openElsewhere: 'Open at {host}',
  alsoAt: 'Also at {host}',
  sentAt: 'at {host}, not fetched',
  notIncluded: 'Not included in this record: {address}',
  nothing: 'Described here, but nothing of it was sent',
  notReadable: 'Damaged: it cannot be decoded',
  notInFile: '{kind}, in the record and not in this file',
  documentLine: 'Document “{name}”: {words}',
  moreDocuments: {
    one: '{count} more document in the details',
    other: '{count} more documents in the details',
  },
} as const

export const documentMessages = defineMessages(english, {
  es: async () => (await import('./messagesDocuments.es')).spanish,
})
