import { defineWords } from './words'

/** Kinds of health information that are specially protected. Source: v3 ActCode, `InformationSensitivityPolicy`. */
export const englishSensitivities = {
  BH: 'behavioural health',
  COGN: 'cognitive disability',
  DVD: 'developmental disability',
  EMOTDIS: 'emotional disturbance',
  ETH: 'substance use',
  ETHUD: 'alcohol use disorder',
  GDIS: 'genetic condition',
  HIV: 'HIV',
  MH: 'mental health',
  MST: 'sexual trauma during military service',
  OPIOIDUD: 'opioid use disorder',
  PREGNANT: 'pregnancy',
  PSY: 'psychiatry',
  PSYTHPN: 'psychotherapy notes',
  SCA: 'sickle cell disease',
  SDV: 'sexual assault, abuse or domestic violence',
  SEX: 'sexual and reproductive health',
  SPI: 'specially protected',
  STD: 'sexually transmitted disease',
  SUD: 'substance use disorder',
  TBOO: 'kept back from the patient until explained',
  VIO: 'violence',
} as const

/** What was done to the content, or how far it may be relied on. Source: v3 ObservationValue, v3 ActCode. */
export const englishAlterations = {
  ABSTRED: 'Shortened by the sender',
  AGGRED: 'Combined with other data by the sender',
  ANONYED: 'Made anonymous by the sender',
  MASKED: 'Parts were hidden by the sender',
  PSEUDED: 'Pseudonymised by the sender',
  REDACTED: 'Parts were removed by the sender',
  SUBSETTED: 'Only a part of the entry was sent',
  UNCERTREL: 'Of uncertain reliability, says the sender',
  UNRELIABLE: 'Not reliable, says the sender',
} as const

/** What a receiver must or must not do. Source: v3 ActCode, `ObligationPolicy` and `RefrainPolicy`. */
export const englishObligations = {
  NOAUTH: 'Not to be disclosed without authorization',
  NODSCLCD: 'Not to be disclosed without consent',
  NODSCLCDS: 'Not to be disclosed without the patient’s consent',
  NORDSCLCD: 'Not to be passed on without consent',
  NORDSCLCDS: 'Not to be passed on without the patient’s consent',
  NORDSLCD: 'Not to be passed on without consent',
  NOPAT: 'Not to be disclosed to the patient',
  NOPERSISTP: 'Not to be stored for longer than needed',
  DELAU: 'To be deleted after use',
} as const

/** Other labels, for the details. Source: v3 ActCode, v3 ObservationValue, v3 ActReason. */
export const englishLabels = {
  PATAST: 'Asserted by the patient',
  PATRPT: 'Reported by the patient',
  PACQAST: 'Asserted by somebody close to the patient',
  PACQRPT: 'Reported by somebody close to the patient',
  SDMAST: 'Asserted by somebody who decides for the patient',
  SDMRPT: 'Reported by somebody who decides for the patient',
  CLINAST: 'Asserted by a clinician',
  CLINRPT: 'Reported by a clinician',
  HCPAST: 'Asserted by a health care professional',
  HCPRPT: 'Reported by a health care professional',
  PROAST: 'Asserted by a professional',
  PRORPT: 'Reported by a professional',
  PAYAST: 'Asserted by a payer',
  PAYRPT: 'Reported by a payer',
  DEVAST: 'Asserted by a device',
  DEVRPT: 'Reported by a device',
  HRELIABLE: 'Highly reliable, says the sender',
  RELIABLE: 'Reliable, says the sender',
  HTEST: 'Test data',
  TREAT: 'For treatment',
  ETREAT: 'For emergency treatment',
  HPAYMT: 'For payment',
  HRESCH: 'For research',
  PATRQT: 'At the patient’s request',
} as const

const spanish = () => import('./messagesLabels.es')

export const sensitivityWords = defineWords(englishSensitivities, () =>
  spanish().then(({ sensitivities }) => sensitivities),
)
export const alterationWords = defineWords(englishAlterations, () =>
  spanish().then(({ alterations }) => alterations),
)
export const obligationWords = defineWords(englishObligations, () =>
  spanish().then(({ obligations }) => obligations),
)
export const labelWords = defineWords(englishLabels, () => spanish().then(({ labels }) => labels))
