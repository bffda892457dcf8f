import { defineWords } from './words'

/** What vaccines protect against. The codes are SNOMED CT, the words are ours. Source: the target diseases of FHIR and of the WHO. */
export const englishDiseases = {
  '840539006': 'COVID-19',
  '6142004': 'Influenza',
  '55604004': 'Avian influenza',
  '55735004': 'RSV infection',
  '16814004': 'Pneumococcal disease',
  '76902006': 'Tetanus',
  '397428000': 'Diphtheria',
  '397430003': 'Diphtheria',
  '27836007': 'Pertussis (whooping cough)',
  '398102009': 'Polio',
  '709410003': 'Haemophilus influenzae type b (Hib) infection',
  '66071002': 'Hepatitis B',
  '40468003': 'Hepatitis A',
  '14189004': 'Measles',
  '36989005': 'Mumps',
  '36653000': 'Rubella',
  '38907003': 'Chickenpox',
  '4740000': 'Shingles',
  '23511006': 'Meningococcal disease',
  '240532009': 'Human papillomavirus (HPV) infection',
  '18624000': 'Rotavirus infection',
  '14168008': 'Rabies',
  '4834000': 'Typhoid fever',
  '63650001': 'Cholera',
  '16541001': 'Yellow fever',
  '52947006': 'Japanese encephalitis',
  '712986001': 'Tick-borne encephalitis',
  '67924001': 'Smallpox',
  '359814004': 'Mpox',
  '56717001': 'Tuberculosis',
  '409498004': 'Anthrax',
  '38362002': 'Dengue',
  '111864006': 'Chikungunya',
  '37109004': 'Ebola virus disease',
} as const

export const diseaseWords = defineWords(englishDiseases, () =>
  import('./messagesDiseases.es').then(({ diseases }) => diseases),
)
