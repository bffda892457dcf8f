import type { Translation } from '../../i18n/defineMessages'
import type { english } from './csvMessages'

export const spanish: Translation<typeof english> = {
  csvSection: 'Parte del registro',
  csvState: 'Estado',
  csvRemarks: 'Observaciones',
  csvName: 'Nombre',
  csvValue: 'Valor',
  csv_active: 'Según consta',
  csv_negated: 'Negado',
  csv_inactive: 'No vigente',
  csv_retracted: 'Retirado',
}
