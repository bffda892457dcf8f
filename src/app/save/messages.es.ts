import type { Translation } from '../../i18n/defineMessages'
import type { english } from './messages'

export const spanish: Translation<typeof english> = {
  menu: 'Guardar',
  saveCard: 'Guardar la tarjeta (.smart-health-card)',
  saveJson: 'Guardar los datos FHIR tal como se recibieron',
  failed: 'No se pudo completar. No se guardó nada. Puede intentarlo de nuevo.',
}
