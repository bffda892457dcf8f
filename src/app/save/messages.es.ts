import type { Translation } from '../../i18n/defineMessages'
import type { english } from './messages'

export const spanish: Translation<typeof english> = {
  menu: 'Guardar',
  saveCard: 'Guardar la tarjeta (.smart-health-card)',
  saveJson: 'Guardar los datos FHIR tal como se recibieron',
  savePdf: 'Guardar como PDF',
  savePicture: 'Guardar como imagen (JPEG)',
  saveCsv: 'Guardar las tablas (CSV)',
  print: 'Imprimir',
  printDetails: 'Imprimir con todos los detalles',
  making: 'Preparando…',
  makingPage: 'Preparando… página {page}',
  cancel: 'Cancelar',
  cancelled: 'Cancelado. No se guardó nada.',
  saved: 'Entregado a su dispositivo: {name}',
  framed:
    'Si no ha llegado ningún archivo, la página que rodea a este visor no le permite guardar. Abra el visor en una ventana propia.',
  failed: 'No se pudo completar. No se guardó nada. Puede intentarlo de nuevo.',
}
