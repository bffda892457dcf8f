/** What a narrative is made of, in the order in which it stands there. */
export type Token =
  /** Text with its entities as sent; every `<` and `>` in it is escaped, so that it can only ever be text. */
  | { readonly kind: 'text'; readonly html: string }
  | OpenToken
  | { readonly kind: 'close'; readonly name: string }
  /** A script or style sheet, content and all. */
  | { readonly kind: 'code'; readonly name: string }

export interface OpenToken {
  readonly kind: 'open'
  /** Lower case, without a namespace prefix. */
  readonly name: string
  /** By lower-case name as written (`xml:lang` keeps its prefix); values with their entities as sent. The first of a name wins. */
  readonly attributes: ReadonlyMap<string, string>
  /** Written as `<name/>`: in XHTML it holds nothing, whatever HTML thinks of it. */
  readonly empty: boolean
  /** What stands between `<` and `>`. */
  readonly inner: string
}

/** Elements whose content is not text of the sender: it is skipped as a whole. */
const CODE: ReadonlySet<string> = new Set(['script', 'style'])

interface Reader {
  readonly source: string
  position: number
  /** Marks and end tags that were looked for in vain: they do not come later either. Keeps the reading linear. */
  readonly absent: Set<string>
}

/**
 * Reads a narrative into tokens. Total, and linear in its length.
 *
 * FHIR narratives are XHTML, and a browser's HTML parser gets XHTML wrong where it matters: `<a name="x"/>`,
 * `<del/>` and `<title/>` would take in what follows, CDATA would vanish, `<xhtml:p>` would be unknown. So the markup
 * is read here, by the rules of XHTML, and written anew for the sanitiser. What breaks those rules is text: a stray
 * `<` is shown, and never takes the words behind it along.
 */
export function* tokensOf(source: string): Generator<Token> {
  for (const { token } of placedTokensOf(source)) yield token
}

/** A token and where it stands: positions in the source, the end not included. */
export interface PlacedToken {
  readonly token: Token
  readonly start: number
  readonly end: number
}

/** The tokens of `tokensOf`, with their places. */
export function* placedTokensOf(source: string): Generator<PlacedToken> {
  const reader: Reader = { source, position: 0, absent: new Set() }
  while (reader.position < source.length) {
    const start = source.indexOf('<', reader.position)
    if (start === -1) break
    if (start > reader.position) yield placedText(reader, start)
    reader.position = start
    const token = readMarkup(reader)
    if (token) yield { token, start, end: reader.position }
  }
  if (reader.position < source.length) yield placedText(reader, source.length)
}

export const escapeText = (html: string): string => html.replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const placedText = ({ source, position }: Reader, end: number): PlacedToken => ({
  token: text(source.slice(position, end)),
  start: position,
  end,
})

const text = (html: string): Token => ({ kind: 'text', html: escapeText(html) })

/** Reads what begins with `<` and moves on behind it. `undefined` for what is no part of the text, as a comment. */
function readMarkup(reader: Reader): Token | undefined {
  const { source, position } = reader
  if (source.startsWith('<![CDATA[', position)) return readCdata(reader)
  if (source.startsWith('<!--', position)) return skipTo(reader, '-->', position + 2, position + 4)
  if (source.startsWith('<!', position) || source.startsWith('<?', position)) {
    return skipTo(reader, '>', position, position + 2)
  }
  const name = /^<\/?([A-Za-z][\w:.-]*)(?=[\s/>])/.exec(source.slice(position, position + 100))?.[1]
  const end = name === undefined ? undefined : tagEnd(source, position)
  if (name === undefined || end === undefined) {
    reader.position += 1
    return { kind: 'text', html: '&lt;' }
  }
  reader.position = end
  return tagToken(reader, name, source.slice(position + 1, end - 1))
}

function tagToken(reader: Reader, qualifiedName: string, inner: string): Token {
  const name = qualifiedName.slice(qualifiedName.lastIndexOf(':') + 1).toLowerCase()
  if (inner.startsWith('/')) return { kind: 'close', name }
  // A slash at the end of an unquoted value, as in `href=https://a.example/`, belongs to the value.
  const empty = inner.endsWith('/') && !/=[^\s"'=]*\/$/.test(inner.slice(-2000))
  if (!CODE.has(name)) {
    return { kind: 'open', name, attributes: attributesOf(inner, qualifiedName), empty, inner }
  }
  if (!empty) skipCode(reader, name)
  return { kind: 'code', name }
}

/** Moves behind the next `mark` at or after `from`, or to `otherwise` when there is none. */
function skipTo(reader: Reader, mark: string, from: number, otherwise: number): undefined {
  const start = reader.absent.has(mark) ? -1 : reader.source.indexOf(mark, from)
  if (start === -1) reader.absent.add(mark)
  reader.position = start === -1 ? otherwise : start + mark.length
}

function readCdata(reader: Reader): Token {
  const start = reader.position + '<![CDATA['.length
  skipTo(reader, ']]>', start, reader.source.length)
  const content = reader.source.slice(start, reader.position)
  return text((content.endsWith(']]>') ? content.slice(0, -3) : content).replaceAll('&', '&amp;'))
}

/** Without an end tag only the start tag is skipped, so that a forgotten one takes no text along. */
function skipCode(reader: Reader, name: string): void {
  const { source, position, absent } = reader
  if (absent.has(name)) return
  const length = source.slice(position).search(new RegExp(`</(?:\\w+:)?${name}\\b`, 'i'))
  if (length === -1) absent.add(name)
  else skipTo(reader, '>', position + length, source.length)
}

/**
 * The position behind the `>` that ends the tag. Quoted values may hold a `>`; a `<` before the end means that this
 * is no tag, since XHTML allows none in there.
 */
function tagEnd(source: string, position: number): number | undefined {
  const pattern = /=\s*"[^"<]*"|=\s*'[^'<]*'|[<>]/g
  pattern.lastIndex = position + 1
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    if (match[0] === '>') return pattern.lastIndex
    if (match[0] === '<') return undefined
  }
  return undefined
}

function attributesOf(inner: string, name: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  const pattern = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g
  for (const [, key = '', double, single, bare] of inner.slice(name.length).matchAll(pattern)) {
    const lower = key.toLowerCase()
    if (!attributes.has(lower)) attributes.set(lower, double ?? single ?? bare ?? '')
  }
  return attributes
}
