import { CHART_NAMES, CHARTS, USER_NAME, type ChartName } from '../data/people'
import { STYLE } from './style'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (char) => ENTITIES[char] ?? '')

/** A page of the EHR. `behaviour` names the quirks that are on. */
export const frameOf = (
  title: string,
  content: string,
  behaviour: readonly string[] = [],
): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Larkspur EHR</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<a class="brand" href="/">Larkspur <span>EHR</span></a>
<nav aria-label="Charts">${CHART_NAMES.map(tabOf).join('')}<a href="/charts">Both charts</a></nav>
<p class="user">${escaped(USER_NAME)}</p>
</header>
${behaviour.length > 0 ? `<p class="note">Switched on: ${behaviour.map(escaped).join(', ')}</p>` : ''}
<main>${content}</main>
</body>
</html>`

const tabOf = (chart: ChartName): string =>
  `<a href="/chart?chart=${chart}">${escaped(CHARTS[chart].title)}</a>`
