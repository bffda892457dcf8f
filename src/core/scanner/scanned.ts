import { gradeOf, type Grade } from './reading'

/** What a camera read in a test. Of its text there is a beginning only, because the rest is somebody's health. */
export interface ScannedFacts {
  readonly grade: Grade
  readonly characters: number
  /** The first characters. */
  readonly beginning: string
}

/** Characters that are shown: the scheme, and too little of what follows to tell anything. */
const SHOWN = 10

/** Describes a text that a camera read in a test. Pure. */
export const describeScanned = (text: string): ScannedFacts => ({
  grade: gradeOf(text),
  characters: text.length,
  beginning: text.slice(0, SHOWN),
})
