/** What a frame is to look like, whatever the device is. */
export interface Pretence {
  readonly print: boolean
  readonly dark: boolean
}

/**
 * Makes the page look as if it were printed or shown on a dark screen, by rewriting the conditions of its style rules:
 * a frame cannot be told so from outside. Also holds for rules that are added later.
 */
export function pretend(pretence: Pretence): void {
  const apply = (): void => {
    for (const sheet of document.styleSheets) rewrite(sheet.cssRules, pretence)
  }
  apply()
  new MutationObserver(apply).observe(document.head, { childList: true, subtree: true, characterData: true })
  // Long tables show all their rows.
  if (pretence.print) setInterval(() => window.dispatchEvent(new Event('beforeprint')), 500)
}

function rewrite(rules: CSSRuleList, pretence: Pretence): void {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) {
      const wanted = conditionFor(rule.media.mediaText, pretence)
      if (wanted !== rule.media.mediaText) rule.media.mediaText = wanted
    }
    if (rule instanceof CSSGroupingRule) rewrite(rule.cssRules, pretence)
  }
}

function conditionFor(condition: string, { print, dark }: Pretence): string {
  if (print && condition === 'print') return 'all'
  if (print && condition === 'screen') return 'not all'
  if (dark && /prefers-color-scheme:\s*dark/.test(condition)) return 'all'
  return dark && /prefers-color-scheme:\s*light/.test(condition) ? 'not all' : condition
}
