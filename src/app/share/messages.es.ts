import type { Translation } from '../../i18n/defineMessages'
import type { english } from './messages'

export const spanish: Translation<typeof english> = {
  share: 'Compartir…',
  title: 'Compartir este registro',
  close: 'Cerrar',
  card: 'La tarjeta',
  link: 'El enlace',
  what: 'Qué se comparte',
  warnCard:
    'Quien lo escanee o lo reciba tiene la tarjeta completa, y puede conservarla y mostrarla a otras personas.',
  warnLink:
    'Quien lo escanee o lo reciba puede abrir todo lo que hay detrás del enlace, y puede conservarlo.',
  wholeLink: 'El enlace abre todos sus registros, no solo el que ve aquí.',
  passcode: 'La clave no está incluida. Comuníquela por otro medio.',
  longTerm: 'El enlace se mantiene al día: quien lo tenga verá también lo que se añada después.',
  counted:
    'El servidor puede contar cuántas veces se abre el enlace, y puede permitir que se abra una sola vez. Aquí ya se abrió.',
  expires: 'El enlace se puede abrir hasta el {date}.',
  expired: 'El enlace indica que caducó el {date}. Lo más probable es que ya nadie pueda abrirlo.',
  notCurrent: 'Esta tarjeta no es válida hoy. Quien la compruebe lo verá.',
  cardCode: 'Código QR de la tarjeta',
  linkCode: 'Código QR del enlace',
  scanHint:
    'Si cuesta escanearlo: suba el brillo de la pantalla, no la mueva y evite los reflejos sobre el código.',
  tooLarge: 'Es demasiado largo para un código QR que las cámaras lean bien. Compártalo de otra manera.',
  copyCard: 'Copiar el texto de la tarjeta',
  copyLink: 'Copiar el enlace',
  copied: 'Copiado',
  device: 'Compartir con otra aplicación…',
  shared: 'Se entregó a la otra aplicación.',
  refused: 'Este dispositivo no lo compartió. Cópielo, o guarde la tarjeta como archivo.',
}
