import { BLOCK, IMPLIED_END, PARENT, STRUCTURES } from './tags'
import { escapeText } from './tokens'

/** Words that stand for what an element or a style means, written as `[words: text]` around its text. */
export type Bracket = 'removed' | 'struckOut' | 'added' | 'hidden' | 'rightToLeft' | 'leftToRight' | 'formula'

/** An element that has begun and not ended. */
export interface Open {
  /** The sender's name of it, by which its end tag is found; '' for one that the writer had to add. */
  readonly source: string
  /** What was written for it; `undefined` when it has no element of its own. */
  readonly tag?: string
  /** Text to write before its end. */
  readonly after?: string
  /** Words that could not be written where it began, because no text may stand there: its cells and points carry them. */
  readonly brackets?: readonly Bracket[]
  /** Set for an element that is nothing but words: when another element ends it, it goes on behind that. */
  readonly resume?: Bracket
  /** Which part says that the text is hidden. */
  readonly hiddenAt?: number
  /** Its text must not run together with what stands beside it. */
  readonly apart?: boolean
}

export interface Writer {
  readonly words: Readonly<Record<Bracket, string>>
  readonly parts: string[]
  readonly stack: Open[]
  /** How many elements and texts have been written. */
  nodes: number
  /** A space is owed before the next word. */
  gap: boolean
  /** The last letter written on this line; '' at its beginning. */
  last: string
}

export const createWriter = (words: Writer['words']): Writer => ({
  words,
  parts: [],
  stack: [],
  nodes: 0,
  gap: false,
  last: '',
})

/** Writes text, HTML-escaped already; where only blank text or certain elements may stand, it gets an element around it. */
export function writeText(writer: Writer, html: string): void {
  if (html === '') return
  if (html.trim() !== '') openImplicit(writer)
  writer.nodes += 1
  const owed = writer.gap && /[^\s([]$/.test(writer.last) && /^[^\s)\].,;:!?%]/.test(html)
  writer.parts.push(owed ? ` ${html}` : html)
  writer.gap = false
  writer.last = html.slice(-1)
}

/** Writes a remark of the viewer's own in brackets, set apart from what stands beside it. */
export function writeRemark(writer: Writer, text: string): void {
  writer.gap = true
  writeText(writer, `[${escapeText(text)}]`)
  writer.gap = true
}

/** Writes an element that holds nothing. */
export function writeVoid(writer: Writer, tag: string, attributes: string): void {
  prepare(writer, tag)
  writer.nodes += 1
  writer.parts.push(`<${tag}${attributes}>`)
  if (BLOCK.has(tag)) startLine(writer)
}

export interface Opening {
  readonly source: string
  readonly tag: string
  /** Attributes as HTML, each with a leading space. */
  readonly attributes?: string
  readonly brackets?: readonly Bracket[]
  readonly after?: string
  readonly apart?: boolean
}

/** Begins an element, together with whatever it needs around it, and ends what it implies has ended. */
export function open(writer: Writer, opening: Opening): void {
  const { source, tag, attributes = '', brackets = [], after = '', apart = false } = opening
  prepare(writer, tag)
  writer.nodes += 1
  writer.gap ||= apart
  // A table gets a box of its own, so that a wide one scrolls and the text around it does not.
  writer.parts.push(tag === 'table' ? '<div>' : '', `<${tag}${attributes}>`)
  if (BLOCK.has(tag)) startLine(writer)
  if (STRUCTURES.has(tag)) {
    writer.stack.push({ source, tag, brackets })
    return
  }
  const all = [...inherited(writer), ...brackets]
  const hidden = all.indexOf('hidden')
  writer.stack.push({
    source,
    tag,
    after: `${after}${']'.repeat(all.length)}`,
    apart,
    ...(hidden !== -1 && { hiddenAt: writer.parts.length + hidden }),
  })
  for (const bracket of all) openBracket(writer, bracket)
}

/** Begins something that has no element of its own and is only words around its text. */
export function openWords(writer: Writer, source: string, bracket: Bracket): void {
  writer.nodes += 1
  if (STRUCTURES.has(context(writer))) {
    writer.stack.push({ source, brackets: [bracket], resume: bracket })
    return
  }
  writer.stack.push({ source, after: ']', resume: bracket })
  openBracket(writer, bracket)
}

