import type { Expectation, Words } from '../samples/definitions'
import { MORE_LINKS } from './moreLinks'
import { bundleFile, cardFile, laboratoryFile, largeSummaryFile, pdfFile, type FileContent } from './contents'

/** Where a file is served, for content that leads back there. */
export interface HostSetting {
  /** Absolute address of the host, with `/` at its end. */
  readonly base: string
  /** What the host's FHIR server wants to see; one for each link. */
  readonly accessToken: string
}

/** One file of a link as the manifest offers it. */
export interface HostedFile {
  /** As the manifest states it; also the `cty` of the encrypted file. */
  readonly contentType: string
  readonly content: (host: HostSetting) => FileContent | Promise<FileContent>
  /** Compress before encrypting. Default: false. */
  readonly zip?: boolean
  /** Default: embedded where the client's `embeddedLengthMax` allows it, else by a location. */
  readonly delivery?: 'location'
  /**
   * How long its location works. hour: the most that the standard allows (default) · once: for one download ·
   * seconds: `SHORT_TICKET_SECONDS` · dead-at-first: never in the first manifest, an hour in later ones.
   */
  readonly ticket?: 'hour' | 'once' | 'seconds' | 'dead-at-first'
  readonly status?: 'finalized' | 'can-change' | 'no-longer-valid'
  /** What the manifest's `list` says about it. */
  readonly caption?: string
  /** Encrypt with another key than the link's, so that it cannot be opened. */
  readonly wrongKey?: true
}

/** What the host has to know of a link to answer for it. */
export interface LinkDefinition {
  /** Flags of the link in alphabetical order: L, P, U. */
  readonly flag: string
  readonly label?: string
  readonly passcode?: string
  /** Ended a day before the server started: `exp` says so, and so does the server. */
  readonly ended?: true
  /** Withdrawn by its sender: the server knows it no more, and the link cannot tell. */
  readonly withdrawn?: true
  /** Seconds that must pass between two requests for the manifest; sooner is too often. */
  readonly pauseSeconds?: number
  /** Seconds after which the client is invited to look again. */
  readonly retryAfter?: number
  /** The files for the nth request for the manifest, counted from 1. */
  readonly files: (request: number) => readonly HostedFile[]
}

/** A link of the start page. */
export interface HostedLink extends LinkDefinition {
  readonly id: string
  readonly title: Words
  readonly description: Words
  readonly label: string
  readonly expect: Expectation
}

export const PASSCODE = '1234'
/** Wrong passcodes that a link takes in its whole life. */
export const PASSCODE_ATTEMPTS = 5
export const SHORT_TICKET_SECONDS = 5
export const LARGE_RESULT_COUNT = 5_000

const CARDS = 'application/smart-health-card'
const FHIR = 'application/fhir+json'
const PLAIN: Expectation = { statuses: ['unsigned'] }
const TEST_CARD: Expectation = { statuses: ['untrusted'], codes: ['ISSUER_TEST'] }

const cards = (bundle: string): HostedFile => ({ contentType: CARDS, content: () => cardFile(bundle) })
const fhir = (bundle: string): HostedFile => ({
  contentType: FHIR,
  content: () => bundleFile(bundle),
  zip: true,
})

