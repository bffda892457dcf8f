const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
])

/** Elements that begin a line of their own. */
const BLOCK =
  /^\/?(?:p|div|tr|li|ul|ol|table|h[1-6]|br|hr|caption|thead|tbody|tfoot|dt|dd|dl|blockquote|pre)\b/i
const CELL = /^\/?t[dh]\b/i
/** Elements whose content is no text. */
const SILENT = /^(?:style|script)\b/i
const END_OF_SILENT = /^\/(?:style|script)\b/i

/**
 * The text of some XHTML, for reading and never for showing as HTML: blocks become lines, tags go, entities are
 * decoded. The result may contain `<` and must be treated as text. Splits instead of matching, so that its time stays
 * linear.
 */
export function plainText(xhtml: string): string {
  const [before = '', ...tags] = xhtml.split('<')
  const pieces = [before]
  let silent: 'comment' | 'element' | undefined
  for (const tag of tags) {
    if (silent === undefined && tag.startsWith('!--')) silent = 'comment'
    else if (silent === undefined && SILENT.test(tag)) silent = 'element'
    const ending = silent === 'comment' ? tag.indexOf('-->') : tag.indexOf('>')
    if (silent === 'comment' && ending === -1) continue
    if (silent === 'element' && !END_OF_SILENT.test(tag)) continue
    if (ending === -1) pieces.push(`<${tag}`)
    else
      pieces.push(
        silent === undefined ? separator(tag) : '',
        tag.slice(ending + (silent === 'comment' ? 3 : 1)),
      )
    silent = undefined
  }
  return pieces
    .join('')
    .replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, decodeEntity)
    .split('\n')
    .map((line) =>
      line
        .split(/\s/)
        .filter((word) => word !== '')
        .join(' '),
    )
    .filter((line) => line !== '')
    .join('\n')
}

function separator(tag: string): string {
  if (BLOCK.test(tag)) return '\n'
  return CELL.test(tag) ? ' ' : ''
}

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES.get(name.toLowerCase()) ?? whole
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
}
