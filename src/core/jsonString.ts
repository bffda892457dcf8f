const BACKSLASH = 0x5c

/**
 * Position of the quote that ends the JSON string whose first character is at `start`; the text's length when none
 * does. Leaps from quote to quote, so that a scanned document costs no look at each of its characters.
 */
export function endOfString(json: string, start: number): number {
  for (let end = json.indexOf('"', start); end >= 0; end = json.indexOf('"', end + 1)) {
    let first = end
    while (first > start && json.charCodeAt(first - 1) === BACKSLASH) first -= 1
    if ((end - first) % 2 === 0) return end
  }
  return json.length
}
