import { escapeHtml } from './escapeHtml'

/** Characters of RTF that are read, and the groups that may be open at once. */
const MAXIMUM_LENGTH = 20_000_000
const MAXIMUM_DEPTH = 500

/** Groups that hold no text of the document. Source: RTF 1.9.1, "Destinations". */
const SKIPPED: ReadonlySet<string> = new Set(
  (
    'fonttbl colortbl stylesheet listtable listoverridetable rsidtbl info generator pict object themedata ' +
    'nonshppict colorschememapping datastore latentstyles xmlnstbl fldinst filetbl revtbl bkmkstart bkmkend mmathPr'
  ).split(' '),
)

/** Control words that are a character. */
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['~', '\u00A0'],
  ['_', '-'],
  ['emspace', ' '],
  ['enspace', ' '],
])

/** What is kept of how text looks: what changes how it is to be read. */
interface Look {
  bold: boolean
  italic: boolean
  struck: boolean
  /** Characters that stand in for one `\u` and are passed over. */
  stand: number
  skipped: boolean
}

interface State {
  readonly out: string[]
  /** Bytes of one text in an old alphabet, not yet turned into characters. */
  bytes: number[]
  readonly decoder: TextDecoder
  look: Look
  readonly looks: Look[]
  pass: number
  /** The first half of a character beyond 16 bits. */
  half: string
  /** Cells of the table row that is being read; `undefined` outside of tables. */
  row: string[] | undefined
  rows: string[]
  part: string
}

export interface RtfText {
  /** HTML whose every text is escaped; it still has to go through `ui/Narrative`. */
  readonly html: string
  /** Pictures and embedded objects that are not shown. */
  readonly leftOut: number
}

/** A picture may be there twice: the second one, for old readers, is announced by `nonshppict`. */
const PICTURES: ReadonlyMap<string, number> = new Map([
  ['pict', 1],
  ['objdata', 1],
  ['nonshppict', -1],
])

