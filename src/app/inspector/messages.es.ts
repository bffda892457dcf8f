import type { Translation } from '../../i18n/defineMessages'
import type { english } from './messages'

export const spanish: Translation<typeof english> = {
  title: 'Inspector de la historia clínica',
  lead: 'Para quienes prueban la conexión con un sistema de historias clínicas. Lee de la historia abierta y no cambia nada. Lo que se muestra son datos de salud.',
  server: 'Servidor FHIR',
  patient: 'Paciente',
  encounter: 'Encuentro',
  user: 'Sesión iniciada como',
  notStated: 'no indicado',

  pathLabel: 'Ruta',
  pathHint: 'Dentro del servidor FHIR, como Patient/1 o Coverage?patient=1. La tecla Intro la lee.',
  acceptLabel: 'Pedir',
  acceptAny: 'lo que haya',
  read: 'Leer',
  cancel: 'Cancelar',
  forget: 'Olvidar',
  shortcuts: 'Atajos',
  tried: 'Ya probadas',

  asking: 'Preguntando al sistema de historias clínicas…',
  'refused.empty': 'Escriba antes una ruta.',
  'refused.elsewhere': 'No está en el servidor FHIR de la historia clínica, por lo que no se ha pedido.',
  'failed.no-answer': 'El sistema de historias clínicas no respondió.',
  'failed.offline': 'No hay conexión a internet.',
  'failed.timeout': 'El sistema de historias clínicas tardó demasiado en responder.',
  'failed.too-large': 'La respuesta ocupa más de 5 MB. Pida menos, por ejemplo con _count.',
  'failed.session-expired':
    'La conexión con la historia clínica ha terminado. Inicie el visor de nuevo desde la historia clínica.',

  answer: 'Estado {status}',
  contentType: 'Tipo de contenido',
  duration: 'Tiempo empleado',
  milliseconds: '{count} ms',
  size: 'Tamaño',
  outcome: 'Lo que dice el servidor al respecto',
  next: 'Página siguiente',
  previous: 'Página anterior',
  references: { one: 'Lleva a {count} más', other: 'Lleva a {count} más' },
  content: 'Contenido de la respuesta',
  empty: 'La respuesta no tiene contenido.',
  binary: 'La respuesta no es ni JSON ni texto, por lo que no se muestra aquí.',
  cut: {
    one: 'Solo se muestra el principio: el primer carácter ({count}).',
    other: 'Solo se muestra el principio: los primeros {count} caracteres.',
  },
  curl: 'Lo mismo para una línea de comandos, sin el token',
  copy: 'Copiar',
  copied: 'Copiado',
}
