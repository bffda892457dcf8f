import type { Translation } from '../../i18n/defineMessages'
import type { english } from './messages'

export const spanish: Translation<typeof english> = {
  title: 'Abra este visor en una pestaña propia',
  why: 'Aquí se encuentra dentro de otra página, que no es una de las que pueden mostrarlo. Lo que rodea a un historial podría tapar una parte de él, así que aquí no se abre nada.',
  open: 'Abrir en una pestaña nueva',
  otherwise: 'Si no ocurre nada, escriba esta dirección en una pestaña nueva:',
  operator:
    'Para quienes administran este visor: las páginas que pueden mostrarlo figuran en su configuración, en frameAncestors.',
}
