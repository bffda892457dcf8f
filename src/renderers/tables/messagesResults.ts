import { defineWords } from './words'

/**
 * Answers of tests, as laboratory cards give them: by rule without words. The codes are SNOMED CT, the words are ours.
 * Source: SMART Health Cards Vaccination & Testing IG 1.0.0, `lab-qualitative-result`, and the results of the IPS.
 */
export const englishAnswers = {
  '10828004': 'Positive',
  '260385009': 'Negative',
  '260373001': 'Detected',
  '260415000': 'Not detected',
  '11214006': 'Reactive',
  '131194007': 'Non-reactive',
  '42425007': 'Equivocal',
  '82334004': 'Indeterminate',
  '419984006': 'Inconclusive',
  '415684004': 'Suspected',
  '720735008': 'Presumptive positive',
  '455371000124106': 'Invalid result',
  '125154007': 'Specimen unsatisfactory for evaluation',
  '407479009': 'Influenza A virus',
  '407480007': 'Influenza B virus',
  '840533007': 'SARS-CoV-2',
  '840539006': 'COVID-19',
  '52101004': 'Present',
  '2667000': 'Absent',
  '373066001': 'Yes',
  '373067005': 'No',
  '261665006': 'Unknown',
  '1208523001': 'Specimen taken by a health professional',
  '1208524007': 'Specimen taken by the patient, with a health professional present',
  '1208525008': 'Specimen taken by the patient, with a health professional on video',
  '1208526009': 'Specimen taken by the patient, without supervision',
  '1208522006': 'Supervision of specimen collection',
  '77386006': 'Pregnant',
  '60001007': 'Not pregnant',
  '449868002': 'Smokes daily',
  '428041000124106': 'Smokes on some days',
  '8517006': 'Former smoker',
  '266919005': 'Never smoked',
  '77176002': 'Smoker',
  '266927001': 'Unknown if ever smoked',
} as const

/**
 * What was measured, for the tests of laboratory cards and the usual vital signs. The codes are LOINC; the words are
 * ours and no LOINC names. Source: `lab-qualitative-test-covid` of the same guide, and the vital signs of FHIR R4.
 */
export const englishTests = {
  '94309-2': 'SARS-CoV-2 RNA, nucleic acid test (such as PCR)',
  '94500-6': 'SARS-CoV-2 RNA in a respiratory specimen, nucleic acid test (such as PCR)',
  '94502-2': 'SARS-related coronavirus RNA in a respiratory specimen, nucleic acid test (such as PCR)',
  '94533-7': 'SARS-CoV-2 N gene in a respiratory specimen, nucleic acid test (such as PCR)',
  '94534-5': 'SARS-CoV-2 RdRp gene in a respiratory specimen, nucleic acid test (such as PCR)',
  '94559-2': 'SARS-CoV-2 ORF1ab in a respiratory specimen, nucleic acid test (such as PCR)',
  '94565-9': 'SARS-CoV-2 RNA from the nasopharynx, nucleic acid test',
  '94640-0': 'SARS-CoV-2 S gene in a respiratory specimen, nucleic acid test (such as PCR)',
  '94759-8': 'SARS-CoV-2 RNA from the nasopharynx, nucleic acid test (such as PCR)',
  '94760-6': 'SARS-CoV-2 N gene from the nasopharynx, nucleic acid test (such as PCR)',
  '94822-4': 'SARS-CoV-2 RNA in saliva, sequencing',
  '94845-5': 'SARS-CoV-2 RNA in saliva, nucleic acid test (such as PCR)',
  '95406-5': 'SARS-CoV-2 RNA from the nose, nucleic acid test (such as PCR)',
  '95409-9': 'SARS-CoV-2 N gene from the nose, nucleic acid test (such as PCR)',
  '95425-5': 'SARS-CoV-2 N gene in saliva, nucleic acid test (such as PCR)',
  '95608-6': 'SARS-CoV-2 RNA in a respiratory specimen, nucleic acid test',
  '95423-0': 'Influenza A and B and SARS-CoV-2 in a respiratory specimen, nucleic acid test (such as PCR)',
  '94558-4': 'SARS-CoV-2 antigen in a respiratory specimen, rapid test',
  '95209-3': 'SARS-CoV and SARS-CoV-2 antigen in a respiratory specimen, rapid test',
  '96119-3': 'SARS-CoV-2 antigen from the upper airways, immunoassay',
  '97097-0': 'SARS-CoV-2 antigen from the upper airways, rapid test',
  '94507-1': 'SARS-CoV-2 IgG antibody, rapid test',
  '94508-9': 'SARS-CoV-2 IgM antibody, rapid test',
  '94547-7': 'SARS-CoV-2 IgG and IgM antibodies',
  '94562-6': 'SARS-CoV-2 IgA antibody',
  '94563-4': 'SARS-CoV-2 IgG antibody',
  '94564-2': 'SARS-CoV-2 IgM antibody',
  '94762-2': 'SARS-CoV-2 antibodies',
  '95542-7': 'SARS-CoV-2 antibodies, rapid test',
  '94763-0': 'SARS-CoV-2, culture',
  '85354-9': 'Blood pressure',
  '8480-6': 'Systolic blood pressure',
  '8462-4': 'Diastolic blood pressure',
  '8867-4': 'Heart rate',
  '9279-1': 'Respiratory rate',
  '8310-5': 'Body temperature',
  '8302-2': 'Height',
  '29463-7': 'Weight',
  '39156-5': 'Body mass index',
  '9843-4': 'Head circumference',
  '2708-6': 'Oxygen saturation (arterial)',
  '59408-5': 'Oxygen saturation (pulse oximetry)',
  '72166-2': 'Tobacco smoking',
  '82810-3': 'Pregnancy status',
  '11778-8': 'Estimated date of delivery',
  '74013-4': 'Alcoholic drinks per day',
} as const

/** How sure it is that a card is about its holder. Source: SMART Health Cards, identity assurance levels. */
export const englishAssurance = {
  IAL1: 'Name and birth date as the person stated them',
  'IAL1.2': 'Name and birth date checked with some identity document',
  'IAL1.4': 'Name and birth date checked with an official photo ID',
  IAL2: 'Identity proofed, in person or remotely',
  IAL3: 'Identity proofed in person',
} as const

const spanish = () => import('./messagesResults.es')

export const answerWords = defineWords(englishAnswers, () => spanish().then(({ answers }) => answers))
export const testWords = defineWords(englishTests, () => spanish().then(({ tests }) => tests))
export const assuranceWords = defineWords(englishAssurance, () =>
  spanish().then(({ assurance }) => assurance),
)
