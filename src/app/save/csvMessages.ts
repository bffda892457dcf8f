import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  csvSection: 'Part of the record',
  csvState: 'State',
  csvRemarks: 'Remarks',
  csvName: 'Name',
  csvValue: 'Value',
  csv_active: 'As stated',
  csv_negated: 'Negated',
  csv_inactive: 'Not current',
  csv_retracted: 'Withdrawn',
} as const

export const csvMessages = defineMessages(english, {
  es: () => import('./csvMessages.es').then(({ spanish }) => spanish),
})
