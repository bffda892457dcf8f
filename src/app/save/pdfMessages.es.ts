import type { Translation } from '../../i18n/defineMessages'
import type { english } from './pdfMessages'

export const spanish: Translation<typeof english> = {
  patientBorn: '{name}, fecha de nacimiento: {date}',
  patientUndated: '{name}, fecha de nacimiento no indicada',
  nameNotStated: 'Nombre no indicado',
  people: '{first} y {count} más',
  noPatient: 'Paciente no indicado',
  page: 'Página {page} de {pages}',
  source: 'Origen: {source}',
  sourceUnknown: 'un archivo o texto sin firma',
  made: 'Creado el {date} por este visor. No es un documento original.',
  tooManyPictures:
    'Solo se imprimen las primeras {count} imágenes. Esta no está entre ellas; el registro la tiene.',
  howChecked: 'Cómo se comprobó',
  missingCharacters: {
    one: 'No se pudo imprimir {count} tipo de carácter. En su lugar aparece �. Está en el propio registro.',
    other:
      'No se pudieron imprimir {count} tipos de caracteres. En su lugar aparece �. Están en el propio registro.',
  },
}
