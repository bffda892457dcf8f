import {
  absentReason,
  extensionsNamed,
  extensionsOf,
  forbids,
  unknownModifiers,
} from '../../core/fhir/extension'
import { dateSortKey, periodState } from '../../core/fhir/date'
import { boolean, field, records, text } from '../../core/fhir/shape'
import type { Resource } from '../../core/fhir/types'
import { typeOf } from '../../core/organizeResources'
import { contradictionsOf } from './contradictions'
import type { Format } from './format'
import { bareCodes } from './formatCode'
import type { MarkTone, RowMark, RowState } from './table'
import { noVaccinationMarks } from './vaccineKind'

/** How an entry has to be read before anything else in it is. */
export interface Standing {
  readonly state: RowState
  /** The loudest first. */
  readonly marks: readonly RowMark[]
}

type Judgement = RowMark & { readonly state?: RowState }

/**
 * What its status, its negations and its qualifiers make of a resource. Works by elements and not by type, so that it
 * holds for types that have no table of their own.
 * Source: the modifier elements of FHIR R4 ("Is Modifier"), with the shapes of DSTU2, STU3 and R5 that are still sent.
 */
export function standingOf(resource: Resource, f: Format): Standing {
  const judgements = RULES.flatMap((rule) => rule(resource, f))
  if (judgements.length === 0) return UNREMARKABLE
  const states = judgements.flatMap(({ state }) => state ?? [])
  const marks = judgements.map(({ code, tone, text: words }): RowMark => ({ code, tone, text: words }))
  const unique = marks.filter(
    (mark, index) => marks.findIndex(({ text: words }) => words === mark.text) === index,
  )
  return {
    state: STATES.findLast((state) => states.includes(state)) ?? 'active',
    marks: unique.toSorted((a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone)),
  }
}

const UNREMARKABLE: Standing = { state: 'active', marks: [] }

/** The later one wins. */
const STATES: readonly RowState[] = ['active', 'negated', 'inactive', 'retracted']
const TONES: readonly MarkTone[] = ['error', 'warning', 'info', 'neutral']

/** The same standing with marks of another source, the loudest first. */
export const withMarks = (standing: Standing, marks: readonly RowMark[]): Standing =>
  marks.length === 0
    ? standing
    : {
        ...standing,
        marks: [...standing.marks, ...marks].toSorted(
          (a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone),
        ),
      }

/** True when "not true now, or never was" fits; what must not be done is as true as any order. */
export const isInactive = ({ state, marks }: Standing): boolean =>
  state === 'inactive' ||
  state === 'retracted' ||
  (state === 'negated' && !marks.some(({ code }) => code === 'do-not-perform'))

type Rule = (resource: Resource, f: Format) => readonly Judgement[]

interface StatusMark {
  readonly tone: MarkTone
  readonly state?: RowState
}

const each = (mark: StatusMark, ...codes: readonly string[]): readonly (readonly [string, StatusMark])[] =>
  codes.map((code) => [code, mark])

/** Codes of status-like elements that are more than routine. Their words are the status's own. */
const STATUSES: ReadonlyMap<string, StatusMark> = new Map([
  ...each({ tone: 'error', state: 'retracted' }, 'entered-in-error', 'refuted'),
  ...each({ tone: 'error', state: 'negated' }, 'not-done', 'not-taken'),
  ...each({ tone: 'warning', state: 'inactive' }, 'stopped', 'aborted', 'abandoned', 'cancelled', 'revoked'),
  ...each({ tone: 'warning', state: 'inactive' }, 'rejected', 'declined', 'failed', 'superseded', 'retired'),
  ...each({ tone: 'warning', state: 'inactive' }, 'noshow', 'discontinued'),
  ...each({ tone: 'neutral', state: 'inactive' }, 'inactive', 'resolved', 'ended'),
  ...each({ tone: 'warning' }, 'on-hold', 'suspended', 'draft', 'unavailable', 'unsatisfactory'),
  ...each({ tone: 'warning' }, 'preliminary', 'registered', 'partial', 'health-unknown', 'not-started'),
  ...each({ tone: 'warning' }, 'unconfirmed', 'provisional', 'differential', 'presumed'),
  ...each({ tone: 'info' }, 'amended', 'corrected', 'appended', 'modified', 'in-progress', 'preparation'),
  ...each({ tone: 'info' }, 'intended', 'planned', 'proposed', 'pending', 'booked', 'requested', 'waitlist'),
  ...each({ tone: 'info' }, 'recurrence', 'relapse', 'remission'),
])

const STATUS_ELEMENTS = ['status', 'clinicalStatus', 'verificationStatus', 'docStatus', 'lifecycleStatus']

/** Requests and courses of treatment: "completed" means that they are over. For what happens once it means "done". */
const COURSES = new Set([
  'MedicationStatement',
  'MedicationRequest',
  'ServiceRequest',
  'DeviceRequest',
  'DeviceUseStatement',
  'CarePlan',
  'Goal',
  'NutritionOrder',
  'CommunicationRequest',
  'Task',
])

