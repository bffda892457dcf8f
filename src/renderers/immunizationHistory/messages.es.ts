import type { Translation } from '../../i18n/defineMessages'
import type { english } from './messages'

export const spanish: Translation<typeof english> = {
  title: 'Historial de vacunación',
  doses: { one: '{count} dosis', other: '{count} dosis' },
  noDoses: 'No hay ninguna dosis registrada.',
  given: 'Administradas',
  notGiven: 'No administradas',
  notGivenLead: 'Estas vacunas no se administraron. No cuentan como dosis.',
  skinTests: 'Pruebas cutáneas',
  skinTestsLead: 'Estas entradas son pruebas cutáneas y no vacunas. No cuentan como dosis.',
  inactive: 'No completadas',
  inactiveLead: 'Según su estado, estas entradas no son válidas. No cuentan como dosis.',
  retracted: 'Registradas por error',
  retractedLead: 'Estas entradas se retiraron. No cuentan como dosis.',
  alsoHere: 'También en este registro',
  byDisease: 'Por enfermedad',
  byDiseaseLead:
    'Según los códigos de las vacunas o lo que el registro dice de ellas. Una vacuna combinada cuenta para cada una de sus enfermedades.',
  noDate: 'fecha no indicada',
  doseNumber: 'dosis {dose}',
  remark: '{text} ({remark})',
  notValid: 'considerada no válida',
  sameDay: 'Hay más de una entrada del {date}: puede tratarse de la misma dosis.',
  forecasts: 'Vacunas recomendadas',
  forecastsLead:
    'Según la recomendación de quien elaboró este registro, en la fecha indicada. Compruebe qué se ha administrado desde entonces.',
  forecastNotStated: 'Estado no indicado',
  madeOn: 'a fecha de {date}',
  series: 'Serie: {text}',
  reason: 'Motivo: {text}',
  not: 'Contraindicada: {text}',
  dateFor: '{label}: {date}',
  otherVaccines: 'Vacunas sin enfermedad indicada',
}
