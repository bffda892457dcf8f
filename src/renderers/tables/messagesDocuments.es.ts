import type { Translation } from '../../i18n/defineMessages'
import type { english } from './messagesDocuments'

export const spanish: Translation<typeof english> = {
  kind_pdf: 'PDF',
  kind_picture: 'imagen',
  kind_text: 'texto',
  kind_html: 'página web',
  kind_cda: 'documento clínico (CDA)',
  kind_rtf: 'texto con formato',
  kind_svg: 'dibujo (SVG)',
  kind_xml: 'XML',
  kind_json: 'datos (JSON)',
  kind_dicom: 'imagen médica (DICOM)',
  kind_audio: 'grabación de sonido',
  kind_video: 'vídeo',
  kind_office: 'documento de ofimática',
  kind_archive: 'archivo comprimido',
  kind_other: 'archivo de tipo desconocido',

  documents: 'Documentos',
  openKind: 'Abrir {kind}',
  openNamed: 'Abrir {kind}: {name}',
  elsewhere: 'En {host}, sin descargar',
  openElsewhere: 'Abrir en {host}',
  alsoAt: 'También en {host}',
  sentAt: 'en {host}, sin descargar',
  notIncluded: 'No incluido en este registro: {address}',
  nothing: 'Se describe aquí, pero no se envió su contenido',
  notReadable: 'Dañado: no se puede descodificar',
  notInFile: '{kind}, en el registro y no en este archivo',
  documentLine: 'Documento «{name}»: {words}',
  moreDocuments: {
    one: '{count} documento más en los detalles',
    other: '{count} documentos más en los detalles',
  },
}
