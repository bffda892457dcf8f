import type { Dictionary } from '../../src/core/codes/shards'

/** Words for one code, as a source has them. */
export interface SourceTerm {
  readonly system: string
  readonly code: string
  readonly text: string
}

/** A dictionary before it is cut into shards. */
export interface SourceDictionary {
  readonly about: Omit<Dictionary, 'terms'> & {
    /** Hash of the input in the form of npm: `sha512-…`. */
    readonly integrity: string
    /** BCP 47. */
    readonly language: string
  }
  readonly terms: readonly SourceTerm[]
}
