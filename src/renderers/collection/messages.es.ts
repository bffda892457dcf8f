import type { Translation } from '../../i18n/defineMessages'
import type { english } from './messages'

export const spanish: Translation<typeof english> = {
  title: 'Registros de salud',
  innerBundle: 'Paquete de la entrada {position}',
  empty: 'Este paquete no contiene ninguna entrada.',
}
