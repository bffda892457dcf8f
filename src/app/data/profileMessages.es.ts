import type { Translation } from '../../i18n/defineMessages'
import type { english } from './profileMessages'

export const spanish: Translation<typeof english> = {
  'bundle-type': 'El paquete no es una colección.',
  'bundle-timestamp': 'El paquete no indica cuándo se hizo.',
  'entry-count': 'El paquete no contiene nada más que un paciente.',
  'patient-count': 'El paquete debe contener exactamente un paciente.',
  'fullurl-not-urn': 'La dirección de una entrada no tiene la forma `urn:uuid:…`.',
  'fullurl-duplicate': 'Dos entradas tienen la misma dirección.',
  'reference-dangling': 'Una referencia no lleva a nada del paquete.',
  'reference-external': 'Una referencia lleva fuera del paquete, a otro servidor.',
  'meta-profile': 'Un recurso declara un perfil en `meta.profile`.',
  'patient-demographics': 'El paciente no tiene nombre o fecha de nacimiento con los que comparar.',
  'rendered-missing': 'Falta el PDF que muestra el registro (LOINC 60591-5).',
  'docref-status': 'El estado de un documento no es `current`.',
  'docref-type': 'El tipo de un documento no es LOINC 60591-5 ni 51855-5.',
  'docref-category': 'Un documento no está en la categoría `patient-shared`.',
  'docref-subject': 'El sujeto de un documento no es el paciente.',
  'docref-date': 'Un documento no tiene fecha.',
  'docref-author': 'Un documento no tiene ningún autor dentro del paquete.',
  'docref-content-type': 'Un documento no es un PDF.',
  'docref-data': 'Falta el contenido de un documento, o no es base64.',
  'docref-label': 'A un documento le falta la etiqueta de seguridad `PATAST`.',
  'attachment-url': 'Un adjunto está en una dirección en vez de en el paquete.',
  'attachment-no-data': 'Un adjunto no tiene contenido.',
  'attachment-content-type': 'Un adjunto es de un tipo que el receptor quizá no pueda mostrar.',
}
