import { withDigitsOf } from '../decimals'
import { isRecord } from '../encoding'
import { ALIASES, COMBINED, NEGATIONS, RENAMES, type Negation, type RenameRule } from './normalizeRules'
import { boolean, choicesOf, field, flatList, list, record, records, text, type FhirRecord } from './shape'
import type { Resource } from './types'

/** Something that was read as R4 although it was sent as something else. `from` and `to` are names of FHIR. */
export type Repair =
  | { readonly code: 'renamed-type'; readonly from: string; readonly to: string }
  | { readonly code: 'renamed-element'; readonly from: string; readonly to: string }
  | { readonly code: 'reshaped-element'; readonly from: string; readonly to: string }
  | { readonly code: 'negation'; readonly from: string; readonly to: string }

export interface Normalized {
  /** The very object that was handed in when there was nothing to repair. */
  readonly resource: Resource
  readonly repairs: readonly Repair[]
}

/**
 * Reads a resource of DSTU2, STU3 or R5 as one of R4, element by element: what has another name gets R4's, what says
 * that something was not done becomes a status. Told by shape, because senders rarely say which version they follow.
 * Nothing is overwritten and nothing goes missing: an old name stays where the new one is taken, and the resource as
 * received is shown in the details. Pure and total; shallow, so that thousands of resources cost little.
 */
export function normalize(resource: Resource): Normalized {
  const contained = normalizedContained(resource.contained)
  const sent = text(resource.resourceType) ?? ''
  const type = ALIASES.get(sent) ?? sent
  if (type === sent && !contained && !mayNeedRepair(resource, type)) return { resource, repairs: NONE }
  const repairs: Repair[] = type === sent ? [] : [{ code: 'renamed-type', from: sent, to: type }]
  const draft = new Map<string, unknown>(Object.entries(resource))
  if (type !== sent) draft.set('resourceType', type)
  if (contained) {
    draft.set('contained', contained.resources)
    repairs.push(...contained.repairs)
  }
  for (const rule of RENAMES.get(type) ?? []) repairs.push(...renamed(draft, rule))
  splitReferences(type, draft, repairs)
  for (const negation of NEGATIONS) {
    const status = negate(type, draft, negation)
    if (status !== undefined) repairs.push({ code: 'negation', from: negation.element, to: status })
  }
  return repairs.length === 0
    ? { resource, repairs }
    : { resource: withDigitsOf(resource, Object.fromEntries(draft)), repairs }
}

const NONE: readonly Repair[] = []

/** By type: the elements that there may be something to do about. */
const watched = new Map<string, readonly string[]>()

function elementsToWatch(type: string): readonly string[] {
  const names = watched.get(type) ?? [
    ...(RENAMES.get(type) ?? []).map(({ from }) => from),
    ...(COMBINED.get(type) ?? []),
    ...NEGATIONS.filter(({ types }) => types.includes(type)).map(({ element }) => element),
  ]
  if (RENAMES.has(type)) watched.set(type, names)
  return names
}

/** Nearly every resource is R4 as it stands: it is not even copied. */
const mayNeedRepair = (resource: Resource, type: string): boolean =>
  elementsToWatch(type).some((name) => resource[name] !== undefined)

/** Contained resources are read in the same way, one level deep as FHIR has them. */
function normalizedContained(
  sent: unknown,
): { readonly resources: readonly unknown[]; readonly repairs: readonly Repair[] } | undefined {
  if (sent === undefined) return undefined
  const parts = flatList(sent).map((part) => (isRecord(part) ? normalizeContained(part) : undefined))
  const repairs = parts.flatMap((part) => part?.repairs ?? [])
  if (repairs.length === 0) return undefined
  const resources = flatList(sent).map((part, index) => {
    const read = parts[index]
    return read && read.repairs.length > 0 ? read.resource : part
  })
  return { resources, repairs }
}

function normalizeContained(sent: Resource): Normalized {
  const { contained: _none, ...part } = sent
  return normalize(withDigitsOf(sent, part))
}

/** Gives an element its name, or its shape, in R4; says so when there was something to do. */
function renamed(draft: Map<string, unknown>, { from, to, as }: RenameRule): readonly Repair[] {
  const value = draft.get(from)
  if (value === undefined || value === null || (from !== to && isTaken(draft, to))) return NONE
  const converted = as ? as(value) : value
  if (converted === undefined) return NONE
  draft.delete(from)
  draft.set(to, converted)
  const sibling = draft.get(`_${from}`)
  if (from !== to && sibling !== undefined && !draft.has(`_${to}`)) {
    draft.delete(`_${from}`)
    draft.set(`_${to}`, sibling)
  }
  return [{ code: from === to ? 'reshaped-element' : 'renamed-element', from, to }]
}

/** A choice is taken in whatever type it was sent. */
const isTaken = (draft: ReadonlyMap<string, unknown>, name: string): boolean => {
  if (list(draft.get(name)).length > 0) return true
  const base = /^(occurrence|performed|effective|medication|timing)[A-Z]/.exec(name)?.[1]
  return base !== undefined && choicesOf(Object.fromEntries(draft), base).length > 0
}

function splitReferences(type: string, draft: Map<string, unknown>, repairs: Repair[]): void {
  for (const name of COMBINED.get(type) ?? []) {
    const value = record(draft.get(name))
    if (!value) continue
    const [concept, reference] = [value['concept'], value['reference']]
    const [to, part] = concept === undefined ? ['Reference', reference] : ['CodeableConcept', concept]
    // With both, or with anything else in it, the pair is told as it stands.
    if (part === undefined || !isRecord(part) || (concept !== undefined && reference !== undefined)) continue
    draft.delete(name)
    draft.set(name + to, part)
    repairs.push({ code: 'renamed-element', from: name, to: name + to })
  }
}

/** The status that an element which negates gives to a resource of this type; `undefined` when it does not negate. */
function negate(type: string, draft: Map<string, unknown>, negation: Negation): string | undefined {
  if (!negation.types.includes(type)) return undefined
  const value = draft.get(negation.element)
  const says = negation.code === undefined ? boolean(value) === true : codeOf(value) === negation.code
  if (!says || draft.get('status') === negation.status || draft.get('status') === 'entered-in-error') {
    return undefined
  }
  draft.set('status', negation.status)
  return negation.status
}

/** A bare code, or the code of the first coding. R5 puts both inside `code`. */
function codeOf(value: unknown): string | undefined {
  const inner = field(value, 'code') ?? value
  return text(inner) ?? text(records(field(inner, 'coding')).map((coding: FhirRecord) => coding['code'])[0])
}
