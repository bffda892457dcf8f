import type { Translation } from '../../i18n/defineMessages'
import type { english } from './messages'

export const spanish: Translation<typeof english> = {
  notIncluded: 'no incluido',
  yes: 'Sí',
  no: 'No',
}
