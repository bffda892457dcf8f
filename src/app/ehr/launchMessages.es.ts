import type { Translation } from '../../i18n/defineMessages'
import type { english } from './launchMessages'

export const spanish: Translation<typeof english> = {
  title: 'Apertura desde la historia clínica',
  asking: 'Solicitando el inicio de sesión a {ehr}…',

  incomplete: 'La historia clínica no indicó todo lo necesario: falta «{parameter}» o no se puede utilizar.',
  repeated: 'La dirección de esta apertura contiene «{parameter}» más de una vez. No se abrió.',
  forbidden: 'La dirección de esta apertura contiene «{parameter}», que no debe decidir. No se abrió.',
  'unknown-ehr':
    'El sistema de historias clínicas de {host} no está autorizado a abrir este visor. No se le envió nada.',
  'storage-blocked':
    'El navegador no permite que el visor conserve un inicio de sesión dentro de la ventana del sistema de historias clínicas: bloquea el almacenamiento de las páginas incrustadas.',
  unreachable: '{ehr} no respondió, o no permitió consultas desde la dirección de este visor.',
  'not-smart': '{ehr} no indica dónde iniciar la sesión.',
  'endpoint-elsewhere':
    '{ehr} pide iniciar la sesión en {host}, un servidor en el que este visor no tiene indicado confiar. No se envió nada allí.',
  changed: '{ehr} dio dos respuestas distintas sobre dónde iniciar la sesión. No se envió nada.',
  insecure:
    'El visor debe abrirse por https: el navegador no ofrece los medios para iniciar la sesión de forma segura.',
  'viewer-incomplete':
    'No se pudo cargar la parte del visor que inicia la sesión. Puede que se haya perdido la conexión.',

  adviceChart:
    'Abra el visor otra vez desde la historia clínica. Si no sirve, avise a quien lo haya configurado.',
  adviceSetUp:
    'Avise a quien haya configurado este visor: hay que cambiar sus ajustes o los del sistema de historias clínicas.',
  adviceRetry: 'Inténtelo de nuevo. No se ha gastado nada.',
  adviceWindow: 'Ábralo en una ventana propia: allí se conectará la historia del mismo paciente.',

  ownWindow: 'Abrir en una ventana propia',
  tryAgain: 'Intentar de nuevo',
  goOn: 'Usar el visor sin la historia clínica',
}
