import type { englishClasses, englishCosts, englishPurposes } from './messagesCodes'

type Words<English> = Readonly<Record<keyof English, string>>

export const classes: Words<typeof englishClasses> = {
  group: 'Grupo',
  subgroup: 'Subgrupo',
  plan: 'Plan',
  subplan: 'Subplan',
  class: 'Clase',
  subclass: 'Subclase',
  sequence: 'Secuencia',
  rxbin: 'RxBIN',
  rxpcn: 'RxPCN',
  rxgroup: 'RxGrp',
  rxid: 'RxID',
  rxiin: 'RxIIN',
  division: 'División',
  network: 'Red',
  alternatenetwork: 'Red alternativa',
}

export const costs: Words<typeof englishCosts> = {
  gpvisit: 'Consulta de atención primaria',
  spvisit: 'Consulta con un especialista',
  emergency: 'Urgencias hospitalarias',
  inpthosp: 'Ingreso hospitalario',
  televisit: 'Consulta por vídeo o teléfono',
  urgentcare: 'Atención urgente',
  copaypct: 'Parte de cada coste',
  copay: 'Copago',
  deductible: 'Franquicia',
  maxoutofpocket: 'Gasto máximo de bolsillo',
  rx: 'Recetas',
}

export const purposes: Words<typeof englishPurposes> = {
  PATINF: 'Para pacientes',
  PAYOR: 'Pagador',
  BILL: 'Facturación',
  ADMIN: 'Administración',
  HR: 'Recursos humanos',
  PRESS: 'Prensa',
  pharma: 'Para farmacéuticos',
  rxmailorder: 'Farmacia por correo',
  provider: 'Para profesionales sanitarios',
  virtual: 'Atención virtual',
}
