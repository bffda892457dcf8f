import { decode } from './attributes'
import { RENAMED_TO, VOID } from './tags'
import { placedTokensOf, type OpenToken, type PlacedToken } from './tokens'
import { MAXIMUM_LENGTH } from './rewriteNarrative'

/** What one language has of a narrative. */
export interface LanguagePart {
  /** As BCP 47 writes it, as far as the sender did. */
  readonly tag: string
  /** XHTML, as sent. */
  readonly source: string
}

/** A narrative that says the same in several languages. */
export interface LanguageParts {
  /** Two or more, each of another language, in the author's order. */
  readonly parts: readonly LanguagePart[]
  /** What stands in front of all of them and behind them, for readers of any language; '' where nothing does. */
  readonly before: string
  readonly after: string
}

/**
 * Takes a narrative apart whose top level is one `<div lang="…">` for each language. Every character of it is in one of
 * the parts, in front or behind; what is around all of it is around each.
 *
 * `undefined` where it is no such text, or where anything speaks against taking it apart: a text between the languages,
 * tags that do not match, a length that will be cut. It is then shown whole, which loses nothing.
 * Source: notes on rendering, 1.5, "Multi-language".
 */
export function languagePartsOf(source: string): LanguageParts | undefined {
  if (source.length > MAXIMUM_LENGTH || !/\blang\s*=[^]*\blang\s*=/i.test(source)) return undefined
  const outer = childrenOf(source, 0, source.length)
  if (outer === undefined) return undefined
  const [root, ...others] = outer.filter(({ kind }) => kind !== 'blank')
  if (root?.kind !== 'element' || others.length > 0) return partsOf(outer, source, ['', ''])
  const inner = childrenOf(source, root.innerStart, root.innerEnd)
  const around = [source.slice(root.start, root.innerStart), source.slice(root.innerEnd, root.end)] as const
  return inner && partsOf(inner, source, around)
}

type Child = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'blank' | 'other' }
  | {
      readonly kind: 'element'
      readonly tag: string | undefined
      readonly innerStart: number
      readonly innerEnd: number
    }
)

/** What stands side by side between two positions; `undefined` where tags do not match. */
function childrenOf(source: string, from: number, to: number): readonly Child[] | undefined {
  const children: Child[] = []
  const open: { readonly token: OpenToken; readonly start: number; readonly end: number }[] = []
  for (const placed of placedTokensOf(source.slice(from, to))) {
    const { token } = placed
    const [start, end] = [placed.start + from, placed.end + from]
    if (token.kind === 'open' && !token.empty && !VOID.has(token.name)) open.push({ token, start, end })
    else if (token.kind === 'close' && !VOID.has(token.name)) {
      const opening = open.pop()
      if (opening?.token.name !== token.name) return undefined
      if (open.length > 0) continue
      const tag = languageOf(opening.token)
      children.push({
        kind: 'element',
        tag,
        start: opening.start,
        end,
        innerStart: opening.end,
        innerEnd: start,
      })
    } else if (open.length === 0) children.push({ kind: isBlank(placed) ? 'blank' : 'other', start, end })
  }
  return open.length === 0 ? children : undefined
}

const isBlank = ({ token }: PlacedToken): boolean => token.kind === 'text' && token.html.trim() === ''

const DIVISIONS: ReadonlySet<string> = new Set(
  ['div', ...RENAMED_TO.keys()].filter((name) => name === 'div' || RENAMED_TO.get(name) === 'div'),
)

/** The language of a division; `undefined` for anything else, and for what is no language. */
function languageOf({ name, attributes }: OpenToken): string | undefined {
  if (!DIVISIONS.has(name)) return undefined
  const tag = decode(attributes.get('lang') ?? attributes.get('xml:lang') ?? '').trim()
  return /^[a-z]{2,8}(?:[-_][a-z\d]{1,8})*$/i.test(tag) ? tag.replaceAll('_', '-') : undefined
}

function partsOf(
  children: readonly Child[],
  source: string,
  [opening, closing]: readonly [string, string],
): LanguageParts | undefined {
  const isPart = (child: Child): boolean => child.kind === 'element' && child.tag !== undefined
  const first = children.findIndex(isPart)
  const last = children.findLastIndex(isPart)
  const between = children.slice(first, last + 1)
  if (first === -1 || between.some((child) => child.kind !== 'blank' && !isPart(child))) return undefined
  const byTag = new Map<string, LanguagePart>()
  for (const child of between) {
    if (child.kind !== 'element' || child.tag === undefined) continue
    const key = child.tag.toLowerCase()
    const own = source.slice(child.start, child.end)
    const known = byTag.get(key)
    byTag.set(key, { tag: known?.tag ?? child.tag, source: (known?.source ?? '') + own })
  }
  if (byTag.size < 2) return undefined
  const wrapped = (inner: string): string => (inner.trim() === '' ? '' : opening + inner + closing)
  const within = (some: readonly Child[]): string =>
    some.map(({ start, end }) => source.slice(start, end)).join('')
  return {
    parts: [...byTag.values()].map((part) => ({ ...part, source: wrapped(part.source) })),
    before: wrapped(within(children.slice(0, first))),
    after: wrapped(within(children.slice(last + 1))),
  }
}
