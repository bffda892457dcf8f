/** Elements that are shown as they are. Source: security notes on narratives; FHIR R4, "Narrative", allowed XHTML. */
export const KEPT: ReadonlySet<string> = new Set(
  (
    'abbr acronym b big blockquote br caption cite code col colgroup dd dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img ' +
    'kbd li ol p pre q samp small span strong sub sup table tbody td tfoot th thead tr tt ul var'
  ).split(' '),
)

/** Elements that are shown as another one, which puts their text in the same place and adds nothing. */
const RENAMED = {
  span: 'a bdi blink data datalist font label mark marquee nobr optgroup output picture rb rp rtc ruby select time u',
  div:
    'address article aside body center details dialog fieldset figcaption figure footer form header hgroup html ' +
    'legend main nav noembed noframes noscript search section summary template title',
  pre: 'listing plaintext xmp',
  ul: 'dir menu',
} as const satisfies Record<string, string>

export const RENAMED_TO: ReadonlyMap<string, string> = new Map(
  Object.entries(RENAMED).flatMap(([tag, names]) => names.split(' ').map((name) => [name, tag] as const)),
)

/** Elements that never hold anything. Those that are not kept have nothing to show either. */
export const VOID: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
)

/** Where a line ends before and after; a space owed by what stands in front of it is not needed any more. */
export const BLOCK: ReadonlySet<string> = new Set(
  (
    'blockquote br caption col colgroup dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table tbody td tfoot th thead ' +
    'tr ul'
  ).split(' '),
)

interface Structure {
  readonly children: ReadonlySet<string>
  /** What has to be opened before anything else can stand here; without one, the element itself ends. */
  readonly implicit?: string
}

/** Elements that hold certain elements and no text. A browser moves anything else out of a table, in front of it. */
export const STRUCTURES: ReadonlyMap<string, Structure> = new Map([
  ['table', { children: new Set(['caption', 'colgroup', 'thead', 'tbody', 'tfoot', 'tr']), implicit: 'tr' }],
  ['thead', { children: new Set(['tr']), implicit: 'tr' }],
  ['tbody', { children: new Set(['tr']), implicit: 'tr' }],
  ['tfoot', { children: new Set(['tr']), implicit: 'tr' }],
  ['tr', { children: new Set(['td', 'th']), implicit: 'td' }],
  ['colgroup', { children: new Set(['col']) }],
  ['ul', { children: new Set(['li']), implicit: 'li' }],
  ['ol', { children: new Set(['li']), implicit: 'li' }],
  ['dl', { children: new Set(['dt', 'dd']), implicit: 'dd' }],
])

/** The parent that a part of a table has to have: without it, a browser drops the tag and runs the cells together. */
export const PARENT: ReadonlyMap<string, string> = new Map([
  ['caption', 'table'],
  ['colgroup', 'table'],
  ['thead', 'table'],
  ['tbody', 'table'],
  ['tfoot', 'table'],
  ['tr', 'table'],
  ['td', 'tr'],
  ['th', 'tr'],
  ['col', 'colgroup'],
])

interface ImpliedEnd {
  readonly ends: ReadonlySet<string>
  /** The search for what ends stops at these. */
  readonly within: ReadonlySet<string>
}

const CELLS = ['td', 'th', 'caption', 'colgroup']
const SECTIONS = ['thead', 'tbody', 'tfoot']
const impliedEnd = (ends: readonly string[], within: readonly string[]): ImpliedEnd => ({
  ends: new Set(ends),
  within: new Set(within),
})
const section = impliedEnd([...SECTIONS, ...CELLS, 'tr'], ['table'])
const cell = impliedEnd(CELLS, ['table', 'tr'])
const definition = impliedEnd(['dt', 'dd'], ['dl', 'table', 'td', 'th'])
const paragraph = impliedEnd(['p'], ['table', 'td', 'th', 'caption'])
const PARAGRAPH_ENDS = 'blockquote div dl h1 h2 h3 h4 h5 h6 hr ol p pre table ul'.split(' ')

/** What ends when an element begins, as in `<li>a<li>b`. The rules are those of HTML, so that it agrees with the outcome. */
export const IMPLIED_END: ReadonlyMap<string, ImpliedEnd> = new Map([
  ...PARAGRAPH_ENDS.map((tag) => [tag, paragraph] as const),
  ...SECTIONS.map((tag) => [tag, section] as const),
  ['caption', section],
  ['colgroup', section],
  ['tr', impliedEnd([...CELLS, 'tr'], ['table'])],
  ['td', cell],
  ['th', cell],
  ['li', impliedEnd(['li'], ['ul', 'ol', 'table', 'td', 'th'])],
  ['dt', definition],
  ['dd', definition],
])
