import type { Translation } from '../../i18n/defineMessages'
import type { english } from './messages'

export const spanish: Translation<typeof english> = {
  nextPatient: 'Siguiente paciente',
  closedTitle: 'El historial está cerrado',
  closedAdvice:
    'Puede recuperarlo durante unos segundos, sin volver a pedirlo a quien lo envió. Después se olvida.',
  secondsLeft: { one: 'Queda {count} segundo', other: 'Quedan {count} segundos' },
  bringBack: 'Recuperarlo',
  forgetNow: 'Olvidarlo ya',
  broughtBack: 'El historial vuelve a estar abierto.',
  forgotten: 'El historial se ha olvidado.',
  idleTitle: '¿Hay alguien ahí?',
  idleText: {
    one: 'Nadie ha usado esta página desde hace casi {count} minuto. Se olvidará lo que está abierto, para que no lo vea la siguiente persona que use este equipo.',
    other:
      'Nadie ha usado esta página desde hace casi {count} minutos. Se olvidará lo que está abierto, para que no lo vea la siguiente persona que use este equipo.',
  },
  stay: 'Mantenerlo abierto',
  idleLeftTitle: 'Cerrado, porque nadie usaba la página',
  idleLeftAdvice: 'Se ha olvidado lo que estaba abierto. Vuelva a escanear la tarjeta o a abrir el enlace.',
  leftTitle: 'Listo para el siguiente paciente',
  leftAdvice:
    'Esta página ha olvidado al anterior. Lo que se haya guardado, impreso o copiado sigue donde usted lo dejó.',
}
