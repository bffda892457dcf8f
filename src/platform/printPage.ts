/** What stands around every printed page. */
export interface PageMargins {
  readonly head: string
  readonly foot: string
  /** What stands before the number of the page, between it and the number of pages, and behind them. */
  readonly page: readonly [before: string, between: string, behind: string]
}

/**
 * Puts words on the margins of every page that is printed. Browsers that do not know margins of pages leave them
 * empty. Returns how to take them off again.
 * Source: CSS Paged Media 3, "Page-Margin Boxes".
 */
export function setPageMargins({ head, foot, page }: PageMargins): () => void {
  const [before, between, behind] = page.map(quoted)
  const font = 'font: 8pt system-ui, sans-serif; color: #444;'
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`@page {
    margin: 18mm 14mm;
    @top-left { content: ${quoted(head)}; ${font} font-weight: 700; width: 75%; text-align: start }
    @top-right { content: ${before} counter(page) ${between} counter(pages) ${behind}; ${font} width: 25%; text-align: end }
    @bottom-left { content: ${quoted(foot)}; ${font} width: 100%; text-align: start; white-space: pre-line }
  }`)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
  }
}

/** A string of CSS. Everything but letters and digits is written by its number: nothing in it can end the string. */
export const quoted = (text: string): string =>
  `"${Array.from(text)
    .map((character) =>
      /^[\p{L}\p{N} ]$/u.test(character)
        ? character
        : `\\${(character.codePointAt(0) ?? 0x20).toString(16)} `,
    )
    .join('')}"`

/** Opens the browser's own dialog, which stops everything until it is closed. */
export const openPrintDialog = (): void => window.print()
