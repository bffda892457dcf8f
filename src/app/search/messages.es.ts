import type { Translation } from '../../i18n/defineMessages'
import type { english } from './messages'

export const spanish: Translation<typeof english> = {
  title: 'Buscar en la historia clínica',
  lead: 'Busca tarjetas y enlaces de salud SMART en las imágenes escaneadas y los PDF de esta historia clínica, como la foto de una tarjeta de seguro. Primero lo que parece de un seguro; después, lo más reciente.',
  privacy: 'Los documentos se leen aquí, en su navegador. No se guarda nada.',
  start: 'Buscar',
  again: 'Buscar de nuevo',
  cancel: 'Cancelar',
  goOn: 'Seguir buscando',

  notGranted:
    'El sistema de historias clínicas no ha dado permiso al visor para leer los documentos de esta historia.',
  notGrantedAdvice: 'Escanee la tarjeta, o pida a quien administra el visor que se añada este permiso.',
  noChart: 'No hay ninguna historia clínica en la que buscar.',
  noChartAdvice: 'Abra la historia de un paciente e inicie el visor desde allí.',

  listing: 'Pidiendo los documentos al sistema de historias clínicas…',
  listingNamed: {
    one: 'Pidiendo los documentos al sistema de historias clínicas: {count} hasta ahora…',
    other: 'Pidiendo los documentos al sistema de historias clínicas: {count} hasta ahora…',
  },
  progress: {
    one: '{done} de {count} documento examinado',
    other: '{done} de {count} documentos examinados',
  },
  searching: 'La búsqueda ha empezado.',

  'rest.found': 'Se ha encontrado algo, por lo que la búsqueda se ha detenido.',
  'rest.limit': 'Son suficientes documentos de una vez.',
  'rest.cancelled': 'Se canceló la búsqueda.',
  'rest.session-expired': 'La conexión con la historia clínica ha terminado.',
  'rest.session-expired.advice':
    'Inicie el visor de nuevo desde la historia clínica. Hasta entonces, lo encontrado sigue aquí.',
  'rest.offline': 'Se ha perdido la conexión a internet.',
  'rest.offline.advice': 'Siga cuando vuelva.',
  remaining: {
    one: 'Queda {count} documento sin examinar.',
    other: 'Quedan {count} documentos sin examinar.',
  },
  nothingFound: 'No se ha encontrado ninguna tarjeta ni enlace.',
  wasQuick:
    'Lo que no parece de un seguro se examinó deprisa: puede haberse pasado por alto un código pequeño, pálido o borroso.',
  closely: 'Examinar más a fondo',
  nothingFoundAdvice: 'Escanee la tarjeta o pídasela al paciente.',
  finished: 'La búsqueda ha terminado.',
  noDocuments: 'Esta historia clínica no tiene imágenes escaneadas ni PDF.',

  'failed.forbidden':
    'El sistema de historias clínicas no permite al visor ver la lista de documentos de esta historia.',
  'failed.refused':
    'El sistema de historias clínicas se negó a dar la lista de documentos de esta historia (estado {status}).',
  'failed.not-fhir': 'El sistema de historias clínicas respondió con algo que no es una lista de documentos.',
  'failed.session-expired':
    'La conexión con la historia clínica ha terminado. Inicie el visor de nuevo desde la historia clínica.',
  'failed.offline': 'No hay conexión a internet.',
  'failed.no-answer': 'El sistema de historias clínicas no respondió.',
  'failed.too-large': 'La lista de documentos es demasiado grande para leerla.',
  'failed.foreign':
    'La lista de documentos continúa en una dirección fuera de este sistema de historias clínicas, que no se ha consultado.',

  cutTitle: 'Esta no es la lista completa de documentos.',
  'cut.limit':
    'La historia clínica tiene más documentos de los que se pueden examinar; se pidieron primero los más recientes.',

  foundTitle: 'Encontrado',
  foundCards: { one: '{count} tarjeta de salud', other: '{count} tarjetas de salud, juntas' },
  foundLink: 'Un enlace de salud a {host}',
  foundLinkUnnamed: 'Un enlace de salud',
  foundRecord: 'Un historial de salud',
  foundDamaged: 'Es solo una parte, o está dañado.',
  foundOn: 'En',
  open: 'Abrir',
  announceFound: {
    one: 'Se ha encontrado {count} tarjeta o enlace.',
    other: 'Se han encontrado {count} tarjetas y enlaces.',
  },

  documentsTitle: 'Documentos',
  untitled: 'Un documento sin título',
  undated: 'sin fecha',
  moreWaiting: { one: 'Espera {count} documento más.', other: 'Esperan {count} documentos más.' },

  'status.waiting': 'En espera',
  'status.fetching': 'Obteniéndolo…',
  'status.reading': 'Examinándolo…',
  'status.readingPage': 'Examinando la página {page} de {pages}…',
  'status.found': {
    one: '{count} tarjeta o enlace encontrado',
    other: '{count} tarjetas y enlaces encontrados',
  },
  'status.nothing': 'Nada encontrado',
  'status.unread': 'No se pudo leer',
  others: {
    one: 'Tiene {count} código más, que no es ni tarjeta ni enlace.',
    other: 'Tiene {count} códigos más, que no son ni tarjetas ni enlaces.',
  },
  skippedPages: {
    one: 'No se ha examinado la última página ({count}), porque el documento es muy largo.',
    other: 'No se han examinado las últimas {count} páginas, porque el documento es muy largo.',
  },

  'unread.elsewhere': 'Está fuera del sistema de historias clínicas, en {host}, que no se ha consultado.',
  'unread.elsewhereUnnamed': 'Está fuera del sistema de historias clínicas, donde no se consulta nada.',
  'unread.forbidden': 'El sistema de historias clínicas no permite al visor leerlo.',
  'unread.gone': 'El sistema de historias clínicas ya no lo tiene.',
  'unread.refused': 'El sistema de historias clínicas se negó a darlo (estado {status}).',
  'unread.no-answer': 'El sistema de historias clínicas no respondió.',
  'unread.interrupted': 'La respuesta del sistema de historias clínicas se interrumpió.',
  'unread.timeout': 'El sistema de historias clínicas tardó demasiado en responder.',
  'unread.too-large': 'Ocupa más de 25 MB.',
  'unread.damaged': 'Lo que dio el sistema de historias clínicas no es ni una imagen ni un PDF.',

  leftOutTitle: 'Sin examinar',
  'leftOut.not-current': {
    one: '{count} documento fue sustituido por otro o se introdujo por error.',
    other: '{count} documentos fueron sustituidos por otros o se introdujeron por error.',
  },
  'leftOut.other-patient': {
    one: '{count} documento trata de otra persona que no es el paciente de esta historia.',
    other: '{count} documentos tratan de otra persona que no es el paciente de esta historia.',
  },
  'leftOut.other-format': {
    one: '{count} documento no es ni imagen ni PDF.',
    other: '{count} documentos no son ni imágenes ni PDF.',
  },
  'leftOut.no-content': {
    one: '{count} documento no tiene contenido.',
    other: '{count} documentos no tienen contenido.',
  },
}
