import type { Translation } from '../../i18n/defineMessages'
import type { english } from './messages'

export const spanish: Translation<typeof english> = {
  connecting: 'Conectando con la historia clínica…',
  connectingMeanwhile: 'Ya puede escanear una tarjeta o abrir un enlace.',

  denied: 'Se rechazó el acceso a la historia clínica.',
  'refused-by-ehr': 'El sistema de historias clínicas no dio acceso al visor.',
  unreachable: 'El sistema de historias clínicas no respondió.',
  'no-token': 'El sistema de historias clínicas terminó el inicio de sesión sin conceder acceso.',
  'no-patient': 'El sistema de historias clínicas no indicó de qué paciente es la historia abierta.',
  'patient-unreadable':
    'El sistema de historias clínicas no mostró al visor los datos del paciente de esta historia.',
  'storage-blocked':
    'El navegador no permite que el visor conserve el inicio de sesión dentro de la ventana del sistema de historias clínicas: bloquea el almacenamiento de las páginas incrustadas.',
  'session-lost': 'Esta conexión con la historia clínica no se conoce en esta pestaña.',
  'session-expired': 'La conexión con la historia clínica ha terminado.',
  'viewer-incomplete': 'No se pudo cargar la parte del visor que conecta con la historia clínica.',

  adviceRetry: 'Inténtelo de nuevo, o cierre el visor y ábralo otra vez desde la historia clínica.',
  adviceLaunch: 'Abra la historia de un paciente e inicie el visor de nuevo desde allí.',
  meanwhile: 'Lo que ha escaneado sigue en la pantalla, y el visor funciona sin la historia clínica.',
  tryAgain: 'Intentar de nuevo',
  goOn: 'Seguir sin la historia clínica',
}
