/** What a reader of PDFs finds in a file: the words and the tags of each page. */
export interface ReadPage {
  readonly text: string
  /** Types of the structure elements that have content on this page, in the order of reading. */
  readonly tags: readonly string[]
  /** Pictures that are drawn, with their size in pixels. */
  readonly pictures: readonly { readonly width: number; readonly height: number }[]
  /** What figures show, in words. */
  readonly alts: readonly string[]
  /** How often something is drawn that is neither text nor a picture. */
  readonly paths: number
}

interface Tree {
  readonly role?: string
  /** `content` for a leaf. */
  readonly type?: string
  readonly alt?: string
  readonly children?: readonly Tree[]
}

/** Reads a PDF with another library than the one that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<readonly ReadPage[]> {
  // pdf.js asks for both in every version, and Node 20 has not got them.
  if (!('withResolvers' in Promise)) Object.assign(Promise, { withResolvers })
  if (!('transferToFixedLength' in ArrayBuffer.prototype)) {
    Object.assign(ArrayBuffer.prototype, { transferToFixedLength })
  }
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const pages: ReadPage[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    // One page after the other.
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const tree = (await page.getStructTree()) as Tree | null
    const { fnArray, argsArray } = await page.getOperatorList()
    pages.push({
      text: items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
      tags: tree ? tagsOf(tree) : [],
      pictures: fnArray.flatMap((operator, at) => {
        const [, width, height] = (argsArray[at] ?? []) as readonly number[]
        return operator === OPS.paintImageXObject && width !== undefined && height !== undefined
          ? { width, height }
          : []
      }),
      alts: tree ? altsOf(tree) : [],
      paths: fnArray.filter((operator) => operator === OPS.constructPath).length,
    })
  }
  return pages
}

const altsOf = ({ alt, children = [] }: Tree): readonly string[] => [
  ...(alt === undefined ? [] : [alt]),
  ...children.flatMap(altsOf),
]

/** Elements that go on from another page are named on each, with nothing in them. */
function tagsOf({ role, type, children = [] }: Tree): readonly string[] {
  const inside = children.map(tagsOf)
  const isEmpty = children.every((child, index) => child.type === undefined && inside[index]?.length === 0)
  if (type !== undefined || isEmpty) return []
  return [...(role === undefined ? [] : [role]), ...inside.flat()]
}

function transferToFixedLength(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
  return this.slice(0, length)
}

function withResolvers<Value>() {
  let [resolve, reject]: [(value: Value | PromiseLike<Value>) => void, (reason?: unknown) => void] = [
    () => undefined,
    () => undefined,
  ]
  const promise = new Promise<Value>((onResolve, onReject) => {
    ;[resolve, reject] = [onResolve, onReject]
  })
  return { promise, resolve, reject }
}
