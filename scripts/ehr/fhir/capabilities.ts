import type { Answer } from '../http'
import { interactionsOf, RESOURCE_TYPES } from '../oauth/scopes'
import type { EhrState } from '../state'
import { resourceAnswer } from './outcome'

const NAMES: Readonly<Record<string, string>> = { c: 'create', r: 'read', s: 'search-type' }

/** What the server can do, and where to sign in for clients that ask here. */
export function capabilities(ehr: EhrState): Answer {
  const statement = {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-01-15',
    kind: 'instance',
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    implementation: { description: 'Simulated EHR with made-up people', url: ehr.issuer },
    rest: [
      {
        mode: 'server',
        security: {
          cors: true,
          service: [{ coding: [{ code: 'SMART-on-FHIR' }] }],
          ...(!ehr.quirks.has('discovery-fails') && { extension: [oauthUris(ehr.origin)] }),
        },
        resource: RESOURCE_TYPES.map((type) => ({
          type,
          interaction: Array.from(interactionsOf(type), (code) => ({ code: NAMES[code] })),
          conditionalCreate: type === 'DocumentReference' && !ehr.quirks.has('epic-like'),
          searchParam: ehr.engine.parametersOf(type).map((name) => ({ name })),
        })),
      },
    ],
  }
  return resourceAnswer(200, statement, { decision: 'capabilities' })
}

/** Source: SMART App Launch 1, "Declaring support for OAuth2 endpoints". */
const oauthUris = (origin: string) => ({
  url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
  extension: [
    { url: 'authorize', valueUri: `${origin}/oauth/authorize` },
    { url: 'token', valueUri: `${origin}/oauth/token` },
  ],
})