const TOKEN =
  /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([\da-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/g

/**
 * The text of an RTF document: paragraphs, tables, bold, italics and what is struck out, and nothing that could do
 * anything. One pass over the text. `undefined` for what is not RTF.
 */
export function readRtf(source: string): RtfText | undefined {
  if (!source.trimStart().startsWith('{\\rtf')) return undefined
  const state = createState(source)
  let leftOut = 0
  let skipTo = 0
  for (const match of source.slice(0, MAXIMUM_LENGTH).matchAll(TOKEN)) {
    const [whole, word, number, hex, symbol, bracket, text] = match
    if (match.index < skipTo) continue
    leftOut += PICTURES.get(word ?? '') ?? 0
    // Binary data follows by its length, whatever it looks like.
    if (word === 'bin') skipTo = match.index + whole.length + Math.max(0, Number(number ?? 0))
    else if (bracket === '{') push(state)
    else if (bracket !== undefined) pop(state)
    else if (word !== undefined) control(word, number === undefined ? undefined : Number(number), state)
    else if (hex !== undefined) byte(Number.parseInt(hex, 16), state)
    else if (symbol !== undefined) controlSymbol(symbol, state)
    else if (text !== undefined) plain(text, state)
  }
  endParagraph(state)
  endTable(state)
  return { html: `<div>${state.out.join('')}</div>`, leftOut }
}

function createState(source: string): State {
  const look: Look = { bold: false, italic: false, struck: false, stand: 1, skipped: false }
  return {
    out: [],
    bytes: [],
    decoder: decoderFor(/\\ansicpg(\d+)/.exec(source.slice(0, 500))?.[1]),
    look,
    looks: [],
    pass: 0,
    half: '',
    row: undefined,
    rows: [],
    part: '',
  }
}

function decoderFor(page: string | undefined): TextDecoder {
  try {
    return new TextDecoder(PAGES.get(page ?? '') ?? `windows-${page ?? '1252'}`)
  } catch {
    return new TextDecoder('windows-1252')
  }
}

/** Code pages that the web knows by another name. */
const PAGES: ReadonlyMap<string, string> = new Map([
  ['932', 'shift_jis'],
  ['936', 'gbk'],
  ['949', 'euc-kr'],
  ['950', 'big5'],
  ['65001', 'utf-8'],
])

function push(state: State): void {
  flush(state)
  if (state.looks.length < MAXIMUM_DEPTH) state.looks.push({ ...state.look })
}

function pop(state: State): void {
  flush(state)
  state.look = state.looks.pop() ?? state.look
}

function control(word: string, number: number | undefined, state: State): void {
  const { look } = state
  if (SKIPPED.has(word)) look.skipped = true
  if (word === 'u' && number !== undefined) return unicode(number, state)
  const character = CHARACTERS.get(word)
  if (character !== undefined) return plain(character, state)
  flush(state)
  if (word === 'uc') look.stand = Math.max(0, number ?? 1)
  else if (word === 'b') look.bold = number !== 0
  else if (word === 'i') look.italic = number !== 0
  else if (word === 'strike' || word === 'striked' || word === 'deleted') look.struck = number !== 0
  else if (word === 'plain') Object.assign(look, { bold: false, italic: false, struck: false })
  else STRUCTURE.get(word)?.(state)
}

const STRUCTURE: ReadonlyMap<string, (state: State) => void> = new Map([
  ['par', endParagraph],
  ['page', endParagraph],
  ['sect', endParagraph],
  [
    'trowd',
    (state: State) => {
      if (state.row === undefined) endParagraph(state)
      state.row ??= []
    },
  ],
  ['cell', endCell],
  ['nestcell', endCell],
  ['row', endRow],
  ['nestrow', endRow],
])

function controlSymbol(symbol: string, state: State): void {
  // An optional destination: whoever does not know it passes it over, as this viewer knows none.
  if (symbol === '*') state.look.skipped = true
  else if (symbol === '\n' || symbol === '\r') endParagraph(state)
  else if ('\\{}'.includes(symbol)) plain(symbol, state)
  else plain(CHARACTERS.get(symbol) ?? '', state)
}

function unicode(number: number, state: State): void {
  flush(state)
  const code = number < 0 ? number + 65_536 : number
  const character = code > 0 && code <= 0xffff ? String.fromCharCode(code) : ''
  const isHalf = code >= 0xd800 && code < 0xdc00
  if (!isHalf) append(state.half + character, state)
  state.half = isHalf ? character : ''
  state.pass = state.look.stand
}

function byte(value: number, state: State): void {
  if (state.pass > 0) state.pass -= 1
  else if (!state.look.skipped) state.bytes.push(value)
}

function plain(text: string, state: State): void {
  flush(state)
  const shown = text.slice(state.pass)
  state.pass = Math.max(0, state.pass - text.length)
  append(shown, state)
}

function flush(state: State): void {
  if (state.bytes.length === 0) return
  const text = state.decoder.decode(Uint8Array.from(state.bytes))
  state.bytes = []
  append(text, state)
}

function append(text: string, state: State): void {
  const { bold, italic, struck, skipped } = state.look
  if (skipped || text === '') return
  const html = escapeHtml(text).replaceAll('\n', '<br>').replaceAll('\t', ' \u2003')
  const dressed = `${bold ? '<b>' : ''}${italic ? '<i>' : ''}${html}${italic ? '</i>' : ''}${bold ? '</b>' : ''}`
  state.part += struck ? `<s>${dressed}</s>` : dressed
}

function endParagraph(state: State): void {
  flush(state)
  if (state.row !== undefined && state.part !== '') state.part += '<br>'
  if (state.row !== undefined) return
  // A paragraph after the last row of a table ends the table.
  if (state.part.trim() !== '') {
    endTable(state)
    state.out.push(`<p>${state.part}</p>`)
  }
  state.part = ''
}

function endCell(state: State): void {
  flush(state)
  state.row ??= []
  state.row.push(`<td>${state.part.replace(/(?:<br>)+$/, '')}</td>`)
  state.part = ''
}

function endRow(state: State): void {
  flush(state)
  if (state.part.trim() !== '') endCell(state)
  if (state.row !== undefined && state.row.length > 0) state.rows.push(`<tr>${state.row.join('')}</tr>`)
  state.row = undefined
}

function endTable(state: State): void {
  if (state.row !== undefined) endRow(state)
  if (state.rows.length > 0) state.out.push(`<table>${state.rows.join('')}</table>`)
  state.rows = []
}
