import type { englishContacts, englishReasons } from './messagesReasons'

export const reasons = {
  IMMUNE: 'Inmunidad',
  MEDPREC: 'Precaución médica',
  OSTOCK: 'Producto agotado',
  PATOBJ: 'Objeción del paciente',
  PHILISOP: 'Objeción filosófica',
  RELIG: 'Objeción religiosa',
  VACEFF: 'Dudas sobre la eficacia de la vacuna',
  VACSAF: 'Dudas sobre la seguridad de la vacuna',
} satisfies Readonly<Record<keyof typeof englishReasons, string>>

export const contacts = {
  BP: 'Contacto para facturación',
  C: 'Contacto de urgencia',
  CP: 'Persona de contacto',
  E: 'Empleador',
  EP: 'Persona de contacto de urgencia',
  F: 'Organismo federal',
  I: 'Compañía de seguros',
  N: 'Familiar más cercano',
  O: 'Otro',
  PR: 'Persona que prepara una derivación',
  S: 'Organismo estatal',
  U: 'Desconocido',
} satisfies Readonly<Record<keyof typeof englishContacts, string>>
