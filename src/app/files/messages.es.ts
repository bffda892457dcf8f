import type { Translation } from '../../i18n/defineMessages'
import type { english } from './messages'

export const spanish: Translation<typeof english> = {
  readingTitle: 'Buscando códigos',
  readingPage: 'Página {page} de {pages}…',
  readingFile: 'Archivo {file} de {files}, página {page} de {pages}…',
  readingOne: 'Tardará un momento…',
  privacy: 'Se lee aquí, en su navegador. No se envía nada.',
  chooseTitle: '¿Qué desea abrir?',
  cards: { one: '{count} tarjeta de salud', other: '{count} tarjetas de salud, juntas' },
  link: 'Un enlace de salud a {host}',
  linkUnreadable: 'Un enlace de salud que parece dañado',
  record: 'Un historial de salud',
  linkLabel: 'El remitente lo llama',
  fromFile: 'de {file}',
  failed: 'No se ha incluido {file}:',
  pagesSkipped: {
    one: '{file}: no se ha examinado la última página ({count}), porque el documento es muy largo.',
    other: '{file}: no se han examinado las últimas {count} páginas, porque el documento es muy largo.',
  },
  open: 'Abrir',
  cancel: 'Cancelar',
}
