import type { Verdict } from '../core/verdict'
import { axisTexts, type AxisText } from './axisText'
import { findingWords } from './findingText'
import type { Language } from './language'
import { verdictText, type VerdictText } from './verdictText'

/**
 * The words of the banner. `from` is the host that unsigned content was received from, where it came over the network;
 * a signed card is worth the same wherever it came from.
 */
export const describeVerdict = (verdict: Verdict, language: Language, from?: string): VerdictText =>
  verdictText(verdict, findingWords(language), from)

/** How a card was checked, one axis after the other. Empty for unsigned content: there was nothing to check. */
export const describeAxes = (verdict: Verdict, language: Language): readonly AxisText[] =>
  axisTexts(verdict, findingWords(language))
