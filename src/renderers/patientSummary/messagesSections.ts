import { defineWords } from '../tables/words'

/**
 * What the LOINC code of a section means. The sender's title always comes first; these are for sections without one,
 * and for readers of another language. Source: International Patient Summary 2.0.1, and sections seen beside it.
 */
export const english = {
  '11450-4': 'Problems',
  '48765-2': 'Allergies and intolerances',
  '10160-0': 'Medications',
  '11369-6': 'Immunizations',
  '60484-3': 'Immunizations',
  '30954-2': 'Results',
  '47519-4': 'Procedures',
  '29554-3': 'Procedures',
  '46264-8': 'Medical devices',
  '42348-3': 'Advance directives',
  '104605-1': 'Alerts',
  '47420-5': 'Functional status',
  '11348-0': 'Past problems',
  '10162-6': 'Pregnancies',
  '11362-0': 'Pregnancies',
  '81338-6': 'Patient’s story',
  '18776-5': 'Plan of care',
  '29762-2': 'Social history',
  '8716-3': 'Vital signs',
  '10182-4': 'Travel history',
  '10157-6': 'Family history',
  '11341-5': 'Occupation',
  '46240-8': 'Visits and stays',
  '48768-6': 'Insurance',
  '61146-7': 'Goals',
  '51848-0': 'Assessment',
  '10164-2': 'History of the present illness',
  '10187-3': 'Review of systems',
  '29545-1': 'Physical examination',
  '8648-8': 'Course of the hospital stay',
  '10183-2': 'Medications at discharge',
  '59284-0': 'Consents',
  '51855-5': 'Patient’s note',
} as const

export const sectionWords = defineWords(english, () =>
  import('./messagesSections.es').then(({ spanish }) => spanish),
)
