import type { Translation } from '../../i18n/defineMessages'
import type { english } from './messages'

export const spanish: Translation<typeof english> = {
  alone: 'Esta ventana copia un texto para el visor, y no hay ninguno. Puede cerrarla.',
  pressToCopy: 'Pulse el botón para copiar. Después, esta ventana se cierra sola.',
  copy: 'Copiar',
  byHand:
    'El navegador no permite copiar desde esta página. El texto está seleccionado: pulse Ctrl+C, o ⌘C en un Mac.',
  theText: 'El texto',
}
