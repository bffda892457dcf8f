import type { Translation } from '../../i18n/defineMessages'
import type { english } from './patientMessages'

export const spanish: Translation<typeof english> = {
  bannerLabel: 'Paciente cuya historia está abierta',
  chart: 'Historia',
  openIn: 'abierta en',
  noRecordNumber: 'sin número de historia',

  matchesBoth:
    'Este registro corresponde a la historia abierta: coinciden el nombre y la fecha de nacimiento.',
  matchesAll:
    'Este registro corresponde a la historia abierta: coinciden el nombre, la fecha de nacimiento y el número.',
  matchesByNumber:
    'Este registro corresponde a la historia abierta: coinciden la fecha de nacimiento y el número; los nombres no se pudieron comparar.',
  matchesFamily: 'Esta tarjeta de seguro cubre al paciente cuya historia está abierta, y a otras personas.',
  mismatchTitle: '¿Otro paciente? Este registro no corresponde a la historia que está abierta.',
  mismatchAdvice:
    'Compruebe de quién trata antes de usarlo para este paciente. No se guarda nada en la historia si usted no lo pide.',
  unclearTitle: 'No se puede saber si este registro trata del paciente cuya historia está abierta.',
  unclearAdvice: 'Compare usted los dos, o pregunte al paciente, antes de usarlo.',
  noProof: 'No demuestra la identidad.',
  nobody: 'El registro no nombra a ninguna persona.',
  tooMany: 'El registro nombra a más personas de las que se pueden comparar.',

  personOf: 'Persona {number} de {count}',
  roleInsured: 'persona asegurada',
  roleSubscriber: 'titular de la póliza, que no la asegura',
  compared: 'Qué se comparó',
  inChart: 'Historia',
  inRecord: 'Este registro',
  field_name: 'Nombre',
  field_birthDate: 'Fecha de nacimiento',
  field_identifier: 'Número',
  answer_same: 'coincide',
  answer_different: 'es distinto',
  answer_unclear: 'no es seguro',
  notStated: 'no consta',
}
