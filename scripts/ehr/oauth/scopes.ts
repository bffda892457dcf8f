import { err, ok, type Result } from '../../../src/core/result'
import type { Quirk } from '../quirks'

export type Interaction = 'c' | 'r' | 's'

/** What may be done with what, whoever asks. */
const SUPPORTED: ReadonlyMap<string, string> = new Map([
  ['Patient', 'rs'],
  ['DocumentReference', 'crs'],
  ['Binary', 'r'],
  ['Encounter', 'rs'],
  ['Coverage', 'rs'],
  ['Practitioner', 'r'],
  ['Organization', 'r'],
])

export const RESOURCE_TYPES = [...SUPPORTED.keys()]
export const interactionsOf = (type: string): string => SUPPORTED.get(type) ?? ''

const CONTEXT = ['launch', 'openid', 'fhirUser', 'profile', 'online_access', 'offline_access']

export const SUPPORTED_SCOPES = [
  ...CONTEXT,
  ...[...SUPPORTED].map(([type, rights]) => `patient/${type}.${rights}`),
]

/**
 * What is granted of what was asked for: less, where something is not on offer. A wildcard, and interactions in another
 * order than c-r-u-d-s, are errors.
 * Source: SMART App Launch 2.2, "Scopes and Launch Context".
 */
export function grantScopes(requested: string, quirks: ReadonlySet<Quirk>): Result<string, string> {
  const granted: string[] = []
  for (const scope of requested.split(' ').filter((part) => part !== '')) {
    if (scope.includes('*')) return err(`wildcard: ${scope}`)
    const [, type, rights] = /^patient\/([A-Za-z]+)\.([a-z]+)$/.exec(scope) ?? []
    if (type === undefined || rights === undefined) {
      if (isContextGranted(scope, quirks)) granted.push(scope)
      continue
    }
    const isVersion1 = rights === 'read' || rights === 'write'
    if (!isVersion1 && !/^c?r?u?d?s?$/.test(rights)) return err(`order: ${scope}`)
    const given = isVersion1 ? version1(type, rights, quirks) : version2(type, rights, quirks)
    if (given !== '') granted.push(`patient/${type}.${given}`)
  }
  return ok(granted.join(' '))
}

function isContextGranted(scope: string, quirks: ReadonlySet<Quirk>): boolean {
  if (scope === 'online_access' || scope === 'offline_access')
    return !quirks.has('no-refresh') && !quirks.has('epic-like')
  return CONTEXT.includes(scope)
}

function offered(type: string, quirks: ReadonlySet<Quirk>): string {
  const all = interactionsOf(type)
  if (type !== 'DocumentReference') return all
  const readable = quirks.has('no-scopes-for-search') ? all.replace(/[rs]/g, '') : all
  return quirks.has('no-scopes-for-write') ? readable.replace('c', '') : readable
}

function version1(type: string, right: 'read' | 'write', quirks: ReadonlySet<Quirk>): string {
  return offered(type, quirks).includes(right === 'read' ? 'r' : 'c') ? right : ''
}

function version2(type: string, rights: string, quirks: ReadonlySet<Quirk>): string {
  if (quirks.has('v1-only')) return ''
  const on = offered(type, quirks)
  return Array.from(rights)
    .filter((right) => on.includes(right))
    .join('')
}

/** Whether this grant allows this. */
export function allows(granted: string, type: string, interaction: Interaction): boolean {
  return granted.split(' ').some((scope) => {
    const [, named, rights = ''] = /^patient\/([A-Za-z]+)\.([a-z]+)$/.exec(scope) ?? []
    if (named !== type) return false
    if (rights === 'read') return interaction !== 'c'
    return rights === 'write' ? interaction === 'c' : rights.includes(interaction)
  })
}
