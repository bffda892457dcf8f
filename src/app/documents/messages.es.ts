import type { Translation } from '../../i18n/defineMessages'
import type { english } from './messages'

export const spanish: Translation<typeof english> = {
  close: 'Cerrar',
  save: 'Guardar el archivo',
  saveHint:
    'Otro programa que abra el archivo puede cargar imágenes o páginas de internet, o ejecutar lo que contenga.',
  opening: 'Abriendo el documento…',
  type: 'Tipo',
  typeDeclared: '{kind}, declarado como {type}',
  size: 'Tamaño',
  reason_empty: 'El documento del remitente está vacío: no tiene ningún contenido.',
  'reason_not-base64':
    'El documento está dañado: su contenido no se puede descodificar. Está completo en los datos tal como se recibieron.',
  'reason_too-large':
    'El documento es demasiado grande para abrirlo aquí. Está completo en los datos tal como se recibieron.',
  'reason_not-here': 'El documento no está en este registro.',
  typeDiffers: 'No es lo que se declaró',
  typeDiffersText: 'Declarado como {declared}; por su contenido es {found}, y así se muestra.',
  sizeDiffers: 'El tamaño no es el indicado: {counted} en lugar de {declared}. Puede que falten partes.',
  hashDiffers:
    'El contenido no coincide con su suma de comprobación. Se dañó o se modificó después de calcularla.',
  hashUnreadable:
    'La suma de comprobación de este documento no es de un tipo conocido, por lo que no se comparó con el contenido.',
  guessed:
    'El documento no dice cómo están escritas sus letras. Algunas, como las acentuadas, pueden ser incorrectas.',
  leftOut: {
    one: 'No se muestra {count} imagen u objeto incrustado del documento.',
    other: 'No se muestran {count} imágenes u objetos incrustados del documento.',
  },
  cannotShow: 'Este tipo de documento no se puede mostrar aquí. Puede guardarlo y abrirlo con otro programa.',
  openRecord: 'Abrir como registro',
  openRecordHint:
    'Son datos de salud. Se abren en lugar del registro que se muestra ahora, tal como los escribió el remitente.',
  asWritten: 'El documento tal como está escrito',
  nothingToRead: 'En este documento no hay nada que leer.',
  textCut: 'Solo se muestra el principio. Guarde el archivo para ver el resto.',
  pictureLoading: 'Abriendo la imagen…',
  pictureFailed: 'Esta imagen no se puede mostrar aquí. Puede guardarla y abrirla con otro programa.',

  pages: { one: '{count} página', other: '{count} páginas' },
  pageOf: 'Página {page} de {pages}',
  pageWaiting: 'Dibujando la página {page}…',
  pageFailed: 'La página {page} no se puede dibujar. Puede guardar el archivo y abrirlo con otro programa.',
  pageIncomplete:
    'Algunas letras o imágenes de este documento no se pudieron cargar y faltan en la página. Conéctese a la red y ábralo de nuevo, o guarde el archivo.',
  pageText: 'Texto de la página {page}',
  pageNoText: 'Esta página no contiene texto que se pueda leer en voz alta: es una imagen.',
  morePages: { one: 'Mostrar {count} página más', other: 'Mostrar {count} páginas más' },
  smaller: 'Más pequeño',
  larger: 'Más grande',
  pdf_locked: 'Este PDF está protegido con contraseña. Puede guardarlo y abrirlo con otro programa.',
  pdf_damaged: 'Este PDF está dañado y no se puede mostrar. Puede guardarlo y probar con otro programa.',
  pdf_unavailable:
    'No se pudo cargar la parte de este visor que muestra los PDF. Puede guardar el archivo o volver a intentarlo.',

  cdaHeader: 'Lo que el documento dice de sí mismo',
  cdaTitle: 'Título',
  cdaPatient: 'Paciente',
  cdaBirthDate: 'Fecha de nacimiento',
  cdaSex: 'Sexo',
  cdaIdentifiers: 'Identificadores',
  cdaDate: 'Fecha',
  cdaAuthor: 'Autor',
  cdaSigner: 'Firmado por',
  cdaCustodian: 'Custodio',
  cdaConfidential: 'Marcado como confidencial por el remitente',
  cdaVeryConfidential: 'Marcado como muy confidencial por el remitente',
  cdaUntitled: 'Sección sin título',
  cdaEmpty: 'Esta sección no tiene texto.',
  cdaNoInformation: 'El remitente indica que aquí no hay información (código {code}).',
  cdaEntries: {
    one: 'Contiene {count} entrada codificada que este visor no lee. Guarde el archivo para usarla en otro lugar.',
    other:
      'Contiene {count} entradas codificadas que este visor no lee. Guarde el archivo para usarlas en otro lugar.',
  },
  cdaStranger: 'Este documento nombra a una persona distinta de la del registro',
  cdaNoSections: 'El documento no tiene secciones.',
  cdaFile: 'El documento como archivo de otro tipo',
  sex_M: 'Masculino',
  sex_F: 'Femenino',
  sex_UN: 'Indiferenciado',
}