const byStatus: Rule = (resource, f) => {
  const type = typeOf(resource)
  const codes = STATUS_ELEMENTS.flatMap((name) => bareCodes(resource[name])).map((code) => code.toLowerCase())
  if (codes.every((code) => isRoutine(code, type))) return NOTHING
  return [...new Set(codes)].flatMap((code): Judgement | readonly Judgement[] => {
    if (code === 'unknown') return mark(code, 'warning', f.speech.t('mark_unknownStatus'))
    if (code === 'not-done' && GIVEN.has(type)) return NOT_GIVEN(f)
    if (code === 'completed' && COURSES.has(type)) {
      return { ...mark(code, 'neutral', f.speech.status(code) ?? code), state: 'inactive' }
    }
    const known = STATUSES.get(code)
    return known ? { code, text: f.speech.status(code) ?? code, ...known } : []
  })
}

const isRoutine = (code: string, type: string): boolean =>
  !STATUSES.has(code) && code !== 'unknown' && !(code === 'completed' && COURSES.has(type))

const NOTHING: readonly Judgement[] = []

const mark = (code: string, tone: MarkTone, words: string): Judgement => ({ code, tone, text: words })

const GIVEN = new Set(['Immunization', 'MedicationAdministration', 'MedicationDispense'])
const NOT_GIVEN = (f: Format): Judgement => ({
  ...mark('not-done', 'error', f.speech.t('mark_notGiven')),
  state: 'negated',
})

/** The negations that are elements of their own; `true` may have been sent as a text. */
const byNegation: Rule = (resource, f) => {
  const { t } = f.speech
  const says = (...names: readonly string[]) => names.some((name) => boolean(resource[name]) === true)
  const adherence = bareCodes(field(resource['adherence'], 'code'))
  const taken = text(resource['taken'])
  const medication = typeOf(resource).startsWith('Medication')
  return [
    ...(says('notGiven', 'wasNotGiven') ? [NOT_GIVEN(f)] : []),
    ...(says('notDone', 'notPerformed')
      ? [{ ...mark('not-done', 'error', t('mark_notDone')), state: 'negated' } as const]
      : []),
    ...(taken === 'n' || says('wasNotTaken') || adherence.includes('not-taking')
      ? [{ ...mark('not-taken', 'error', t('mark_notTaken')), state: 'negated' } as const]
      : []),
    ...(says('doNotPerform', 'prohibited') || forbids(resource)
      ? [
          {
            ...mark('do-not-perform', 'error', t(medication ? 'mark_doNotGive' : 'mark_doNotPerform')),
            state: 'negated',
          } as const,
        ]
      : []),
  ]
}

/** What this viewer does not understand may turn the meaning around. */
const byQualifier: Rule = (resource, f) => [
  ...unknownModifiers(resource).map((extension) => {
    const qualifier = joinedQualifier(
      text(extension['url']) ?? '',
      f.value(extension, 'value') ?? nested(extension, f),
    )
    return mark('unknown-modifier', 'error', f.speech.t('mark_unknownModifier', { qualifier }))
  }),
  ...(text(resource['implicitRules']) === undefined
    ? []
    : [
        mark(
          'implicit-rules',
          'error',
          f.speech.t('mark_implicitRules', { rules: text(resource['implicitRules']) ?? '' }),
        ),
      ]),
]

const joinedQualifier = (url: string, value: string | undefined): string =>
  value === undefined ? url : `${url} = ${value}`

const nested = (extension: unknown, f: Format): string | undefined =>
  extensionsOf(extension)
    .flatMap((inner) => f.value(inner, 'value') ?? [])
    .join(', ') || undefined

const INTENTS: ReadonlyMap<string, MarkTone> = new Map([
  ['proposal', 'info'],
  ['plan', 'info'],
  ['option', 'info'],
  ['directive', 'info'],
])
const PRIORITIES: ReadonlyMap<string, MarkTone> = new Map([
  ['stat', 'warning'],
  ['asap', 'warning'],
  ['urgent', 'warning'],
])

const byIntent: Rule = (resource, f) =>
  [
    { codes: bareCodes(resource['intent']), tones: INTENTS },
    { codes: bareCodes(resource['priority']), tones: PRIORITIES },
  ].flatMap(({ codes, tones }) =>
    codes.flatMap((code) => {
      const tone = tones.get(code)
      return tone ? mark(code, tone, f.speech.status(code) ?? code) : []
    }),
  )

