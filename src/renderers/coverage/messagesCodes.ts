import { defineWords } from '../tables/words'

/** Kinds of groups and plans. Source: FHIR `coverage-class`, CARIN Digital Insurance Card `C4DICExtendedCoverageClassCS`. */
export const englishClasses = {
  group: 'Group',
  subgroup: 'Subgroup',
  plan: 'Plan',
  subplan: 'Subplan',
  class: 'Class',
  subclass: 'Subclass',
  sequence: 'Sequence',
  rxbin: 'RxBIN',
  rxpcn: 'RxPCN',
  rxgroup: 'RxGrp',
  rxid: 'RxID',
  rxiin: 'RxIIN',
  division: 'Division',
  network: 'Network',
  alternatenetwork: 'Alternate network',
} as const

/** Kinds of costs. Source: FHIR `coverage-copay-type`, CARIN Digital Insurance Card `C4DICExtendedCopayTypeCS`. */
export const englishCosts = {
  gpvisit: 'Primary care visit',
  spvisit: 'Specialist visit',
  emergency: 'Emergency room',
  inpthosp: 'Hospital stay',
  televisit: 'Video or phone visit',
  urgentcare: 'Urgent care',
  copaypct: 'Share of each cost',
  copay: 'Copay',
  deductible: 'Deductible',
  maxoutofpocket: 'Out-of-pocket maximum',
  rx: 'Prescriptions',
} as const

/** What a contact is for. Source: FHIR `contactentity-type`, CARIN Digital Insurance Card contact purposes. */
export const englishPurposes = {
  PATINF: 'For patients',
  PAYOR: 'Payer',
  BILL: 'Billing',
  ADMIN: 'Administration',
  HR: 'Human resources',
  PRESS: 'Press',
  pharma: 'For pharmacists',
  rxmailorder: 'Mail-order pharmacy',
  provider: 'For providers',
  virtual: 'Virtual care',
} as const

const spanish = () => import('./messagesCodes.es')

export const classWords = defineWords(englishClasses, () => spanish().then(({ classes }) => classes))
export const costWords = defineWords(englishCosts, () => spanish().then(({ costs }) => costs))
export const purposeWords = defineWords(englishPurposes, () => spanish().then(({ purposes }) => purposes))
