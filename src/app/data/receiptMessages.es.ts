import type { Translation } from '../../i18n/defineMessages'
import type { english } from './receiptMessages'

export const spanish: Translation<typeof english> = {
  counting: {
    one: 'Por ahora se muestra {shown} de {count} elemento…',
    other: 'Por ahora se muestran {shown} de {count} elementos…',
  },
  shown: {
    one: 'Se muestra {shown} de {count} elemento',
    other: 'Se muestran {shown} de {count} elementos',
  },
  generic: { one: '{count} en la vista genérica', other: '{count} en la vista genérica' },
  asJson: {
    one: '{count} no se pudo expresar en palabras y está como JSON',
    other: '{count} no se pudieron expresar en palabras y están como JSON',
  },
  converted: {
    one: '{count} se escribió para otra versión de FHIR y se lee como R4',
    other: '{count} se escribieron para otra versión de FHIR y se leen como R4',
  },
  missing: {
    one: '{count} elemento no se muestra arriba',
    other: '{count} elementos no se muestran arriba',
  },
  missingLead:
    'Es un error de este visor. Lo que el registro dice de ellos está completo en su JSON, más abajo.',
  which: 'Cuáles',
  andMore: { one: 'y {count} más', other: 'y {count} más' },
  entry: 'Entrada {position}',
}
