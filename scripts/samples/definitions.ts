/** A text in every language of the viewer. */
export interface Words {
  readonly en: string
  readonly es: string
}

/** What opening a sample must lead to; tests hold it. `statuses` has one entry per bundle, in order. */
export type Expectation =
  | {
      readonly statuses: readonly string[]
      /** Codes that must be among the findings and problems. */
      readonly codes?: readonly string[]
    }
  | { readonly error: string }

/** How one card of a sample is made. */
export interface CardRecipe {
  /** File in `samples/bundles`, without its extension. */
  readonly bundle: string
  /** The unlisted issuer's key is not published anywhere. Default: the sample issuer. */
  readonly issuer?: 'sample' | 'unlisted'
  readonly rid: string
  readonly issuedAt?: string
  readonly expiresAt?: string
  /** altered: the content is changed after signing · cut: the end is missing. */
  readonly broken?: 'altered' | 'cut'
}

export type SampleContent =
  /** The text of a QR code. */
  | { readonly as: 'qr'; readonly card: CardRecipe }
  /** A `.smart-health-card` file. */
  | { readonly as: 'cards'; readonly cards: readonly CardRecipe[] }
  /** Plain FHIR, nobody's signature. */
  | { readonly as: 'bundle'; readonly bundle: string }
  /** An encrypted file that a link with the U flag leads to. */
  | {
      readonly as: 'direct-link'
      readonly bundle: string
      readonly key: string
      readonly label: string
      /** Epoch seconds. Default: the link does not expire. */
      readonly exp?: number
    }

export interface SampleDefinition {
  /** Stable: file name, test name and `data-sample` on the start page. */
  readonly id: string
  readonly title: Words
  /** One sentence: what to expect. */
  readonly description: Words
  readonly content: SampleContent
  readonly expect: Expectation
}

const TEST_CARD: Expectation = { statuses: ['untrusted'], codes: ['ISSUER_TEST'] }
const PLAIN: Expectation = { statuses: ['unsigned'], codes: ['UNSIGNED_CONTENT'] }

/** When the samples were issued; fixed, so that making them again changes nothing. */
export const ISSUED_AT = '2026-01-15T15:00:00Z'

