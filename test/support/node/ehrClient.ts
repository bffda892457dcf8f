import { createHash, randomBytes } from 'node:crypto'
import { isRecord } from '../../../src/core/encoding'
import type { ChartName } from '../../../scripts/ehr/data/people'
import { CLIENT_ID, type RunningEhr } from '../../../scripts/ehr/server'

/** Where the tests say that the viewer is; nothing listens there. */
export const VIEWER = 'http://localhost:4999/viewer/'

export const SCOPES =
  'launch openid fhirUser online_access patient/Patient.r patient/DocumentReference.crs patient/Binary.r'

type Fields = Readonly<Record<string, string | undefined>>
type Json = Readonly<Record<string, unknown>>

export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly json: Json
}

/** The parts of a launch, with which a test does what a well-behaved client does, or one thing otherwise. */
export class EhrClient {
  readonly #ehr: RunningEhr
  readonly verifier = randomBytes(32).toString('base64url')
  readonly state = randomBytes(16).toString('base64url')
  constructor(ehr: RunningEhr) {
    this.#ehr = ehr
  }

  /** Where the EHR sends the browser; `undefined` when it sends it nowhere. */
  async authorize(chart: ChartName, change: Fields = {}): Promise<URL | undefined> {
    const launch = new URL(this.#ehr.launch(chart))
    const query = fieldsOf({
      response_type: 'code',
      client_id: CLIENT_ID,
      redirect_uri: VIEWER,
      aud: launch.searchParams.get('iss') ?? '',
      launch: launch.searchParams.get('launch') ?? '',
      scope: SCOPES,
      state: this.state,
      code_challenge: createHash('sha256').update(this.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...change,
    })
    const response = await fetch(`${this.#ehr.origin}/oauth/authorize?${query.toString()}`, {
      redirect: 'manual',
    })
    const location = response.headers.get('location')
    return location === null ? undefined : new URL(location)
  }

  token(change: Fields, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    const body = fieldsOf({
      grant_type: 'authorization_code',
      client_id: CLIENT_ID,
      redirect_uri: VIEWER,
      code_verifier: this.verifier,
      ...change,
    })
    return reply(fetch(`${this.#ehr.origin}/oauth/token`, { method: 'POST', body, headers }))
  }

  /** A whole launch. */
  async signIn(chart: ChartName, change: Fields = {}): Promise<Json> {
    const back = await this.authorize(chart, change)
    return (await this.token({ code: back?.searchParams.get('code') ?? '' })).json
  }

  /** A call of the FHIR server as the page of the viewer makes it. */
  fhir(path: string, token: unknown, init: RequestInit = {}): Promise<Reply> {
    const headers = new Headers({ accept: 'application/fhir+json', origin: new URL(VIEWER).origin })
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value)
    if (typeof token === 'string') headers.set('authorization', `Bearer ${token}`)
    const address = path.startsWith('http') ? path : `${this.#ehr.issuer}/${path}`
    return reply(fetch(address, { ...init, headers }))
  }
}

function fieldsOf(fields: Fields): URLSearchParams {
  const all = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) all.set(name, value)
  return all
}

async function reply(response: Promise<Response>): Promise<Reply> {
  const { status, headers, ...rest } = await response.then(async (answer) => ({
    status: answer.status,
    headers: answer.headers,
    text: await answer.text(),
  }))
  return { status, headers, text: rest.text, json: jsonIn(rest.text) }
}

function jsonIn(text: string): Json {
  try {
    const json: unknown = JSON.parse(text)
    return isRecord(json) ? json : {}
  } catch {
    return {}
  }
}

/** The resources of a searchset. */
export const resourcesIn = ({ json }: Reply): readonly Json[] =>
  ((json['entry'] ?? []) as readonly { readonly resource: Json }[]).map(({ resource }) => resource)
