import type { Translation } from '../../i18n/defineMessages'
import type { english } from './saveMessages'

export const spanish: Translation<typeof english> = {
  button: 'Guardar en la historia…',
  notGranted: 'Este sistema no ha permitido que el visor guarde documentos.',
  title: 'Guardar en la historia del paciente',
  what: 'Qué se guarda',
  whatPdf: 'Este registro tal como se muestra, como documento PDF.',
  whatPicture: 'Este registro tal como se muestra, como imagen (JPEG).',
  form: 'Cómo se guarda',
  formPdf: 'Como documento PDF',
  formJpeg: 'Como imagen (JPEG)',
  withCard: 'También la propia tarjeta (.smart-health-card), para poder comprobarla de nuevo',
  withFhir: 'También los datos FHIR tal como se recibieron',
  filedAs: 'Se archiva como:',
  'kind_insurance-card': 'Tarjeta de seguro',
  kind_immunizations: 'Historial de vacunación',
  'kind_patient-summary': 'Resumen del paciente',
  kind_other: 'Registro de salud',
  changed: 'Lo que se compara ha cambiado desde que usted decidió. Mírelo de nuevo.',
  confirmMismatch: 'Me he asegurado de que la persona de este registro es el paciente de esta historia:',
  confirmUnclear: 'He comparado los dos: este registro trata del paciente de esta historia.',
  ofRecord: 'Registro',
  ofChart: 'Historia',
  save: 'Guardar en esta historia',
  cancel: 'Cancelar',
  close: 'Cerrar',
  stop: 'Dejar de esperar',
  again: 'Intentarlo de nuevo',
  anyway: 'He mirado en la historia y no está: guardarlo',

  step_checking: 'Se pregunta al sistema de quién es la historia abierta…',
  step_making: 'Se prepara el documento…',
  step_sending: 'Se está guardando. El sistema aún no ha contestado…',

  otherPatient: 'La historia no es la misma desde la que se abrió el visor. No se guardó nada.',
  otherPatientAdvice: 'Cierre el visor y ábralo de nuevo desde la historia del paciente correcto.',
  sessionExpired: 'La conexión con el sistema ha terminado. No se guardó nada.',
  sessionExpiredAdvice:
    'Abra el visor de nuevo desde la historia y escanee allí el registro otra vez. Lo que ve aquí permanece hasta que lo cierre.',
  unreadable: 'El sistema no dijo de quién es la historia abierta. No se guardó nada.',
  unreadableAdvice: 'Compruebe la conexión e inténtelo de nuevo.',

  saved: 'Guardado en la historia.',
  savedAs: 'Su número en el sistema es',
  alreadySaved: 'Ya está en la historia. No se guardó por segunda vez.',
  alreadySavedOn: 'Ya está en la historia, desde el {date}. No se guardó por segunda vez.',
  refused: 'El sistema lo rechazó (estado {status}). No se guardó nada.',
  refusedRight:
    'El sistema no permite que usted, o este visor, guarde documentos (estado {status}). No se guardó nada.',
  ehrSays: 'El sistema dice',
  unknown: 'El sistema no ha contestado: puede que se haya guardado.',
  unknownStatus: 'El sistema informó de un fallo propio (estado {status}): puede que se haya guardado.',
  unknownAdvice:
    'Mire en la historia. Si lo intenta de nuevo, primero se mira allí y no se guarda dos veces.',
  notSent: 'No se guardó nada: no se pudo contactar con el sistema.',
  stopped: 'Usted lo detuvo antes de que se enviara algo. No se guardó nada.',
  cannotLook: 'No se sabe si el primer intento llegó, y este sistema no permite que el visor lo compruebe.',
  cannotLookAdvice: 'Mire usted en la historia. No se envió nada por segunda vez.',
  tooLarge: 'Es demasiado grande para una historia: como máximo 5 MB. No se guardó nada.',
  cannotMake: 'No se pudo preparar el registro para guardarlo. No se guardó nada.',
  result_pdf: 'Documento PDF',
  result_jpeg: 'Imagen',
  result_card: 'Tarjeta',
  result_fhir: 'Datos FHIR',

  documentTitle: '{kind}, mostrado el {date}',
  described_match: 'Comparado con la historia: trata del mismo paciente, hasta donde se puede saber.',
  described_unclear:
    'Comparado con la historia: no es seguro. Quien lo guardó ha confirmado que trata de este paciente.',
  described_mismatch:
    'Comparado con la historia: nombra a otro paciente. Quien lo guardó ha confirmado que pertenece aquí.',
}