/** Begins something of which nothing is shown but its text. */
export function openBare(writer: Writer, source: string, after = ''): void {
  writer.nodes += 1
  writer.gap = true
  writer.stack.push({ source, after, apart: true })
}

/**
 * Ends the innermost element with this name, and all that it holds. A stray end tag means nothing, and one inside a
 * cell ends nothing outside of it.
 */
export function close(writer: Writer, source: string): void {
  const cell = PARENT.has(source) || source === 'table' ? -1 : writer.stack.findLastIndex(isCell)
  const index = writer.stack.findLastIndex((entry) => entry.source === source)
  if (index > cell) closeTo(writer, index)
}

const isCell = ({ tag }: Open): boolean => tag === 'td' || tag === 'th' || tag === 'caption'

/** Ends everything from this depth on. */
export function closeTo(writer: Writer, depth: number): void {
  while (writer.stack.length > depth) closeOne(writer)
}

function closeOne(writer: Writer): void {
  const entry = writer.stack.pop()
  if (entry === undefined) return
  const after = hidesOnlySigns(writer, entry) ? entry.after?.slice(1) : entry.after
  if (after !== undefined && after !== '') {
    writer.parts.push(after)
    writer.last = after.slice(-1)
    writer.gap = true
  }
  if (entry.apart === true) writer.gap = true
  if (entry.tag === undefined) return
  writer.parts.push(`</${entry.tag}>`, entry.tag === 'table' ? '</div>' : '')
  if (BLOCK.has(entry.tag)) startLine(writer)
}

/** Generators hide the bullets of their tables; to say so would only be noise, and the words are taken back. */
function hidesOnlySigns({ parts }: Writer, { hiddenAt }: Open): boolean {
  if (hiddenAt === undefined) return false
  if (parts.slice(hiddenAt + 1).some((part) => !part.startsWith('<') && /[\p{L}\p{N}]/u.test(part)))
    return false
  parts[hiddenAt] = ''
  return true
}

function startLine(writer: Writer): void {
  writer.last = ''
  writer.gap = false
}

function openBracket(writer: Writer, bracket: Bracket): void {
  writer.gap = true
  writeText(writer, `[${escapeText(writer.words[bracket])}: `)
}

/** The element in which the next thing would stand. */
const context = (writer: Writer): string =>
  writer.stack.findLast((entry) => entry.tag !== undefined)?.tag ?? 'div'

/** The words that wait for a place to stand: those of everything around, up to the last element that could hold text. */
function inherited(writer: Writer): readonly Bracket[] {
  const holder = writer.stack.findLastIndex(({ tag }) => tag !== undefined && !STRUCTURES.has(tag))
  return writer.stack.slice(holder + 1).flatMap(({ brackets = [] }) => brackets)
}

/** Makes `tag` possible at this place. */
function prepare(writer: Writer, tag: string): void {
  endImplied(writer, tag)
  const parent = PARENT.get(tag)
  if (parent === undefined) {
    if (STRUCTURES.get(context(writer))?.children.has(tag) !== true) openImplicit(writer)
  } else if (STRUCTURES.get(context(writer))?.children.has(tag) !== true) {
    open(writer, { source: '', tag: parent })
  }
}

/** Makes text possible at this place. */
function openImplicit(writer: Writer): void {
  for (
    let structure = STRUCTURES.get(context(writer));
    structure !== undefined;
    structure = STRUCTURES.get(context(writer))
  ) {
    if (structure.implicit === undefined) {
      closeTo(
        writer,
        writer.stack.findLastIndex(({ tag }) => tag !== undefined),
      )
    } else {
      open(writer, { source: '', tag: structure.implicit })
    }
  }
}

/** Ends what `tag` implies has ended. What was only words goes on: `<p><del>5<p>50</del>` removed them both. */
function endImplied(writer: Writer, tag: string): void {
  const rule = IMPLIED_END.get(tag)
  if (rule === undefined) return
  let depth = writer.stack.length
  for (let index = depth - 1; index >= 0; index--) {
    const entry = writer.stack[index]?.tag ?? ''
    if (rule.ends.has(entry)) depth = index
    if (rule.within.has(entry)) break
  }
  const resumed = writer.stack.slice(depth).filter(({ resume }) => resume !== undefined)
  closeTo(writer, depth)
  for (const { source, resume } of resumed) {
    if (resume !== undefined) openWords(writer, source, resume)
  }
}
