import { attributesFor, decode, hasLooks, linkOf, meaningOf, pictureOf } from './attributes'
import type { NarrativeWords } from './messages'
import { KEPT, RENAMED_TO, VOID } from './tags'
import { escapeText, tokensOf, type OpenToken, type Token } from './tokens'
import {
  close,
  closeTo,
  createWriter,
  open,
  openBare,
  openWords,
  writeRemark,
  writeText,
  writeVoid,
  type Bracket,
  type Writer,
} from './writer'

/** What was left out of a narrative, by kind. */
export type DroppedKind = 'code' | 'pictures' | 'links' | 'fields' | 'embedded' | 'other' | 'looks'
export type Dropped = Readonly<Record<DroppedKind, number>>

export interface RewrittenNarrative {
  /** HTML of allowed elements and attributes alone, balanced. It has still to pass the sanitiser. */
  readonly html: string
  /** Addresses that the text links to, https alone; `[link 1]` in the text is the first. */
  readonly links: readonly string[]
  readonly dropped: Dropped
  /** The text was too long to be shown whole. */
  readonly cut: boolean
  /** Which of the ids that were asked for are marked, by their position in what was asked for. */
  readonly places: ReadonlySet<number>
}

/** Source: security notes on narratives. Characters; a character of markup is a byte. */
export const MAXIMUM_LENGTH = 1_000_000
export const MAXIMUM_NODES = 20_000
/** Nobody nests that deep by hand; a parser's time grows with it. */
const MAXIMUM_DEPTH = 200

interface Rewriting {
  readonly writer: Writer
  readonly words: NarrativeWords
  readonly links: string[]
  readonly dropped: Record<DroppedKind, number>
  /** Line breaks in the source are line breaks of the text: there is no markup that could say so. */
  readonly keepLines: boolean
  /** Line breaks that are owed before the next text; `undefined` before the first. */
  breaks: number | undefined
  /** By id: the number that marks the element which has it. */
  readonly wanted: ReadonlyMap<string, number>
  readonly places: Set<number>
}

/** The attribute that marks an element whose id was asked for; its value is a number of ours. */
export const PLACE = 'data-place'

/**
 * Writes a narrative anew from what may be shown of it. Pure and total.
 *
 * No id of the sender gets into the page, where it could stand in for one of ours. An element whose id is among `ids`
 * gets the position of that id as its `data-place` instead; as in HTML, the first element of an id has it.
 * Nothing but text and a list of elements gets through; what carried meaning becomes words (`<del>5</del>` becomes
 * `[removed: 5]`), for a tag that is merely unwrapped turns "5 mg, corrected to 50" into "550 mg".
 * Source: security notes on narratives, T17 to T21.
 */
export function rewriteNarrative(
  source: string,
  words: NarrativeWords,
  ids: readonly string[] = [],
): RewrittenNarrative {
  const text = source.slice(0, MAXIMUM_LENGTH)
  const rewriting: Rewriting = {
    writer: createWriter(words),
    words,
    links: [],
    dropped: { code: 0, pictures: 0, links: 0, fields: 0, embedded: 0, other: 0, looks: 0 },
    keepLines: !/<[a-z][^]*<[a-z]/i.test(text),
    breaks: undefined,
    wanted: new Map(ids.map((id, number) => [id, number])),
    places: new Set(),
  }
  const { writer, links, dropped, places } = rewriting
  let cut = source.length > MAXIMUM_LENGTH
  for (const token of tokensOf(text)) {
    if (writer.nodes >= MAXIMUM_NODES || writer.stack.length >= MAXIMUM_DEPTH) {
      cut = true
      break
    }
    rewriteToken(rewriting, token)
  }
  closeTo(writer, 0)
  if (cut) writeRemark(writer, words.cutHere)
  return { html: writer.parts.join(''), links, dropped, cut, places }
}

