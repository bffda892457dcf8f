import type { Translation } from '../../i18n/defineMessages'
import type { english } from './messages'

export const spanish: Translation<typeof english> = {
  title: 'Historial de vacunación',
  doses: { one: '{count} dosis', other: '{count} dosis' },
  noDoses: 'No hay ninguna dosis registrada.',
  given: 'Administradas',
  notGiven: 'No administradas',
  notGivenLead: 'Estas vacunas no se administraron. No cuentan como dosis.',
  inactive: 'No completadas',
  inactiveLead: 'Según su estado, estas entradas no son válidas. No cuentan como dosis.',
  retracted: 'Registradas por error',
  retractedLead: 'Estas entradas se retiraron. No cuentan como dosis.',
  alsoHere: 'También en este registro',
}
