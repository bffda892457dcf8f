/** Letters that run from right to left. */
export const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/

/** A comparison and its number; caught, so that `split` keeps it. */
export const COMPARED = /([<>≤≥]\s?[-+]?\d[\d.,\u202F\u00A0]*)/

/** Opens and closes text that runs from left to right whatever stands around it. Source: UAX #9, LRI and PDI. */
const [FROM_LEFT, END] = ['\u2066', '\u2069']

/**
 * A text for where there are no elements to set its parts apart by: among letters from right to left signs are
 * mirrored, and "< 5" would look like "> 5".
 */
export const withComparisonsKept = (text: string): string =>
  RIGHT_TO_LEFT.test(text)
    ? text
        .split(COMPARED)
        .map((piece, index) => (index % 2 === 1 ? `${FROM_LEFT}${piece}${END}` : piece))
        .join('')
    : text

/** Somebody's words inside a sentence of ours: they have their own direction, and do not turn the sentence around. */
export const isolated = (text: string): string => (RIGHT_TO_LEFT.test(text) ? `\u2068${text}${END}` : text)