function rewriteToken(rewriting: Rewriting, token: Token): void {
  const { writer, dropped } = rewriting
  switch (token.kind) {
    case 'text':
      return writeLines(rewriting, withVisibleOverrides(token.html, rewriting.words))
    case 'close':
      if (token.name === 'br') return writeVoid(writer, 'br', '')
      return close(writer, token.name)
    case 'code':
      dropped.code += 1
      writer.gap = true
      return
    case 'open':
      if (hasLooks(token)) dropped.looks += 1
      rewriteElement(rewriting, token)
      if (token.empty && !VOID.has(token.name)) close(writer, token.name)
  }
}

function writeLines(rewriting: Rewriting, html: string): void {
  const { writer, keepLines } = rewriting
  if (!keepLines) return writeText(writer, html)
  html.split(/\r\n|\r|\n/).forEach((line, index) => {
    if (index > 0 && rewriting.breaks !== undefined) rewriting.breaks += 1
    if (line.trim() === '') return
    for (let owed = rewriting.breaks ?? 0; owed > 0; owed--) writeVoid(writer, 'br', '')
    rewriting.breaks = 0
    writeText(writer, line)
  })
}

/** Characters that turn the direction of what follows are `<bdo>` without the tag: they are named where they stand. */
const withVisibleOverrides = (html: string, words: NarrativeWords): string =>
  html.replaceAll(/[\u202D\u202E]|&#(?:x0*202[de]|0*823[78]);?/gi, `[${escapeText(words.override)}]`)

/** How an element is written that is neither kept nor merely called something else. */
type Treatment = (rewriting: Rewriting, token: OpenToken) => void

const inWords =
  (bracket: Bracket): Treatment =>
  ({ writer }, { name }) =>
    openWords(writer, name, bracket)

/** Something that cannot be shown: said so, with whatever text it holds behind. */
const notShown =
  (kind: DroppedKind, remark: 'pictureNotShown' | 'contentNotShown'): Treatment =>
  ({ writer, words, dropped }, { name }) => {
    dropped[kind] += 1
    writeRemark(writer, words[remark])
    if (!VOID.has(name)) openBare(writer, name)
  }

/** A form field that holds its value as text. */
const boxed: Treatment = ({ writer, dropped }, { name }) => {
  dropped.fields += 1
  openBare(writer, name, ']')
  writeText(writer, '[')
}

const media = notShown('embedded', 'contentNotShown')
const picture = notShown('pictures', 'pictureNotShown')
const struckOut = inWords('struckOut')

const TREATMENTS: ReadonlyMap<string, Treatment> = new Map<string, Treatment>([
  ['del', inWords('removed')],
  ['s', struckOut],
  ['strike', struckOut],
  ['ins', inWords('added')],
  ['math', inWords('formula')],
  ['bdo', turned],
  ['rt', reading],
  ['a', link],
  ['img', image],
  ['input', input],
  ['option', option],
  ['progress', gauge],
  ['meter', gauge],
  ['textarea', boxed],
  ['button', boxed],
  ['svg', picture],
  ['canvas', picture],
  ...['applet', 'audio', 'embed', 'frame', 'iframe', 'object', 'video'].map((name) => [name, media] as const),
])

function rewriteElement(rewriting: Rewriting, token: OpenToken): void {
  const { writer, dropped } = rewriting
  const { name } = token
  const treatment = TREATMENTS.get(name)
  if (treatment) return treatment(rewriting, token)
  const tag = KEPT.has(name) ? name : RENAMED_TO.get(name)
  if (tag !== undefined) {
    if (name === 'form' || name === 'select') dropped.fields += 1
    if (VOID.has(tag)) return writeVoid(writer, tag, attributesFor(tag, token) + placeMark(rewriting, token))
    return openElement(rewriting, tag, token)
  }
  if (name === 'wbr') return
  dropped.other += 1
  // `BP <low or >high` is a sentence, not an element.
  if (/\s\S/.test(token.inner) && !token.inner.includes('=')) {
    return writeText(writer, `&lt;${escapeText(token.inner)}&gt;`)
  }
  if (VOID.has(name)) writer.gap = true
  else openBare(writer, name)
}

function openElement(rewriting: Rewriting, tag: string, token: OpenToken, after = ''): void {
  const { brackets, tag: raised, apart } = meaningOf(token)
  const shown = tag === 'span' && raised !== undefined ? raised : tag
  const attributes = attributesFor(shown, token) + placeMark(rewriting, token)
  open(rewriting.writer, { source: token.name, tag: shown, attributes, brackets, after, apart })
}

/** The mark of an element whose id was asked for, as HTML with a leading space; '' for all others. */
function placeMark({ wanted, places }: Rewriting, { name, attributes }: OpenToken): string {
  if (wanted.size === 0) return ''
  const raw = attributes.get('id') ?? (name === 'a' ? attributes.get('name') : undefined)
  const number = raw === undefined ? undefined : wanted.get(decode(raw).trim())
  if (number === undefined || places.has(number)) return ''
  places.add(number)
  return ` ${PLACE}="${number}"`
}

/** `<bdo>` shows its text in another order than it is written: the order is written, and the words say so. */
function turned({ writer }: Rewriting, { name, attributes }: OpenToken): void {
  openWords(writer, name, attributes.get('dir')?.toLowerCase() === 'ltr' ? 'leftToRight' : 'rightToLeft')
}

/** The reading above a character, which `<ruby>` puts there: in parentheses behind it. */
function reading({ writer }: Rewriting, { name }: OpenToken): void {
  if (writer.last === '(') return openBare(writer, name)
  openBare(writer, name, ')')
  writeText(writer, '(')
}

/** The text of a link, and a number by which the link itself is found below. */
function link(rewriting: Rewriting, token: OpenToken): void {
  const { words, links, dropped } = rewriting
  const href = token.attributes.get('href')?.trim() ?? ''
  const address = linkOf(href)?.href
  if (address === undefined) {
    // An address without a scheme leads to another part of what the sender had before them: only its text is left.
    if (/^[a-z][a-z\d+.-]*:/i.test(decode(href).replaceAll(/\s/g, ''))) dropped.links += 1
    return openElement(rewriting, 'span', token)
  }
  if (!links.includes(address)) links.push(address)
  openElement(rewriting, 'span', token, ` [${escapeText(words.link)} ${links.indexOf(address) + 1}]`)
}

function image(rewriting: Rewriting, token: OpenToken): void {
  const { writer, words, dropped } = rewriting
  const source = pictureOf(token.attributes.get('src'))
  if (source !== undefined) {
    return writeVoid(
      writer,
      'img',
      ` src="${source}"${attributesFor('img', token)}${placeMark(rewriting, token)}`,
    )
  }
  dropped.pictures += 1
  const alt = token.attributes.get('alt') ?? token.attributes.get('title') ?? ''
  writeRemark(writer, alt.trim() === '' ? words.pictureNotShown : `${words.pictureNotShown}: ${alt.trim()}`)
}

const CHECKED: ReadonlySet<string> = new Set(['checkbox', 'radio'])
/** Fields that hold no text of the sender, or none that anybody should read. */
const SILENT: ReadonlySet<string> = new Set(['hidden', 'password', 'file'])
const BUTTONS: ReadonlySet<string> = new Set(['submit', 'button', 'reset', 'image'])

function input({ writer, dropped }: Rewriting, { attributes }: OpenToken): void {
  dropped.fields += 1
  const type = decode(attributes.get('type') ?? '')
    .trim()
    .toLowerCase()
  const value = (attributes.get('value') ?? attributes.get('alt') ?? '').trim()
  writer.gap = true
  if (CHECKED.has(type)) return writeRemark(writer, attributes.has('checked') ? 'x' : ' ')
  if (SILENT.has(type)) return
  if (value !== '') return writeRemark(writer, value)
  if (!BUTTONS.has(type)) writeRemark(writer, '____')
}

function option({ writer }: Rewriting, { name, attributes }: OpenToken): void {
  openBare(writer, name)
  writeRemark(writer, attributes.has('selected') ? 'x' : ' ')
}

function gauge({ writer }: Rewriting, { name, attributes }: OpenToken): void {
  const parts = [attributes.get('value'), attributes.get('max')].filter((part) => part !== undefined)
  if (parts.length > 0) writeRemark(writer, parts.join('/'))
  openBare(writer, name)
}
