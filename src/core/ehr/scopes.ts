/** What may be done with a kind of resource, as SMART App Launch 2 spells it: create, read, update, delete, search. */
export type Interaction = 'c' | 'r' | 'u' | 'd' | 's'

export interface WantedScopes {
  /** Instead of ours, where a deployment has its own for this EHR, by the version of the scopes. */
  readonly own?: { readonly v1?: string; readonly v2?: string }
  /** Asks for leave to write documents as well. */
  readonly saves: boolean
}

/**
 * The scopes to ask an EHR for: version 2 where its `capabilities` name `permission-v2`, else version 1. `launch` is
 * always among them, once. No wildcards: whatever contains one is left out.
 * Source: SMART App Launch 2.2, "Scopes and Launch Context".
 */
export function scopesToAsk(capabilities: readonly string[], { own, saves }: WantedScopes): string {
  const version = capabilities.includes('permission-v2') ? 'v2' : 'v1'
  const wanted = own?.[version] ?? (version === 'v2' ? version2(saves) : version1(saves))
  const scopes = wanted.split(/\s+/).filter((scope) => scope !== '' && !scope.includes('*'))
  return [...new Set(['launch', ...scopes])].join(' ')
}

const version2 = (saves: boolean): string =>
  `openid fhirUser online_access patient/Patient.r patient/DocumentReference.${saves ? 'crs' : 'rs'} patient/Binary.r`

const version1 = (saves: boolean): string =>
  `openid fhirUser online_access patient/Patient.read patient/DocumentReference.read patient/Binary.read${
    saves ? ' patient/DocumentReference.write' : ''
  }`

/**
 * Does what an EHR granted allow this? A scope that is narrowed by a query, such as `.rs?category=…`, counts as not
 * granted: what it leaves out is not ours to guess.
 */
export function grants(granted: string, type: string, interaction: Interaction): boolean {
  return granted.split(/\s+/).some((scope) => {
    const [, named = '', rights = ''] =
      /^(?:patient|user|system)\/([A-Za-z]+|\*)\.([a-z]+|\*)$/.exec(scope) ?? []
    return (named === type || named === '*') && allows(rights, interaction)
  })
}

/** Source: SMART App Launch 2.2, "Scopes for requesting FHIR Resources", compatibility with version 1. */
const VERSION_1: ReadonlyMap<string, string> = new Map([
  ['read', 'rs'],
  ['write', 'cud'],
  ['*', 'cruds'],
])

const allows = (rights: string, interaction: Interaction): boolean =>
  (VERSION_1.get(rights) ?? (/^c?r?u?d?s?$/.test(rights) ? rights : '')).includes(interaction)
