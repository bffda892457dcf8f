import { escapeHtml } from './escapeHtml'
import { childrenOf, textOf, type XmlElement, type XmlNode } from './xml'

/** Elements of a CDA narrative that are the same in HTML. Source: CDA R2, "Section Narrative Block"; NarrativeBlock.xsd. */
const SAME: ReadonlySet<string> = new Set(
  'table thead tbody tfoot tr th td colgroup col caption br sub sup p ul ol li b i em strong'.split(' '),
)

const RENAMED: ReadonlyMap<string, string> = new Map([
  ['paragraph', 'p'],
  ['item', 'li'],
  ['content', 'span'],
  ['linkHtml', 'a'],
  ['footnote', 'small'],
  ['footnoteRef', 'sup'],
  ['renderMultiMedia', 'object'],
])

/** `styleCode`: how the author wants it; only what carries meaning is kept. */
const STYLES: readonly (readonly [RegExp, string])[] = [
  [/\bbold\b/i, 'b'],
  [/\bitalics?\b/i, 'i'],
  [/\bunderline\b/i, 'u'],
  [/\bemphasis\b/i, 'em'],
]

/**
 * A section's text as HTML, in which every text is escaped and no attribute is the sender's but the spans of cells and
 * the address of a link. It still has to go through `ui/Narrative`, as every text of a sender does: this puts a CDA
 * narrative into the words that the sanitiser knows, and guarantees nothing.
 */
export function cdaNarrative(text: XmlElement): string {
  return `<div>${text.children.map(toHtml).join('')}</div>`
}

function toHtml(node: XmlNode): string {
  if (typeof node === 'string') return escapeHtml(node)
  const inner = node.children.map(toHtml).join('')
  return revised(node, styled(node, inner))
}

function styled(node: XmlElement, inner: string): string {
  const { name } = node
  if (name === 'list') return listHtml(node)
  if (name === 'br') return '<br>'
  const tag = RENAMED.get(name) ?? (SAME.has(name) ? name : undefined)
  const code = node.attributes.get('styleCode') ?? ''
  const looks = STYLES.filter(([pattern]) => pattern.test(code)).map(([, look]) => look)
  const dressed = looks.reduce((html, look) => `<${look}>${html}</${look}>`, inner)
  return tag === undefined ? dressed : `<${tag}${attributesHtml(node)}>${dressed}</${tag}>`
}

/** The caption of a list stands in front of it. Items are numbered where the author numbered them. */
function listHtml(list: XmlElement): string {
  const tag = list.attributes.get('listType') === 'ordered' ? 'ol' : 'ul'
  const caption = childrenOf(list, 'caption').map(
    (child) => `<p><b>${child.children.map(toHtml).join('')}</b></p>`,
  )
  const items = list.children
    .filter((child) => typeof child === 'string' || child.name !== 'caption')
    .map(toHtml)
  return `${caption.join('')}<${tag}>${items.join('')}</${tag}>`
}

/** What was deleted in a later version is still there to be read, and must not be read as if it held. */
function revised(node: XmlElement, html: string): string {
  const revision = node.attributes.get('revised')
  if (revision === 'delete') return `<del>${html}</del>`
  return revision === 'insert' ? `<ins>${html}</ins>` : html
}

function attributesHtml({ name, attributes }: XmlElement): string {
  const kept = ['colspan', 'rowspan'].flatMap((span) => {
    const value = attributes.get(span) ?? ''
    return /^\d{1,3}$/.test(value) ? ` ${span}="${value}"` : ''
  })
  const href = name === 'linkHtml' ? attributes.get('href') : undefined
  return kept.join('') + (href === undefined ? '' : ` href="${escapeHtml(href)}"`)
}

/** True when a section's text says anything. */
export const saysSomething = (text: XmlElement | undefined): text is XmlElement =>
  text !== undefined && textOf(text).trim() !== ''
