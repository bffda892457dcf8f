import type { DeviationCode } from '../core/deviations'
import type { Finding } from '../core/verdict'
import { findingText, findingWords } from './findingText'
import type { Language } from './language'

/** One sentence for one finding. */
export const describeFinding = (finding: Finding, language: Language): string =>
  findingText(finding, findingWords(language))

/** One sentence for the makers of the software that issued the card; names of claims are in backticks. */
export const describeDeviation = (code: DeviationCode, language: Language): string =>
  findingWords(language).t(`deviation.${code}`)
