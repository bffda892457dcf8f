import type { Translation } from '../../i18n/defineMessages'
import type { english } from './recordMessages'

export const spanish: Translation<typeof english> = {
  choose: 'Contiene {count} registros. Elija uno:',
  option: '{number}. {title} · {name} ({status})',
  optionUnnamed: '{number}. {title} ({status})',
  entries: { one: '{count} entrada', other: '{count} entradas' },
  someNotReliable: {
    one: 'No se fíe de {count} de estos registros. Los demás valen por sí mismos.',
    other: 'No se fíe de {count} de estos registros. Los demás valen por sí mismos.',
  },
  noneReliable: 'No se fíe de ninguno de estos registros.',
  severalPeople: '{name} y otras personas',

  differentTitle: 'Estos registros son de personas distintas',
  differentAdvice: 'Asegúrese de que cada uno corresponde a la persona que tiene delante.',
  unclearTitle: 'No se puede saber si estos registros son de una misma persona',
  unclearAdvice:
    'Faltan nombres o fechas de nacimiento, están incompletos o escritos de otra manera. Compárelos antes de fiarse.',
  person: '{name}, {born}: {records}',
  inRecords: { one: 'registro {numbers}', other: 'registros {numbers}' },
  severalInOne: 'Este mismo registro nombra a personas distintas. Mire en cada entrada de quién trata.',
}
