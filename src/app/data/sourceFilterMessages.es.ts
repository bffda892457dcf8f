import type { Translation } from '../../i18n/defineMessages'
import type { english } from './sourceFilterMessages'

export const spanish: Translation<typeof english> = {
  lead: 'Mostrar solo lo que procede de:',
  chip: '{kind} ({count})',
  patient: 'el paciente',
  relative: 'un familiar o amigo',
  clinician: 'un profesional clínico',
  organization: 'una organización',
  device: 'un dispositivo o programa',
  unstated: 'una fuente no indicada',
  hides: {
    one: 'Este filtro oculta {count} entrada de las tablas siguientes.',
    other: 'Este filtro oculta {count} entradas de las tablas siguientes.',
  },
  showAll: 'Mostrar todas las entradas',
}
