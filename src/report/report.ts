import { text } from '../core/fhir/shape'
import { bestName } from '../core/fhir/person'
import type { Patient } from '../core/fhir/types'
import { DEVIATION_CLAUSES, type Deviation, type DeviationCode } from '../core/deviations'
import type { ErrorCode, Problem, ShxError } from '../core/errors'
import type { LinkSummary, OpenedShx, OpenFailure, VerifiedBundle } from '../core/openSHX'
import { typeOf, type OrganizedBundle } from '../core/organizeResources'
import type { InputKind } from '../core/readInput'
import type { Result } from '../core/result'
import type { Axes, BundleStatus, FindingCode, IssuerFacts, RevocationFacts } from '../core/verdict'
import { isPatientShared } from '../core/patientShared'
import { profileDeviations, type ProfileDeviation } from '../core/patientSharedProfile'
import { rendererFor } from '../renderers/registry'
import { DEFINITIONS } from '../renderers/tables/definitions'

/**
 * What the viewer makes of an input, as JSON. A published contract: see docs/read-report.md. Keys are always there,
 * `null` says that something is not stated; moments are ISO 8601 in UTC. Never holds a key, a passcode, the address of
 * a link or, beyond names and birth dates of the subjects, anything of the record itself.
 */
export interface Report {
  readonly input: InputKind
  readonly status: 'ok' | 'passcode-required' | 'error'
  readonly error: ReportedError | null
  readonly link: ReportedLink | null
  readonly problems: readonly ReportedError[]
  readonly bundles: readonly ReportedBundle[]
}

/** A code with its data; `file` and `card` are positions counted from 0. */
export type ReportedError = { readonly code: ErrorCode } & Readonly<Record<string, Json>>

type Json = string | number | boolean | null | readonly number[]

export interface ReportedLink {
  readonly label: string | null
  readonly flags: string
  readonly expires: string | null
  readonly host: string
}

/** A departure from the standard, the clause that it departs from, and what was seen where that can be told. */
export interface ReportedDeviation {
  readonly code: DeviationCode | ProfileDeviation['code']
  readonly clause: string
  readonly value?: string
}

export interface ReportedBundle {
  readonly status: BundleStatus
  readonly codes: readonly FindingCode[]
  readonly axes: Axes | null
  readonly deviations: readonly ReportedDeviation[]
  readonly issuer: {
    readonly iss: string
    readonly name: string | null
    readonly directory: string | null
  } | null
  /** The list of withdrawn cards that was looked at. */
  readonly revocationList: {
    readonly from: RevocationFacts['from']
    readonly source: string
    readonly counter: number
    readonly date: string | null
  } | null
  readonly issued: string | null
  readonly expires: string | null
  readonly renderer: string
  readonly label: string
  readonly subjects: readonly { readonly name: string | null; readonly birthDate: string | null }[]
  /** How many entries there are of each resource type; '' counts those without one. */
  readonly resources: Readonly<Record<string, number>>
  readonly entries: number
  /** How many of the entries are shown by a table or card for their type, and by the generic view; how many were sent for another version of FHIR and read as R4. */
  readonly views: { readonly own: number; readonly generic: number; readonly converted: number }
}

/** Pure and total. `now` only decides which of a person's names is in use. */
export function toReport(result: Result<OpenedShx, OpenFailure>, now: Date): Report {
  if (result.ok) {
    const { input, link, problems, bundles } = result.value
    return {
      input,
      status: 'ok',
      error: null,
      link: link ? reportedLink(link) : null,
      problems: problems.map(reportedError),
      bundles: bundles.map((bundle) => reportedBundle(bundle, now)),
    }
  }
  const { input, error, link, problems } = result.error
  return {
    input,
    status: error.code === 'PASSCODE_REQUIRED' ? 'passcode-required' : 'error',
    error: reportedError(error),
    link: link ? reportedLink(link) : null,
    problems: problems.map(reportedError),
    bundles: [],
  }
}

/** The data of an error are numbers, texts, booleans, Dates and lists of numbers; nothing else goes out. */
function reportedError(error: ShxError | Problem): ReportedError {
  const { code, ...rest } = error
  const data = Object.entries(rest).flatMap(([name, value]: readonly [string, unknown]) => {
    const json = jsonOf(value)
    return json === undefined ? [] : [[name, json] as const]
  })
  return { code, ...Object.fromEntries(data) }
}

function jsonOf(value: unknown): Json | undefined {
  if (value instanceof Date) return isoOf(value)
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'number')
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined
}

const isoOf = (date: Date | undefined): string | null =>
  date === undefined || Number.isNaN(date.getTime()) ? null : date.toISOString()

const reportedLink = ({ label, flags, expires, host }: LinkSummary): ReportedLink => ({
  label: label ?? null,
  flags,
  expires: isoOf(expires),
  host,
})

function reportedBundle({ verdict, organized }: VerifiedBundle, now: Date): ReportedBundle {
  const renderer = rendererFor(organized)
  return {
    status: verdict.status,
    codes: [...new Set(verdict.findings.map(({ code }) => code))],
    axes: verdict.axes ?? null,
    deviations: [...verdict.deviations.map(reportedDeviation), ...profileDepartures(organized)],
    issuer: verdict.issuer ? reportedIssuer(verdict.issuer) : null,
    revocationList: verdict.revocation ? reportedList(verdict.revocation) : null,
    issued: isoOf(verdict.issued),
    expires: isoOf(verdict.expires),
    renderer: renderer.id,
    label: renderer.title('en'),
    subjects: renderer.subjects(organized).map((patient) => reportedSubject(patient, now)),
    resources: countsOf(organized),
    entries: organized.items.length,
    views: viewsOf(organized),
  }
}

const reportedDeviation = ({ code, value }: Deviation): ReportedDeviation => ({
  code,
  clause: DEVIATION_CLAUSES[code],
  ...(value !== undefined && { value }),
})

/** A bundle that a patient shared is held against that profile, too; its departures have the same three properties. */
const profileDepartures = (bundle: OrganizedBundle): readonly ReportedDeviation[] =>
  isPatientShared(bundle) ? profileDeviations(bundle) : []

const reportedIssuer = ({ iss, name, directory }: IssuerFacts): ReportedBundle['issuer'] => ({
  iss,
  name: name ?? null,
  directory: directory?.source ?? null,
})

const reportedList = ({
  from,
  source,
  counter,
  date,
}: RevocationFacts): ReportedBundle['revocationList'] => ({
  from,
  source,
  counter,
  date: isoOf(date),
})

const reportedSubject = (patient: Patient, now: Date): ReportedBundle['subjects'][number] => ({
  name: bestName(patient.name, now) ?? null,
  birthDate: text(patient.birthDate) ?? null,
})

/** By the type as it was sent. */
function countsOf({ items }: OrganizedBundle): Readonly<Record<string, number>> {
  const counts = new Map<string, number>()
  for (const { received, resource } of items) {
    const type = typeOf(received?.resource ?? resource)
    counts.set(type, (counts.get(type) ?? 0) + 1)
  }
  return Object.fromEntries(counts)
}

function viewsOf({ items }: OrganizedBundle): ReportedBundle['views'] {
  const own = items.filter(({ resource }) => DEFINITIONS.has(typeOf(resource))).length
  const converted = items.filter(({ received }) => received !== undefined).length
  return { own, generic: items.length - own, converted }
}
