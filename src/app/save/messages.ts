import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  menu: 'Save',
  saveCard: 'Save the card (.smart-health-card)',
  saveJson: 'Save the FHIR data as received',
  savePdf: 'Save as a PDF',
  savePicture: 'Save as a picture (JPEG)',
  saveCsv: 'Save the tables (CSV)',
  print: 'Print',
  printDetails: 'Print with all details',
  making: 'Preparing…',
  makingPage: 'Preparing… page {page}',
  cancel: 'Cancel',
  cancelled: 'Cancelled. Nothing was saved.',
  saved: 'Given to your device: {name}',
  framed:
    'If no file has arrived, the page around this viewer does not let it save. Open the viewer in a window of its own.',
  failed: 'That did not work. Nothing was saved. You can try again.',
} as const

export const messages = defineMessages(english, {
  es: () => import('./messages.es').then(({ spanish }) => spanish),
})