/** The samples that need no server: files beside the page. In the order of the start page. */
export const SAMPLES: readonly SampleDefinition[] = [
  {
    id: 'health-card',
    title: { en: 'Health card', es: 'Tarjeta de salud' },
    description: {
      en: 'COVID-19 vaccinations as in a QR code: signed by a test issuer.',
      es: 'Vacunas contra la COVID-19, como en un código QR: firmadas por un emisor de prueba.',
    },
    content: { as: 'qr', card: { bundle: 'immunization-card', rid: 'sample-health-card' } },
    expect: TEST_CARD,
  },
  {
    id: 'insurance-card',
    title: { en: 'Insurance card', es: 'Tarjeta del seguro médico' },
    description: {
      en: 'Medical and dental coverage with copays and phone numbers: signed by a test issuer.',
      es: 'Seguro médico y dental con copagos y teléfonos: firmado por un emisor de prueba.',
    },
    content: { as: 'cards', cards: [{ bundle: 'insurance-card', rid: 'sample-insurance' }] },
    expect: TEST_CARD,
  },
  {
    id: 'patient-summary',
    title: { en: 'Patient summary', es: 'Resumen de paciente' },
    description: {
      en: 'An International Patient Summary with every section: signed by a test issuer.',
      es: 'Un resumen internacional de paciente en inglés, con todas sus secciones: firmado por un emisor de prueba.',
    },
    content: { as: 'cards', cards: [{ bundle: 'patient-summary-en', rid: 'sample-summary' }] },
    expect: TEST_CARD,
  },
  {
    id: 'patient-summary-es',
    title: { en: 'Patient summary in Spanish', es: 'Resumen de paciente en español' },
    description: {
      en: 'A pregnant woman’s summary, written in Spanish: not signed.',
      es: 'El resumen de una mujer embarazada: sin firma.',
    },
    content: { as: 'bundle', bundle: 'patient-summary-es' },
    expect: PLAIN,
  },
  {
    id: 'patient-summary-ar',
    title: { en: 'Patient summary in Arabic', es: 'Resumen de paciente en árabe' },
    description: {
      en: 'A summary that reads from right to left: not signed.',
      es: 'Un resumen que se lee de derecha a izquierda: sin firma.',
    },
    content: { as: 'bundle', bundle: 'patient-summary-ar' },
    expect: PLAIN,
  },
  {
    id: 'patient-summary-de',
    title: { en: 'Short summary in German', es: 'Resumen breve en alemán' },
    description: {
      en: 'A young man with asthma and no known allergies: not signed.',
      es: 'Un hombre joven con asma y sin alergias conocidas: sin firma.',
    },
    content: { as: 'bundle', bundle: 'patient-summary-de' },
    expect: PLAIN,
  },
  {
    id: 'immunization-history',
    title: { en: 'Immunization history', es: 'Historial de vacunación' },
    description: {
      en: 'Twenty doses and one that was not given, on one card: signed by a test issuer.',
      es: 'Veinte dosis y una que no se administró, en una sola tarjeta: firmada por un emisor de prueba.',
    },
    content: { as: 'qr', card: { bundle: 'immunization-history', rid: 'sample-history' } },
    expect: TEST_CARD,
  },
  {
    id: 'lab-card',
    title: { en: 'Lab results', es: 'Resultados de laboratorio' },
    description: {
      en: 'Two tests and two measured values with their ranges: signed by a test issuer.',
      es: 'Dos pruebas y dos valores medidos con sus intervalos: firmados por un emisor de prueba.',
    },
    content: { as: 'qr', card: { bundle: 'laboratory-card', rid: 'sample-lab' } },
    expect: TEST_CARD,
  },
  {
    id: 'several-cards',
    title: { en: 'Several cards, one broken', es: 'Varias tarjetas, una dañada' },
    description: {
      en: 'A file with three cards: two open, one is damaged.',
      es: 'Un archivo con tres tarjetas: dos se abren y una está dañada.',
    },
    content: {
      as: 'cards',
      cards: [
        { bundle: 'immunization-card', rid: 'sample-several-1' },
        { bundle: 'laboratory-card', rid: 'sample-several-2', broken: 'cut' },
        { bundle: 'immunization-history', rid: 'sample-several-3' },
      ],
    },
    expect: { statuses: ['untrusted', 'untrusted'], codes: ['ISSUER_TEST', 'PAYLOAD_INFLATE_FAILED'] },
  },
  {
    id: 'collection',
    title: { en: 'A collection of records', es: 'Una colección de registros' },
    description: {
      en: 'A child’s records of many kinds, in no document: not signed.',
      es: 'Registros de muchos tipos de un niño, sin formar un documento: sin firma.',
    },
    content: { as: 'bundle', bundle: 'collection' },
    expect: PLAIN,
  },
  {
    id: 'patient-shared',
    title: { en: 'Shared by the patient', es: 'Compartido por la paciente' },
    description: {
      en: 'A patient’s own story and records for check-in, with documents: not signed.',
      es: 'El relato y los registros que una paciente aporta a la consulta, con documentos: sin firma.',
    },
    content: { as: 'bundle', bundle: 'patient-shared' },
    expect: PLAIN,
  },
  {
    id: 'direct-link',
    title: { en: 'Link to one file', es: 'Enlace a un solo archivo' },
    description: {
      en: 'A health link straight to an encrypted patient summary: no passcode.',
      es: 'Un enlace de salud directo a un resumen de paciente cifrado: sin código de acceso.',
    },
    content: {
      as: 'direct-link',
      bundle: 'patient-summary-en',
      key: 'U8wLyG0Sg2mvTq7gkPz1b5mQHc0o2uQdKx9bqv4fXnE',
      label: 'Patient summary of M. Whitcombe',
    },
    expect: PLAIN,
  },
  {
    id: 'forged-card',
    title: { en: 'Forged card', es: 'Tarjeta falsificada' },
    description: {
      en: 'The content was altered after signing: its signature is not valid.',
      es: 'El contenido se modificó después de firmarlo: la firma no es válida.',
    },
    content: {
      as: 'qr',
      card: { bundle: 'immunization-card', rid: 'sample-forged', broken: 'altered' },
    },
    expect: { statuses: ['invalid'], codes: ['SIGNATURE_INVALID'] },
  },
  {
    id: 'revoked-card',
    title: { en: 'Revoked card', es: 'Tarjeta revocada' },
    description: {
      en: 'Its issuer has withdrawn this card.',
      es: 'El emisor ha retirado esta tarjeta.',
    },
    content: { as: 'qr', card: { bundle: 'laboratory-card', rid: 'sample-revoked' } },
    expect: { statuses: ['invalid'], codes: ['REVOKED'] },
  },
  {
    id: 'expired-card',
    title: { en: 'Expired card', es: 'Tarjeta caducada' },
    description: { en: 'It was valid until the end of 2025.', es: 'Fue válida hasta finales de 2025.' },
    content: {
      as: 'qr',
      card: {
        bundle: 'immunization-card',
        rid: 'sample-expired',
        issuedAt: '2024-12-30T15:00:00Z',
        expiresAt: '2025-12-31T23:59:59Z',
      },
    },
    expect: { statuses: ['invalid'], codes: ['EXPIRED'] },
  },
  {
    id: 'unknown-issuer',
    title: { en: 'Card of an unknown issuer', es: 'Tarjeta de un emisor desconocido' },
    description: {
      en: 'It is signed by somebody who is on no list.',
      es: 'Está firmada por alguien que no figura en ninguna lista.',
    },
    content: {
      as: 'qr',
      card: { bundle: 'immunization-card', rid: 'sample-unknown', issuer: 'unlisted' },
    },
    expect: { statuses: ['untrusted'], codes: ['ISSUER_NOT_LISTED'] },
  },
  {
    id: 'expired-link',
    title: { en: 'Expired link', es: 'Enlace caducado' },
    description: {
      en: 'It was shared until January 1, 2026; the viewer says so before it asks the server.',
      es: 'Se compartió hasta el 1 de enero de 2026; el visor lo dice antes de preguntar al servidor.',
    },
    content: {
      as: 'direct-link',
      bundle: 'patient-summary-de',
      key: 'rN3zq8hVYtW0uKc5sLw9XjB2eGf7mPa1oTdIy6RkQv4',
      label: 'Kurzakte T. Hagenbuch',
      exp: 1_767_225_600,
    },
    expect: { error: 'LINK_EXPIRED' },
  },
]
