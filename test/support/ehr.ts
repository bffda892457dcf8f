import type { EhrConnection, EhrFailure, EhrRequest, EhrResponse } from '../../src/core/ehr/connection'
import type { Patient } from '../../src/core/fhir/types'
import { err, ok, type Result } from '../../src/core/result'

export const CHART_PATIENT: Patient = {
  resourceType: 'Patient',
  id: 'pat-1',
  name: [{ given: ['Ana', 'María'], family: 'Ruiz' }],
  birthDate: '1980-03-01',
  identifier: [
    { system: 'http://hl7.org/fhir/sid/us-ssn', value: '123-45-6789' },
    {
      type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] },
      system: 'urn:oid:1.2.3',
      value: '0012345',
    },
  ],
}

/** One answer of a made-up EHR: a failure by its name, or a status with a body as JSON. */
export type Answer =
  | EhrFailure
  | { readonly status: number; readonly json?: unknown; readonly location?: string }

export interface FakeEhr {
  readonly connection: EhrConnection
  /** Every request, in order. */
  readonly requests: EhrRequest[]
  /** Of those, what was sent to be saved. */
  readonly posted: () => readonly Record<string, unknown>[]
}

/** A chart whose server says what `answer` says. */
export function fakeEhr(
  answer: (request: EhrRequest) => Answer | Promise<Answer>,
  over: Partial<EhrConnection> = {},
): FakeEhr {
  const requests: EhrRequest[] = []
  const connection: EhrConnection = {
    label: 'Lakeside Clinic',
    base: 'https://ehr.example/fhir',
    patientId: 'pat-1',
    patient: CHART_PATIENT,
    encounterId: 'enc-9',
    user: 'Practitioner/doc-2',
    needsBanner: true,
    may: () => true,
    request: async (request) => {
      requests.push(request)
      return toResult(await answer(request))
    },
    readPatient: async () => ok(CHART_PATIENT),
    ...over,
  }
  const posted = () =>
    requests.flatMap(({ method, body }) =>
      method === 'POST' ? [JSON.parse(body ?? '') as Record<string, unknown>] : [],
    )
  return { connection, requests, posted }
}

function toResult(answer: Answer): Result<EhrResponse, EhrFailure> {
  if (typeof answer === 'string') return err(answer)
  const { status, json, location } = answer
  const body = new TextEncoder().encode(json === undefined ? '' : JSON.stringify(json))
  return ok({ status, body, ...(location !== undefined && { location }) })
}

/** The answer to a search. */
export const searchset = (resources: readonly object[], next?: string): Answer => ({
  status: 200,
  json: {
    resourceType: 'Bundle',
    type: 'searchset',
    entry: resources.map((resource) => ({ resource })),
    ...(next !== undefined && { link: [{ relation: 'next', url: next }] }),
  },
})
