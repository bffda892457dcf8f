import type { Translation } from '../../i18n/defineMessages'
import type { english } from './messages'

export const spanish: Translation<typeof english> = {
  title: 'Registros de salud',
  empty: 'Este paquete no contiene ninguna entrada.',
}
