import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  button: 'Save to record…',
  notGranted: 'This EHR has not allowed the viewer to save documents.',
  title: 'Save to the record of the patient',
  what: 'What is saved',
  whatPdf: 'This record as it is shown, as a PDF document.',
  whatPicture: 'This record as it is shown, as a picture (JPEG).',
  form: 'How it is saved',
  formPdf: 'As a PDF document',
  formJpeg: 'As a picture (JPEG)',
  withCard: 'Also the card itself (.smart-health-card), so that it can be checked again',
  withFhir: 'Also the FHIR data as received',
  filedAs: 'Filed as:',
  'kind_insurance-card': 'Insurance card',
  kind_immunizations: 'Immunization history',
  'kind_patient-summary': 'Patient summary',
  kind_other: 'Health record',
  changed: 'What is compared has changed since you decided. Look again.',
  confirmMismatch: 'I have made sure that the person of this record is the patient of this chart:',
  confirmUnclear: 'I have compared the two: this record is about the patient of this chart.',
  ofRecord: 'Record',
  ofChart: 'Chart',
  save: 'Save to this chart',
  cancel: 'Cancel',
  close: 'Close',
  stop: 'Stop waiting',
  again: 'Try again',
  anyway: 'I have looked into the chart and it is not there: save it',

  step_checking: 'Asking the EHR whose chart is open…',
  step_making: 'Laying the record out…',
  step_sending: 'Saving. The EHR has not answered yet…',

  otherPatient: 'The chart is not the one that the viewer was opened from. Nothing was saved.',
  otherPatientAdvice: 'Close the viewer and open it again from the chart of the right patient.',
  sessionExpired: 'The connection to the EHR has ended. Nothing was saved.',
  sessionExpiredAdvice:
    'Open the viewer again from the chart, and scan the record again there. What you see here stays until you close it.',
  unreadable: 'The EHR did not say whose chart is open. Nothing was saved.',
  unreadableAdvice: 'Check the connection and try again.',

  saved: 'Saved to the chart.',
  savedAs: 'Its number in the EHR is',
  alreadySaved: 'It is in the chart already. It was not saved a second time.',
  alreadySavedOn: 'It is in the chart already, since {date}. It was not saved a second time.',
  refused: 'The EHR refused it (status {status}). Nothing was saved.',
  refusedRight:
    'The EHR does not allow you, or this viewer, to save documents (status {status}). Nothing was saved.',
  ehrSays: 'The EHR says',
  unknown: 'The EHR has not answered: it may have been saved.',
  unknownStatus: 'The EHR reported a fault of its own (status {status}): it may have been saved.',
  unknownAdvice: 'Look into the chart. Trying again looks there first and does not save it twice.',
  notSent: 'Nothing was saved: the EHR could not be reached.',
  stopped: 'You stopped it before anything was sent. Nothing was saved.',
  cannotLook: 'It is not known whether the first attempt arrived, and this EHR does not let the viewer look.',
  cannotLookAdvice: 'Look into the chart yourself. Nothing was sent a second time.',
  tooLarge: 'It is too large for a chart: at most 5 MB. Nothing was saved.',
  cannotMake: 'The record could not be laid out for saving. Nothing was saved.',
  result_pdf: 'PDF document',
  result_jpeg: 'Picture',
  result_card: 'Card',
  result_fhir: 'FHIR data',

  documentTitle: '{kind}, shown on {date}',
  described_match: 'Compared with the chart: about the same patient, as far as can be told.',
  described_unclear:
    'Compared with the chart: not certain. Whoever saved it has confirmed that it is about this patient.',
  described_mismatch:
    'Compared with the chart: it names another patient. Whoever saved it has confirmed that it belongs here.',
} as const

export const saveMessages = defineMessages(english, {
  es: () => import('./saveMessages.es').then(({ spanish }) => spanish),
})
