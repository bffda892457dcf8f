/** Marks that steer the direction of writing or stand for nothing; on a screen nobody sees them. */
const INVISIBLE = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g
/** Blanks of another width, which forms and search boxes take for other characters. */
const OTHER_BLANKS = /[\u00A0\u2007\u202F]/g

/**
 * A value as it is typed into a form: every character that can be seen, and no other. Marks that cannot be seen and
 * blanks around it are left out, because a claim with one of them in its member ID is refused and nobody sees why.
 */
export const plainText = (value: string): string =>
  value.replaceAll(INVISIBLE, '').replaceAll(OTHER_BLANKS, ' ').trim()

/**
 * What a spreadsheet would compute instead of show. A sign before nothing but digits and what stands among them is one of
 * a telephone number or an amount; with a letter, a quote or `|` behind them it could call something.
 */
const FORMULA = /^(?:[=@]|[+-](?![\d\s().,/$€£%-]*$))/

/**
 * Rows of cells as tab-separated values, which spreadsheets take from the clipboard. A cell never spans several cells or
 * rows, and one that a spreadsheet would compute begins with an apostrophe.
 */
export const tabSeparated = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map(cellText).join('\t')).join('\n')

function cellText(value: string): string {
  const line = plainText(value).replaceAll(/\s+/g, ' ')
  return FORMULA.test(line) ? `'${line}` : line
}
