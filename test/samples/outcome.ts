import { expect } from 'vitest'
import type { Expectation } from '../../scripts/samples/definitions'
import type { OpenedShx, OpenFailure } from '../../src/core/openSHX'
import type { Result } from '../../src/core/result'

/** What came of opening something, in the words of a sample's expectation. */
export interface Outcome {
  readonly statuses: readonly string[]
  /** Findings of every bundle and problems of every part. */
  readonly codes: readonly string[]
  readonly error?: string
}

export function outcomeOf(result: Result<OpenedShx, OpenFailure>): Outcome {
  if (!result.ok) return { statuses: [], codes: [], error: result.error.error.code }
  const { bundles, problems } = result.value
  return {
    statuses: bundles.map(({ verdict }) => verdict.status),
    codes: [
      ...bundles.flatMap(({ verdict }) => verdict.findings.map(({ code }) => code)),
      ...problems.map(({ code }) => code),
    ],
  }
}

/** The outcome that a catalog entry promises, for `toEqual`. */
export const promisedBy = (expectation: Expectation): unknown =>
  'error' in expectation
    ? { statuses: [], codes: [], error: expectation.error }
    : {
        statuses: expectation.statuses,
        codes: expect.arrayContaining([...(expectation.codes ?? [])]) as unknown,
      }
