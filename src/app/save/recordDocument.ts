import type { VerifiedBundle } from '../../core/openSHX'
import type { OrganizedBundle } from '../../core/organizeResources'
import { isPatientShared } from '../../core/patientShared'
import { peopleOf } from '../../core/samePatient'
import type { Verdict } from '../../core/verdict'
import { loadLanguage } from '../../i18n/defineMessages'
import type { Language } from '../../i18n/language'
import { formatInstant, plainHost } from '../../i18n/values'
import { describeAxes, describeVerdict } from '../../i18n/verdicts'
import { collection } from '../../renderers/collection'
import { coverage } from '../../renderers/coverage'
import type { DocumentPart } from '../../renderers/document'
import { rendererFor } from '../../renderers/registry'
import type { Renderer, ViewContext } from '../../renderers/renderer'
import { isolated } from '../../renderers/tables/comparisons'
import { createFormat } from '../../renderers/tables/format'
import { linkMessages } from '../data/linkMessages'
import { recordMessages } from '../data/recordMessages'
import { messages as appMessages } from '../messages'
import { pdfMessages } from './pdfMessages'

/** What is to be written down: one record, in the language and at the moment of the view. */
export interface RecordRequest {
  readonly verified: VerifiedBundle
  readonly context: ViewContext
  /** Host of the link that it came by, where it came by one. */
  readonly from?: string | undefined
  /** What the sender states of its file, such as `no-longer-valid`. */
  readonly status?: string | undefined
  /** When it is written down. Default: now. */
  readonly made?: Date | undefined
}

/** A record with its verdict, laid out for paper. */
export interface RecordDocument {
  /** What kind of record it is. */
  readonly title: string
  /** Whose it is: for the head of every page. */
  readonly patient: string
  /** For the foot of every page: what it is worth, where it comes from, when it was made. */
  readonly foot: readonly string[]
  readonly parts: readonly DocumentPart[]
}

/**
 * Lays out a record from the same models as the screen, with everything open, under the verdict in the words of the
 * banner. Where the renderer fails, plain tables of every entry take its place, as they do on the screen. Rejects
 * for an invalid record, and when a part of the viewer cannot be had.
 */
export async function recordDocument(request: RecordRequest): Promise<RecordDocument> {
  const { verified, context } = request
  const { verdict, organized } = verified
  if (verdict.status === 'invalid') throw new Error('An invalid record is not written down')
  const renderer = rendererFor(organized)
  const content = await contentOf(renderer, request)
  const title = renderer.title(context.language, organized)
  return {
    title,
    ...runningWords(request),
    parts: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'list', lines: subjectsOf(renderer, request) },
      ...verdictParts(request),
      ...content,
      ...checkParts(verdict, context.language),
    ],
  }
}

async function contentOf(
  renderer: Renderer,
  { verified, context }: RecordRequest,
): Promise<readonly DocumentPart[]> {
  const bodies = [renderer, collection].flatMap(({ loadDocument }) => loadDocument ?? [])
  const [first, fallback = first] = await Promise.all(bodies.map((load) => load()))
  await loadLanguage(context.language).catch(() => undefined)
  if (!first || !fallback) throw new Error('No renderer makes documents')
  try {
    return first.toDocument(verified.organized, context)
  } catch {
    const { language } = context
    return [
      { kind: 'note', severity: 'warning', text: appMessages(language)('viewFailed') },
      ...fallback.toDocument(verified.organized, context),
    ]
  }
}

/** Name and date of birth of everyone whom the record is about. */
function subjectsOf(renderer: Renderer, { verified, context }: RecordRequest): readonly string[] {
  const t = pdfMessages(context.language)
  const format = createFormat(verified.organized, context)
  const people = renderer.subjects(verified.organized).map(({ name, birthDate }) => {
    const words = isolated(format.name(name) ?? t('nameNotStated'))
    const born = format.date(birthDate)
    return born === undefined
      ? t('patientUndated', { name: words })
      : t('patientBorn', { name: words, date: born })
  })
  return people.length === 0 ? [appMessages(context.language)('noSubject')] : [...new Set(people)]
}

/** What stands around every page: whose record it is; what it is worth, where it comes from, when it was written down. */
export const runningWords = (request: RecordRequest): Pick<RecordDocument, 'patient' | 'foot'> => ({
  patient: patientWords(rendererFor(request.verified.organized), request),
  foot: footWords(request),
})

function patientWords(renderer: Renderer, request: RecordRequest): string {
  const t = pdfMessages(request.context.language)
  const [first, ...others] = subjectsOf(renderer, request)
  if (first === undefined) return t('noPatient')
  return others.length === 0 ? first : t('people', { first, count: others.length })
}

/** The verdict as the banner has it, and what has to be known before the content. */
function verdictParts({ verified, context, from, status }: RecordRequest): readonly DocumentPart[] {
  const { verdict, organized } = verified
  const { language } = context
  const { headline, reason } = describeVerdict(verdict, language, from)
  const shared = verdict.status === 'unsigned' && isPatientShared(organized)
  const link = linkMessages(language)
  const severity = verdict.status === 'verified' || verdict.status === 'unsigned' ? 'info' : 'warning'
  return [
    ...(status === 'no-longer-valid' ? [note('error', link('noLongerValid'))] : []),
    note(severity, `${headline}. ${reason}`),
    ...(shared ? [note('info', `${link('sharedTitle')}. ${link('sharedLead')}`)] : []),
    ...(verdict.findings.some(({ code }) => code === 'MULTIPLE_PATIENTS') || namesDifferentPeople(organized)
      ? [note('warning', recordMessages(language)('severalInOne'))]
      : []),
  ]
}

/** As on the screen. An insurance card names a family; any other record is of one person. */
function namesDifferentPeople(bundle: OrganizedBundle): boolean {
  const renderer = rendererFor(bundle)
  if (renderer.id === coverage.id) return false
  return peopleOf(renderer.subjects(bundle).map((subject) => [subject])).kind === 'different'
}

const note = (severity: 'info' | 'warning' | 'error', text: string): DocumentPart => ({
  kind: 'note',
  severity,
  text,
})

/** How a card was checked, step by step, in the words of the screen. */
function checkParts(verdict: Verdict, language: Language): readonly DocumentPart[] {
  const t = pdfMessages(language)
  const axes = describeAxes(verdict, language)
  if (axes.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: t('howChecked') },
    {
      kind: 'fields',
      fields: axes.map(({ label, state, explanation }) => ({ label, lines: [state, explanation] })),
    },
  ]
}

function footWords({ verified, context, from, made = new Date() }: RecordRequest): readonly string[] {
  const { verdict } = verified
  const t = pdfMessages(context.language)
  const { headline } = describeVerdict(verdict, context.language, from)
  const date = formatInstant(made, context.language) ?? ''
  return [
    `${headline}. ${t('source', { source: sourceOf(verdict, from) ?? t('sourceUnknown') })}`,
    t('made', { date }),
  ]
}

/** A name only ever comes from a directory; what stands in the place of a host may be any text, and is left out then. */
function sourceOf({ issuer }: Verdict, from: string | undefined): string | undefined {
  const host = plainHost(issuer?.host ?? from ?? '')
  return issuer?.name === undefined || host === undefined ? host : `${issuer.name} (${host})`
}
