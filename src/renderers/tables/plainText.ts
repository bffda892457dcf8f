const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
])

/**
 * The text of some XHTML, for reading and never for showing as HTML: blocks become lines, tags go, entities are
 * decoded. The result may contain `<` and must be treated as text.
 */
export function plainText(xhtml: string): string {
  return xhtml
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<(?:style|script)\b[\s\S]*?<\/(?:style|script)\s*>/gi, '')
    .replaceAll(/<\/?(?:p|div|tr|li|ul|ol|table|h[1-6]|br|caption|thead|tbody|dt|dd|dl)\b[^>]*>/gi, '\n')
    .replaceAll(/<\/?t[dh]\b[^>]*>/gi, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, decodeEntity)
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES.get(name.toLowerCase()) ?? whole
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
}
