import type { HeaderLines, HeaderRule, SiteHeaders } from './rules.ts'

/** A pattern of addresses below the viewer's folder, as a regular expression without its ends. */
export const patternOf = (path: string): string =>
  path
    .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replace(/\*$/, '.*')
    .replaceAll(/(?<!\.)\*/g, '[^/]+')

/** All of a rule's addresses, as one regular expression without its ends. */
export const patternsOf = ({ paths }: Pick<HeaderRule, 'paths'>): string => paths.map(patternOf).join('|')

/** All headers of the file at this address below the viewer's folder. */
export function headersFor(address: string, { everywhere, rules, otherwise }: SiteHeaders): HeaderLines {
  const own = rules
    .filter((rule) => new RegExp(`^(?:${patternsOf(rule)})$`).test(address))
    .map(({ headers }) => headers)
  return Object.assign({}, otherwise, everywhere, ...own) as HeaderLines
}