const byPerson: Rule = (resource, f) => {
  const { t } = f.speech
  const died = resource['deceasedDateTime']
  const date = f.date(died)
  const replaced = records(resource['link']).some(({ type }) => bareCodes(type).includes('replaced-by'))
  return [
    ...(boolean(resource['active']) === false
      ? [{ ...mark('inactive', 'neutral', f.speech.status('inactive') ?? ''), state: 'inactive' } as const]
      : []),
    ...(typeOf(resource) === 'Patient' &&
    (date !== undefined || boolean(resource['deceasedBoolean']) === true)
      ? [
          mark(
            'deceased',
            'warning',
            date === undefined ? t('mark_deceased') : t('mark_deceasedOn', { date }),
          ),
        ]
      : []),
    ...(replaced ? [{ ...mark('replaced', 'warning', t('mark_replaced')), state: 'inactive' } as const] : []),
  ]
}

/** Types that hold only for their period. */
const PERIODIC = new Set(['Flag', 'Coverage', 'CareTeam', 'PractitionerRole', 'RelatedPerson'])

const byTime: Rule = (resource, f) =>
  PERIODIC.has(typeOf(resource)) && periodState(resource['period'], f.context.now) === 'past'
    ? [{ ...mark('ended', 'neutral', f.speech.t('mark_ended')), state: 'inactive' }]
    : []

const byImmunization: Rule = (resource, f) => {
  if (typeOf(resource) !== 'Immunization') return []
  const { t } = f.speech
  const expiry = dateSortKey(resource['expirationDate'])
  const given = dateSortKey(resource['occurrenceDateTime'])
  // An expiry date holds to its last day, a month to its last day as well.
  const slack = (text(resource['expirationDate'])?.length === 10 ? 1 : 31) * 86_400_000
  return [
    ...(boolean(resource['isSubpotent']) === true ? [mark('subpotent', 'warning', t('mark_subpotent'))] : []),
    ...(boolean(resource['primarySource']) === false
      ? [mark('second-hand', 'info', t('mark_secondHand'))]
      : []),
    ...(expiry !== undefined && given !== undefined && given >= expiry + slack
      ? [mark('expired-lot', 'warning', t('mark_expiredLot'))]
      : []),
  ]
}

const byKind: Rule = (resource, f) => {
  const { t } = f.speech
  const type = typeOf(resource)
  const risks = extensionsNamed(resource, 'allergyintolerance-substanceExposureRisk')
    .flatMap(extensionsOf)
    .flatMap((inner) => bareCodes(inner['valueCodeableConcept']))
  const decisions = [...bareCodes(field(resource['provision'], 'type')), ...bareCodes(resource['decision'])]
  const deleted = records(resource['entry']).some((entry) => boolean(entry['deleted']) === true)
  return [
    ...(risks.includes('no-known-reaction-risk')
      ? [{ ...mark('no-known-risk', 'warning', t('mark_noRisk')), state: 'negated' } as const]
      : []),
    ...(type === 'Consent' && decisions.includes('deny') ? [mark('deny', 'warning', t('mark_deny'))] : []),
    ...(type === 'List' && deleted ? [mark('deleted-items', 'warning', t('mark_deletedItems'))] : []),
    ...(type === 'ImmunizationEvaluation' && bareCodes(resource['doseStatus']).includes('notvalid')
      ? [mark('dose-not-valid', 'warning', t('mark_doseNotValid'))]
      : []),
    ...(type === 'AdverseEvent' && bareCodes(resource['actuality']).includes('potential')
      ? [mark('potential', 'warning', t('mark_potential'))]
      : []),
  ]
}

/** Labels that the sender put on the whole resource. */
const LABELS: ReadonlyMap<
  string,
  readonly [MarkTone, 'mark_test' | 'mark_restricted' | 'mark_patientReported']
> = new Map([
  ['HTEST', ['warning', 'mark_test']],
  ['R', ['info', 'mark_restricted']],
  ['V', ['info', 'mark_restricted']],
  ['PATAST', ['info', 'mark_patientReported']],
] as const)

const byLabel: Rule = (resource, f) => {
  const { security, tag } = (resource.meta ?? {}) as { readonly security?: unknown; readonly tag?: unknown }
  const tags = bareCodes(tag).filter((code) => code.length > 1)
  const codes = [
    ...bareCodes(security),
    ...bareCodes(resource['securityLabel']),
    ...bareCodes(resource['confidentiality']),
    ...tags,
  ]
  return codes.flatMap((code) => {
    const [tone, words] = LABELS.get(code) ?? []
    return tone && words ? mark(code, tone, f.speech.t(words)) : []
  })
}

/** "Why there is nothing" for the resource as a whole. */
const byAbsence: Rule = (resource, f) => {
  const reason = absentReason(resource)
  return reason === undefined ? [] : [mark('absent', 'warning', f.speech.absent(reason) ?? reason)]
}

const RULES: readonly Rule[] = [
  byStatus,
  byNegation,
  byQualifier,
  byKind,
  byIntent,
  byImmunization,
  noVaccinationMarks,
  byPerson,
  byTime,
  byLabel,
  byAbsence,
  contradictionsOf,
]
