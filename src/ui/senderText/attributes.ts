import { escapeText, type OpenToken } from './tokens'
import type { Bracket } from './writer'

/** What an attribute may say; everything else is left out. Values are compared with their entities resolved. */
const ALLOWED: ReadonlyMap<string, { readonly on?: readonly string[]; readonly value: RegExp }> = new Map([
  ['colspan', { on: ['td', 'th'], value: /^(?:[1-9]\d{0,2}|1000)$/ }],
  ['rowspan', { on: ['td', 'th'], value: /^(?:[1-9]\d{0,2}|1000)$/ }],
  ['span', { on: ['col', 'colgroup'], value: /^(?:[1-9]\d{0,2}|1000)$/ }],
  // "Continue with step 4" has to be step 4.
  ['start', { on: ['ol'], value: /^-?\d{1,6}$/ }],
  ['reversed', { on: ['ol'], value: /^(?:reversed|true)?$/i }],
  ['type', { on: ['ol', 'li'], value: /^[1aAiI]$/ }],
  ['value', { on: ['li'], value: /^-?\d{1,6}$/ }],
  ['align', { value: /^(?:left|right|center|justify)$/i }],
  ['valign', { value: /^(?:top|middle|bottom|baseline)$/i }],
  ['dir', { value: /^(?:ltr|rtl)$/i }],
  ['lang', { value: /^[a-z]{1,8}(?:[-_][a-z\d]{1,8})*$/i }],
  ['title', { value: /\S/ }],
  ['alt', { on: ['img'], value: /^/ }],
])

/** The attributes of a token that may stay on `tag`, as HTML with a leading space each. */
export function attributesFor(tag: string, { attributes }: OpenToken): string {
  let html = ''
  for (const [name, { on, value }] of ALLOWED) {
    const raw = attributes.get(name) ?? (name === 'lang' ? attributes.get('xml:lang') : undefined)
    if (raw === undefined || (on && !on.includes(tag)) || !value.test(decode(raw).trim())) continue
    html += ` ${name}="${quoted(name === 'lang' ? raw.trim().replaceAll('_', '-') : raw)}"`
  }
  return html
}

/** An attribute's value as HTML inside double quotes; its entities stay as sent. */
export const quoted = (raw: string): string => escapeText(raw).replaceAll('"', '&quot;')

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00A0'],
  ['colon', ':'],
  ['sol', '/'],
  ['tab', '\t'],
  ['newline', '\n'],
])

/** Resolves the entities that could hide what a value is. Used to judge values, never to show them. */
export const decode = (raw: string): string =>
  raw.replaceAll(/&(?:#(\d{1,8})|#x([\da-f]{1,8})|([a-z]+));?/gi, (entity, decimal, hex, name) => {
    if (typeof name === 'string') return NAMED.get(name.toLowerCase()) ?? entity
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : entity
  })

/** The address of a link that may be offered: https, without a user name. Source: T20; security notes on narratives. */
export function linkOf(raw: string | undefined): URL | undefined {
  const address = decode(raw ?? '').trim()
  if (!/^https:\/\//i.test(address) || !URL.canParse(address)) return undefined
  const url = new URL(address)
  return url.username === '' && url.password === '' ? url : undefined
}

/** A picture that is part of the text: `data:` with PNG, JPEG or GIF. Anything else would be a request, or could hold markup. */
export function pictureOf(raw: string | undefined): string | undefined {
  const address = decode(raw ?? '').replaceAll(/\s/g, '')
  return /^data:image\/(?:png|jpeg|gif);base64,[a-z\d+/]+={0,2}$/i.test(address) ? address : undefined
}

/** What a style or a standard class of FHIR narratives says beyond looks. */
export interface Meaning {
  readonly brackets: readonly Bracket[]
  /** `10<span style="vertical-align: super">9</span>` is not 109. */
  readonly tag?: string
  /** Laid out apart from its surroundings, which would otherwise run together with it. */
  readonly apart: boolean
}

const BRACKET_STYLES: readonly (readonly [Bracket, RegExp])[] = [
  ['struckOut', /text-decoration(?:-line)?\s*:[^;]*line-through/],
  [
    'hidden',
    /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:opacity|font-size)\s*:\s*0*(?:\.0+)?(?![\d.])|color\s*:\s*transparent/,
  ],
  ['rightToLeft', /^(?=.*unicode-bidi\s*:\s*(?:isolate-|bidi-)override)(?=.*direction\s*:\s*rtl)/s],
  ['leftToRight', /^(?=.*unicode-bidi\s*:\s*(?:isolate-|bidi-)override)(?=.*direction\s*:\s*ltr)/s],
]

/** Longer styles are not read; they say nothing that anyone wrote by hand. */
const MAXIMUM_STYLE = 2000

/** Reads the meaning out of the looks, which are left out. Source: T21. */
export function meaningOf({ attributes }: OpenToken): Meaning {
  const raw = attributes.get('style')?.slice(0, MAXIMUM_STYLE) ?? ''
  const style = decode(raw)
    .replaceAll(/\/\*.*?\*\//gs, '')
    .toLowerCase()
  const brackets = BRACKET_STYLES.filter(([, pattern]) => pattern.test(style)).map(([bracket]) => bracket)
  if (/(?:^|\s)strikethrough(?:\s|$)/.test(attributes.get('class') ?? '')) brackets.push('struckOut')
  if (attributes.has('hidden')) brackets.push('hidden')
  const raised = /vertical-align\s*:\s*(su[pb])(?:er)?\b/.exec(style)?.[1]
  return {
    brackets: [...new Set(brackets)],
    ...(raised !== undefined && { tag: raised }),
    apart: /(?:display|float|position|margin|padding|width)[a-z-]*\s*:/.test(style),
  }
}

/** Whether the looks of an element are left out. */
export const hasLooks = ({ attributes }: OpenToken): boolean =>
  ['style', 'hidden', 'color', 'bgcolor', 'background'].some((name) => attributes.has(name))
