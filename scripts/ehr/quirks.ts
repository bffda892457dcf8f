/** What real EHRs do otherwise, or what goes wrong with them. Each can be switched on, alone or with others. */
export const QUIRKS = {
  oracle: 'Rules of Oracle Health for creating, for Binary and for searching',
  'epic-like': 'No refresh token, no conditional create, and iss ends with a slash',
  'v1-only': 'Knows scopes of version 1 only',
  'no-pkce-advertised': 'Wants PKCE, and does not say so',
  'discovery-fails': 'Cannot say where to sign in',
  deny: 'The user says no',
  'auth-error': 'Signing in ends with an error of the server',
  'no-patient': 'No chart is open',
  'patient-unreadable': 'The record of the patient may not be read',
  'other-patient': 'Asked for the patient, it answers with somebody else',
  'shows-patient': 'The EHR shows the patient itself',
  'no-refresh': 'No refresh token',
  'no-id-token': 'Does not say who is signed in',
  'no-scopes-for-write': 'Grants no leave to save',
  'no-scopes-for-search': 'Grants no leave to read documents',
  expired: 'Access tokens last four seconds',
  'slow-token': 'The token takes eight seconds to come',
  'code-with-plus': 'Codes contain + / = & and %',
  'slow-binary': 'Every document takes five seconds to come',
  'search-fails': 'Searching ends with an error of the server',
  'no-identifier-search': 'Cannot search documents by identifier',
  'create-refused': 'Refuses to save, with a reason',
  'create-hangs': 'Saves, and never answers',
  'hidden-location': 'Saves, and the page may not read where',
  'foreign-location': 'Saves, and says a place that cannot be reached',
} as const satisfies Readonly<Record<string, string>>

export type Quirk = keyof typeof QUIRKS

export const QUIRK_NAMES = Object.keys(QUIRKS) as readonly Quirk[]

export const isQuirk = (name: string): name is Quirk => Object.hasOwn(QUIRKS, name)