/** Every link that the sample host serves, in the order of the start page. */
export const LINKS: readonly HostedLink[] = [
  {
    id: 'link-health-card',
    title: { en: 'Link to a health card', es: 'Enlace a una tarjeta de salud' },
    description: {
      en: 'A link whose manifest holds one card of a test issuer.',
      es: 'Un enlace cuyo manifiesto contiene una tarjeta de un emisor de prueba.',
    },
    flag: '',
    label: 'Vaccinations of Rosa Castellanos',
    files: () => [cards('immunization-card')],
    expect: TEST_CARD,
  },
  {
    id: 'link-insurance-card',
    title: { en: 'Link to an insurance card', es: 'Enlace a una tarjeta del seguro' },
    description: {
      en: 'The file is fetched from an address of its own.',
      es: 'El archivo se descarga de una dirección propia.',
    },
    flag: '',
    label: 'Insurance card of Noah Hart',
    files: () => [{ ...cards('insurance-card'), delivery: 'location' }],
    expect: TEST_CARD,
  },
  {
    id: 'link-patient-summary',
    title: { en: 'Link to a patient summary', es: 'Enlace a un resumen de paciente' },
    description: {
      en: 'A compressed summary, not signed by anybody.',
      es: 'Un resumen comprimido, que nadie ha firmado.',
    },
    flag: '',
    label: 'Patient summary of M. Whitcombe',
    files: () => [fhir('patient-summary-en')],
    expect: PLAIN,
  },
  {
    id: 'link-immunization-history',
    title: { en: 'Link to an immunization history', es: 'Enlace a un historial de vacunación' },
    description: {
      en: 'All vaccinations of a child, signed by a test issuer.',
      es: 'Todas las vacunas de una niña, firmadas por un emisor de prueba.',
    },
    flag: '',
    label: 'Vaccinations of Ines Lindqvist',
    files: () => [cards('immunization-history')],
    expect: TEST_CARD,
  },
  {
    id: 'link-passcode',
    title: { en: 'Link with a passcode', es: 'Enlace con código de acceso' },
    description: {
      en: `Passcode: ${PASSCODE}. After ${PASSCODE_ATTEMPTS} wrong ones it is locked for good.`,
      es: `Código de acceso: ${PASSCODE}. Tras ${PASSCODE_ATTEMPTS} intentos fallidos queda bloqueado para siempre.`,
    },
    flag: 'P',
    label: 'Resumen de Lucía Ferrándiz',
    passcode: PASSCODE,
    files: () => [fhir('patient-summary-es')],
    expect: PLAIN,
  },
  {
    id: 'link-long-term',
    title: { en: 'Long-term link', es: 'Enlace a largo plazo' },
    description: {
      en: 'Ask again: from the third time on, one more laboratory result is there.',
      es: 'Pregunte de nuevo: a partir de la tercera vez aparece un resultado de laboratorio más.',
    },
    flag: 'L',
    label: 'Laboratory results of A. Ferreira-Blum',
    retryAfter: 10,
    files: (request) => [
      { contentType: FHIR, content: () => laboratoryFile(request > 2), status: 'can-change' },
    ],
    expect: { statuses: ['unsigned'], codes: ['FILE_MAY_CHANGE'] },
  },
  {
    id: 'link-several-files',
    title: { en: 'Link to several files', es: 'Enlace a varios archivos' },
    description: {
      en: 'A card, a summary, a PDF and a file that cannot be decrypted.',
      es: 'Una tarjeta, un resumen, un PDF y un archivo que no se puede descifrar.',
    },
    flag: '',
    label: 'Everything for the visit',
    files: () => [
      cards('immunization-card'),
      { ...fhir('patient-summary-ar'), delivery: 'location', ticket: 'once' },
      { contentType: 'application/x-scan', content: () => pdfFile('patient-summary-en') },
      { ...fhir('collection'), wrongKey: true },
    ],
    expect: {
      statuses: ['untrusted', 'unsigned'],
      codes: ['ISSUER_TEST', 'FILE_TYPE_UNSUPPORTED', 'FILE_DECRYPT_FAILED'],
    },
  },
  {
    id: 'link-tickets',
    title: { en: 'Link with short-lived downloads', es: 'Enlace con descargas efímeras' },
    description: {
      en: 'One download address has died already; the viewer asks for a new one.',
      es: 'Una dirección de descarga ya no sirve; el visor pide otra.',
    },
    flag: '',
    label: 'Two records',
    files: () => [
      { ...fhir('patient-summary-de'), delivery: 'location', ticket: 'dead-at-first' },
      { ...fhir('collection'), delivery: 'location', ticket: 'seconds' },
    ],
    expect: { statuses: ['unsigned', 'unsigned'] },
  },
  {
    id: 'link-large',
    title: { en: 'Link to a large summary', es: 'Enlace a un resumen muy grande' },
    description: {
      en: `A summary with ${LARGE_RESULT_COUNT} laboratory results.`,
      es: `Un resumen con ${LARGE_RESULT_COUNT} resultados de laboratorio.`,
    },
    flag: '',
    label: 'Kurzakte T. Hagenbuch mit Laborwerten',
    files: () => [{ contentType: FHIR, content: () => largeSummaryFile(LARGE_RESULT_COUNT), zip: true }],
    expect: PLAIN,
  },
  {
    id: 'link-direct',
    title: { en: 'Direct link', es: 'Enlace directo' },
    description: {
      en: 'One file and no manifest, shared by the patient.',
      es: 'Un solo archivo, sin manifiesto, compartido por la paciente.',
    },
    flag: 'U',
    label: 'My records for your clinic',
    files: () => [fhir('patient-shared')],
    expect: PLAIN,
  },
  {
    id: 'link-forged-card',
    title: { en: 'Link to a forged card', es: 'Enlace a una tarjeta falsificada' },
    description: {
      en: 'The link is in order, the card in it was altered.',
      es: 'El enlace es correcto, pero la tarjeta que contiene se modificó.',
    },
    flag: '',
    label: 'Vaccinations of Rosa Castellanos',
    files: () => [{ contentType: CARDS, content: () => cardFile('immunization-card', 'altered') }],
    expect: { statuses: ['invalid'], codes: ['SIGNATURE_INVALID'] },
  },
  {
    id: 'link-busy',
    title: { en: 'Link that must not be hurried', es: 'Enlace que no admite prisas' },
    description: {
      en: 'Opened twice within 30 seconds, the server asks you to wait.',
      es: 'Si se abre dos veces en 30 segundos, el servidor pide que espere.',
    },
    flag: 'L',
    label: 'Laboratory results of A. Ferreira-Blum',
    pauseSeconds: 30,
    files: () => [{ contentType: FHIR, content: () => laboratoryFile(true) }],
    expect: PLAIN,
  },
  {
    id: 'link-empty',
    title: { en: 'Link to nothing yet', es: 'Enlace aún vacío' },
    description: {
      en: 'Its sender has not shared anything so far.',
      es: 'Quien lo envió todavía no ha compartido nada.',
    },
    flag: 'L',
    label: 'Discharge papers',
    files: () => [],
    expect: { error: 'MANIFEST_EMPTY' },
  },
  {
    id: 'link-expired',
    title: { en: 'Expired link, with a server', es: 'Enlace caducado, con servidor' },
    description: {
      en: 'It ended a day before the server was started; the server does not answer either.',
      es: 'Terminó un día antes de que arrancara el servidor, que tampoco lo atiende ya.',
    },
    flag: '',
    label: 'Vaccinations of Rosa Castellanos',
    ended: true,
    files: () => [cards('immunization-card')],
    expect: { error: 'LINK_EXPIRED' },
  },
  {
    id: 'link-withdrawn',
    title: { en: 'Withdrawn link', es: 'Enlace retirado' },
    description: {
      en: 'Its sender has ended it: the server knows it no more.',
      es: 'Quien lo envió lo ha dado de baja: el servidor ya no lo conoce.',
    },
    flag: '',
    label: 'Vaccinations of Rosa Castellanos',
    withdrawn: true,
    files: () => [cards('immunization-card')],
    expect: { error: 'LINK_INACTIVE' },
  },
  ...MORE_LINKS,
]
