import type { Chart } from '../../src/core/ehr/documentSearch'
import type { EhrFailure, EhrRequest, EhrResponse } from '../../src/core/ehr/connection'
import { err, ok } from '../../src/core/result'

export const BASE = 'https://ehr.example.org/fhir/r4'

export type Answer =
  | EhrFailure
  | { readonly status?: number; readonly json?: unknown; readonly bytes?: Uint8Array<ArrayBuffer> }

/** A chart whose server answers as the test says; every request is kept. */
export function fakeChart(answer: (request: EhrRequest) => Answer | Promise<Answer>) {
  const requests: EhrRequest[] = []
  const chart: Chart = {
    base: BASE,
    patientId: 'p1',
    request: async (request) => {
      requests.push(request)
      const given = await answer(request)
      if (typeof given === 'string') return err(given)
      const { status = 200, json, bytes } = given
      const body = bytes ?? new TextEncoder().encode(JSON.stringify(json) ?? '')
      return ok({ status, body } satisfies EhrResponse)
    },
  }
  return { chart, requests, paths: () => requests.map(({ path }) => path.replace(`${BASE}/`, '')) }
}

export const searchset = (resources: readonly unknown[], next?: string) => ({
  json: {
    resourceType: 'Bundle',
    type: 'searchset',
    entry: resources.map((resource) => ({ resource })),
    link: [
      { relation: 'self', url: `${BASE}/self` },
      ...(next === undefined ? [] : [{ relation: 'next', url: next }]),
    ],
  },
})

/** A scan in the chart of `p1`; `extra` takes the place of what it says. */
export const scan = (id: string, extra: Record<string, unknown> = {}) => ({
  resourceType: 'DocumentReference',
  id,
  status: 'current',
  subject: { reference: 'Patient/p1' },
  description: `Scan ${id}`,
  date: '2026-11-01T10:00:00Z',
  content: [{ attachment: { contentType: 'image/png', url: `Binary/${id}` } }],
  ...extra,
})
