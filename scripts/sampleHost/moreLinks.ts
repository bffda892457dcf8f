import { accessFile, bundleFile, pictureFile } from './contents'
import type { HostedLink } from './links'

const FHIR = 'application/fhir+json'

/** Links that show what else a link may offer besides records. */
export const MORE_LINKS: readonly HostedLink[] = [
  {
    id: 'link-captions',
    title: { en: 'Link whose files have captions', es: 'Enlace con descripción de sus archivos' },
    description: {
      en: 'Three summaries with captions: one final, one that may change, one no longer valid.',
      es: 'Tres resúmenes con descripción: uno definitivo, uno que puede cambiar y uno que ya no es válido.',
    },
    flag: '',
    label: 'Summaries in three languages',
    files: () => [
      file('patient-summary-en', 'Summary in English', 'finalized'),
      file('patient-summary-de', 'Kurzakte auf Deutsch', 'can-change'),
      file('patient-summary-es', 'Resumen en español', 'no-longer-valid'),
    ],
    expect: {
      statuses: ['unsigned', 'unsigned', 'unsigned'],
      codes: ['FILE_MAY_CHANGE', 'FILE_NO_LONGER_VALID'],
    },
  },
  {
    id: 'link-live',
    title: { en: 'Link to a live connection', es: 'Enlace a una conexión directa' },
    description: {
      en: 'No record in the link, but leave to ask a server for it.',
      es: 'El enlace no contiene ningún registro, sino el permiso para pedírselo a un servidor.',
    },
    flag: '',
    label: 'My record, as it is now',
    files: () => [{ contentType: 'application/smart-api-access', content: accessFile }],
    expect: { statuses: [], codes: ['API_ACCESS_OFFERED'] },
  },
  {
    id: 'link-picture',
    title: { en: 'Direct link to a picture', es: 'Enlace directo a una imagen' },
    description: {
      en: 'One picture and no health data, drawn when it is asked for.',
      es: 'Una imagen y ningún dato de salud; se dibuja cuando se pide.',
    },
    flag: 'U',
    label: 'A photo of my plaster',
    files: () => [{ contentType: 'image/png', content: pictureFile }],
    expect: { statuses: [], codes: ['FILE_TYPE_UNSUPPORTED'] },
  },
]

const file = (bundle: string, caption: string, status: 'finalized' | 'can-change' | 'no-longer-valid') =>
  ({ contentType: FHIR, content: () => bundleFile(bundle), zip: true, caption, status }) as const
