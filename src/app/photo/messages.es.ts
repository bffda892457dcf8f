import type { Translation } from '../../i18n/defineMessages'
import type { english } from './messages'

export const spanish: Translation<typeof english> = {
  title: 'Escanear con la cámara',
  lead: 'Ponga el código delante de la cámara, de modo que llene el cuadro.',
  viewfinder: 'Lo que ve la cámara',
  starting: 'Iniciando la cámara…',
  slow: 'El navegador pregunta si esta página puede usar la cámara. Busque la pregunta junto a la barra de direcciones y permítalo.',
  scanning: 'Buscando un código…',
  hintNoCode:
    'Aún no se ve ningún código. Acérquelo y manténgalo quieto, de modo que llene el cuadro, y evite los reflejos.',
  hintDark: 'La imagen es muy oscura. Encienda una luz o destape la cámara.',
  part: 'Se ha leído la parte {have} de {need}. Muestre ahora el siguiente código de la misma tarjeta.',
  paused: 'La cámara se ha puesto en pausa porque no se ha escaneado nada durante un rato.',
  restart: 'Reanudar la cámara',
  tryAgain: 'Volver a iniciar la cámara',
  switchCamera: 'Cambiar de cámara',
  switchHint: 'Pulse dos veces para pasar a la siguiente de las {count} cámaras.',
  lightOn: 'Encender la luz',
  lightOff: 'Apagar la luz',
  zoom: 'Ampliación',
  openWindow: 'Escanear en una ventana aparte',
  windowOpen: 'La cámara está en la otra ventana. Lo que escanee aparecerá aquí.',
  windowCancel: 'Dejar de esperar',
  privacy: 'La imagen se lee aquí, en su navegador. No se guarda ni se envía.',
  pictures:
    '¿No tiene una cámara a mano? Elija una foto, una captura de pantalla o un PDF, suéltelo en cualquier lugar de esta página o péguelo.',
  captureLead: 'Ponga el código delante de la cámara. La ventana se cierra sola en cuanto se ha leído.',
  captureAlone: 'Esta ventana pertenece al visor, que la abre cuando necesita la cámara. Puede cerrarla.',
  captureSent: 'Se ha leído el código. Puede cerrar esta ventana.',
  close: 'Cerrar esta ventana',
}
