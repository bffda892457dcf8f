/** An element with what it holds, in order. Names are without their prefix, as they were written. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
}
export type XmlNode = XmlElement | string

/** Deeper nesting is never a record, and recursion over it would exhaust the stack. */
const MAXIMUM_DEPTH = 200
const MAXIMUM_NODES = 300_000

interface Open {
  readonly tag: string
  readonly element: XmlElement
  readonly children: XmlNode[]
}

/**
 * Reads XML from a stranger into plain objects. No DTD is read, no entity of one is ever expanded, and nothing is
 * fetched: a document type declaration is passed over, and an entity that XML itself does not define stays as it is
 * written. `undefined` for what is not well-formed, or too large or too deep for any sense.
 */
export function readXml(source: string): XmlElement | undefined {
  const root: Open = { tag: '', element: { name: '', attributes: new Map(), children: [] }, children: [] }
  const open: Open[] = [root]
  let nodes = 0
  const add = (node: XmlNode): void => {
    open.at(-1)?.children.push(node)
    nodes += 1
  }
  for (const token of tokensOf(source)) {
    if (token === undefined || nodes > MAXIMUM_NODES || open.length > MAXIMUM_DEPTH) return undefined
    if (token.kind === 'text') add(token.text)
    else if (token.kind === 'end') {
      if (open.length < 2 || open.pop()?.tag !== token.tag) return undefined
    } else {
      const children: XmlNode[] = []
      const element = { name: localName(token.tag), attributes: attributesOf(token.inside), children }
      add(element)
      if (!token.empty) open.push({ tag: token.tag, element, children })
    }
  }
  const elements = root.children.filter((node) => typeof node !== 'string')
  return open.length === 1 && elements.length === 1 ? elements[0] : undefined
}

type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'end'; readonly tag: string }
  | { readonly kind: 'start'; readonly tag: string; readonly inside: string; readonly empty: boolean }

/** What stands between brackets without being an element: its start, its end, and whether it is text. */
const OTHERS = [
  ['<![CDATA[', ']]>', true],
  ['<!--', '-->', false],
  ['<?', '?>', false],
] as const

/** `undefined` in the place of what is not XML. Each character is looked at once or twice. */
function* tokensOf(source: string): Generator<Token | undefined> {
  for (let at = 0; at < source.length;) {
    const bracket = source.indexOf('<', at)
    const before = source.slice(at, bracket < 0 ? undefined : bracket)
    if (before !== '') yield { kind: 'text', text: decoded(before) }
    if (bracket < 0) return
    const other = OTHERS.find(([start]) => source.startsWith(start, bracket))
    const end = other ? source.indexOf(other[1], bracket + other[0].length) : endOfTag(source, bracket)
    if (end < 0) {
      yield undefined
      return
    }
    if (other?.[2]) yield { kind: 'text', text: source.slice(bracket + other[0].length, end) }
    if (!other && !source.startsWith('<!', bracket)) yield tagToken(source.slice(bracket + 1, end))
    at = end + (other ? other[1].length : 1)
  }
}

function tagToken(inside: string): Token | undefined {
  const closing = /^\/([^\s/>]+)\s*$/.exec(inside)?.[1]
  if (closing !== undefined) return { kind: 'end', tag: closing }
  const tag = /^[^\s/<>="']+/.exec(inside)?.[0]
  if (tag === undefined) return undefined
  return { kind: 'start', tag, inside: inside.slice(tag.length), empty: inside.endsWith('/') }
}

/** Position of the `>` that ends a tag or a declaration: not one inside quotes or inside the brackets of a DTD. */
function endOfTag(source: string, start: number): number {
  const bracket = source.indexOf('>', start)
  if (bracket < 0 || !/["'[]/.test(source.slice(start, bracket))) return bracket
  let [quote, depth] = ['', 0]
  for (let at = start + 1; at < source.length; at++) {
    const char = source.charAt(at)
    if (quote !== '') quote = char === quote ? '' : quote
    else if (char === '"' || char === "'") quote = char
    else if (char === '[') depth += 1
    else if (char === ']') depth -= 1
    else if (char === '>' && depth <= 0) return at
  }
  return -1
}

const localName = (tag: string): string => tag.slice(tag.lastIndexOf(':') + 1)

function attributesOf(inside: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  if (!inside.includes('=')) return attributes
  for (const [, name = '', double, single] of inside.matchAll(/([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    attributes.set(name, decoded(double ?? single ?? ''))
  return attributes
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00A0'],
])

const decoded = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(#\d{1,7}|#x[\da-f]{1,6}|\w{1,10});/gi, (whole, name: string) => {
        if (!name.startsWith('#')) return ENTITIES.get(name) ?? whole
        const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
      })
    : text

/** The elements of one name that an element holds itself. */
export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  elementsOf(element).filter((child) => child.name === name)

export const elementsOf = (element: XmlElement | undefined): readonly XmlElement[] =>
  (element?.children ?? []).filter((child) => typeof child !== 'string')

/** The first element on a way of names, such as `recordTarget patientRole patient`. */
export const childAt = (element: XmlElement | undefined, path: string): XmlElement | undefined =>
  path.split(' ').reduce<XmlElement | undefined>((at, name) => childrenOf(at, name)[0], element)

/** All text inside, blanks as they stand. */
export const textOf = (node: XmlNode | undefined): string =>
  node === undefined ? '' : typeof node === 'string' ? node : node.children.map(textOf).join('')
