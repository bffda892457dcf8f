import type { ChartMatch } from '../../core/ehr/chartPatient'
import type { EhrConnection } from '../../core/ehr/connection'
import type { DocumentForm, DocumentToSave } from '../../core/ehr/documentReference'
import type { VerifiedBundle } from '../../core/openSHX'
import { isPatientShared } from '../../core/patientShared'
import { formatDay } from '../../i18n/values'
import { describeVerdict } from '../../i18n/verdicts'
import type { ViewContext } from '../../renderers/renderer'
import { linkMessages } from '../data/linkMessages'
import { savedFile } from '../save/savedFiles'
import { recordKind } from './recordSubjects'
import { saveMessages } from './saveMessages'

/** Lays a record out as it is shown. Rejects when it cannot. */
export interface Layout {
  readonly pdf: (signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>
  readonly jpeg: (signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>
}

export interface RecordToSave {
  readonly verified: VerifiedBundle
  readonly context: ViewContext
  /** Host of the link that it came by, where it came by one. */
  readonly from: string | undefined
  /** What the sender states of its file, such as `no-longer-valid`. */
  readonly status?: string | undefined
}

/** The document to be saved in one form, with words that say where it is from and what to make of it. */
export async function makeDocument(
  form: DocumentForm,
  record: RecordToSave,
  connection: Pick<EhrConnection, 'patientId' | 'user' | 'encounterId'>,
  layout: {
    readonly layout: Layout
    readonly match: ChartMatch
    readonly signal: AbortSignal
    readonly now: Date
  },
): Promise<DocumentToSave> {
  const { verified, context, from, status } = record
  const { match, now } = layout
  const t = saveMessages(context.language)
  const { organized, verdict } = verified
  const kind = recordKind(organized)
  const { headline, reason } = describeVerdict(verdict, context.language, from)
  const withdrawn = status === 'no-longer-valid' ? [linkMessages(context.language)('noLongerValid')] : []
  const compared = t(`described_${match.kind}`)
  return {
    kind,
    form,
    bytes: await bytesOf(form, verified, layout),
    patientId: connection.patientId,
    user: connection.user,
    encounterId: connection.encounterId,
    title: t('documentTitle', { kind: t(`kind_${kind}`), date: formatDay(now, context.language) ?? '' }),
    description: [headline.replace(/[.!]?$/, '.'), reason, ...withdrawn, compared].join(' '),
    patientAsserted: verdict.status === 'unsigned' || isPatientShared(organized),
    now,
  }
}

function bytesOf(
  form: DocumentForm,
  verified: VerifiedBundle,
  { layout, signal, now }: { readonly layout: Layout; readonly signal: AbortSignal; readonly now: Date },
): Promise<Uint8Array<ArrayBuffer>> {
  switch (form) {
    case 'pdf':
      return layout.pdf(signal)
    case 'jpeg':
      return layout.jpeg(signal)
    case 'card':
    case 'fhir':
      return Promise.resolve(new TextEncoder().encode(savedFile(verified, now).text))
    default:
      return form satisfies never
  }
}
