import type { Language } from '../../i18n/language'
import type { DocumentPart, DocumentTable } from '../../renderers/document'
import { csvMessages } from './csvMessages'

/**
 * What a record lists, as one CSV file for a spreadsheet: UTF-8 with its mark, CRLF, every line with as many fields.
 * Each table is a block of lines below its own heads; the first field of every line names it. What changes how a line
 * has to be read stands before what it says. Remarks and texts of the record are lines as well: a part that its sender
 * only told in words would else look as if it were not there.
 * Source: RFC 4180.
 */
export function toCsv(parts: readonly DocumentPart[], language: Language): string {
  const lines: (readonly string[])[] = []
  const path: string[] = []
  for (const part of parts) {
    if (part.kind === 'heading') path.splice(part.level - 1, path.length, part.text)
    else lines.push(...linesOf(part, path.join(' > '), language))
  }
  const width = Math.max(0, ...lines.map(({ length }) => length))
  const rows = lines.map((line) =>
    [...line, ...Array.from({ length: width - line.length }, () => '')].map(field).join(','),
  )
  return `\uFEFF${rows.map((row) => `${row}\r\n`).join('')}`
}

function linesOf(part: DocumentPart, section: string, language: Language): readonly (readonly string[])[] {
  const t = csvMessages(language)
  switch (part.kind) {
    case 'note':
      return [[section, '', part.text]]
    case 'fields':
      return [
        [t('csvSection'), t('csvState'), t('csvRemarks'), t('csvName'), t('csvValue')],
        ...part.fields.map(({ label, lines }) => [section, '', '', label, joined(lines)]),
      ]
    case 'table':
      return tableLines(part, section, language)
    case 'list':
    case 'text':
      return part.lines.map((line) => [section, '', line])
    case 'quote':
      return part.lines.map((line) => [section, '', part.label, line])
    case 'picture':
      return [[section, '', [part.label, ...part.lines].join('. ')]]
    // Charts only draw what the table of results lists; a heading names the lines below it.
    case 'charts':
    case 'heading':
      return []
    default:
      return part satisfies never
  }
}

function tableLines({ columns, rows }: DocumentTable, section: string, language: Language) {
  const t = csvMessages(language)
  return [
    [t('csvSection'), t('csvState'), t('csvRemarks'), ...columns],
    ...rows.map(({ state, marks, heading, cells }) => [
      section,
      state === undefined ? '' : t(`csv_${state}`),
      joined([...marks, ...(heading === undefined ? [] : [heading])]),
      ...cells.map(joined),
    ]),
  ]
}

const joined = (lines: readonly string[]): string =>
  lines.map((line) => line.replaceAll(/\s*\n\s*/g, '; ')).join('; ')

const NUMBER = /^[-+]?\d+(?:[.,]\d+)*\s?%?$/
/** A spreadsheet takes what begins so for something to be worked out. */
const FORMULA = /^[\s\u2066-\u2069]*[=+\-@\t\r]/

/** The same behind a semicolon or a tabulator, which some spreadsheets take for the end of a field; an amount stays. */
const FORMULA_WITHIN = /(?<=\S[;\t])(?=\s*(?:[=@]|[+-][^;\t]*[(|!]))/g

/**
 * One field. What a spreadsheet would run gets an apostrophe in front, which makes it text: `=HYPERLINK(…)`, and
 * `+1 312 555 0142` too. A number stays what it is: `-5` is a value, and nothing in it can run.
 */
function field(text: string): string {
  const plain = text.replaceAll(/[\u2066-\u2069]/g, '')
  const marked = plain.replaceAll(FORMULA_WITHIN, "'")
  const safe = FORMULA.test(plain) && !NUMBER.test(plain) ? `'${marked}` : marked
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
