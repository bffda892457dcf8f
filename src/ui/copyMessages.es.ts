import type { Translation } from '../i18n/defineMessages'
import type { english } from './copyMessages'

export const spanish: Translation<typeof english> = {
  copy: 'Copiar: {label}',
  copied: 'Copiado: {label}',
  byHand:
    'Aquí esta página no puede copiar. El texto está seleccionado: pulse Ctrl+C, ⌘C en un Mac, o mantenga el dedo sobre él y elija Copiar.',
  theText: 'Texto para copiar',
  close: 'Cerrar',
  closeBox: 'Cerrar: {label}',
}
