import type { LaunchStore } from '../../../src/platform/storage'

export const STATE = '3f2c1a60-7d1e-4a0b-9a55-0b1f6f0c9d11'
export const ISS = 'https://ehr.example.org/fhir/r4'
export const NOW = new Date('2026-11-28T12:00:00Z')

/** Launches of a tab, in memory; `blocked` as in a frame whose browser stores nothing. */
export function memoryStore(blocked = false): LaunchStore & { readonly all: Map<string, unknown> } {
  const all = new Map<string, unknown>()
  return {
    all,
    get: (state) => all.get(state),
    set: (state, value) => {
      if (!blocked) all.set(state, JSON.parse(JSON.stringify(value)) as unknown)
      return !blocked
    },
    remove: (state) => void all.delete(state),
  }
}

/** What the launch page leaves behind, as fhirclient writes it. */
export const savedLaunch = (more: object = {}): Record<string, unknown> => ({
  key: STATE,
  serverUrl: ISS,
  clientId: 'shx',
  scope: 'launch patient/Patient.r',
  tokenUri: 'https://ehr.example.org/token',
  codeVerifier: 'v',
  tokenResponse: {},
  shx: { issuer: 'https://ehr.example.org', keys: 'https://ehr.example.org/keys' },
  ...more,
})
