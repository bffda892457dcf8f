import { documentBytes } from '../../core/document/documentBytes'
import { sentDocuments, type SentDocument } from '../../core/document/sentDocuments'
import { extensionsOf } from '../../core/fhir/extension'
import { record, text, type FhirRecord } from '../../core/fhir/shape'
import { sniffType } from '../../core/sniffType'
import type { Card } from './card'

/** A picture that belongs to a card. */
export interface CardPicture {
  readonly kind: 'logo' | 'image' | 'qrCode' | 'barcode'
  /** What the sender calls it, else what kind of picture it is. */
  readonly label: string
  /** What the sender says about it, and whatever else stands beside it. */
  readonly lines: readonly string[]
  /** Usually one. None where the sender named a picture and sent nothing; nothing is decoded yet. */
  readonly documents: readonly SentDocument[]
}

/** A logo that came with the card stands in its head; any other picture has a place of its own below. */
export const isInHead = ({ kind, documents }: CardPicture): boolean =>
  kind === 'logo' && documents.length === 1 && documents[0]?.content.kind === 'here'

/** Read by a machine: drawn with hard edges on white. */
export const isCode = ({ kind }: CardPicture): boolean => kind === 'qrCode' || kind === 'barcode'

/** By their first bytes. SVG is not among them: it is a document. */
const DRAWN: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** Bytes of a picture of a card; a photograph has a tenth of it. */
const MAXIMUM_BYTES = 20_000_000

/** The bytes of a picture that came with the record and may be drawn. Nothing is ever fetched for it. */
export function pictureBytes(document: SentDocument): Uint8Array<ArrayBuffer> | undefined {
  const read = documentBytes(document, MAXIMUM_BYTES)
  return read.ok && DRAWN.has(sniffType(read.value) ?? '') ? read.value : undefined
}

/** By the name of the extension, without `C4DIC-` and `-extension`. */
const KINDS = [
  ['Logo', 'logo'],
  ['SupportingImage', 'image'],
  ['QRCode', 'qrCode'],
  ['Barcode', 'barcode'],
] as const

/** Logo, images of the card, QR codes and barcodes. Source: CARIN Digital Insurance Card, extensions of Coverage. */
export function picturesOf(card: Card): readonly CardPicture[] {
  const sent: unknown = card.item.resource['extension']
  const extensions: readonly unknown[] = Array.isArray(sent) ? sent : [sent]
  const own = sentDocuments(card.item, card.f.bundle)
  return KINDS.flatMap(([name, kind]) =>
    extensions.flatMap((value, position): CardPicture | readonly CardPicture[] => {
      const extension = record(value)
      if (extension === undefined || !isNamed(extension, name)) return []
      const prefix = Array.isArray(sent) ? `extension.${position}.` : 'extension.'
      return {
        kind,
        ...wordsOf(extension, kind, card),
        documents: [
          ...own.filter(({ path }) => path.startsWith(prefix)),
          ...parts(extension, 'image').flatMap((part) => referred(part['valueReference'], card)),
        ],
      }
    }),
  )
}

const isNamed = ({ url }: FhirRecord, name: string): boolean =>
  [`C4DIC-${name}-extension`, `C4DIC-${name}`].includes(text(url)?.split('/').at(-1) ?? '')

const parts = (extension: FhirRecord, url: string): readonly FhirRecord[] =>
  extensionsOf(extension).filter((part) => part['url'] === url)

function wordsOf(
  extension: FhirRecord,
  kind: CardPicture['kind'],
  { f, t, item }: Card,
): Pick<CardPicture, 'label' | 'lines'> {
  const [label, ...others] = parts(extension, 'label').flatMap((part) => f.value(part, 'value') ?? [])
  const rest = extensionsOf(extension).filter(({ url }) => url !== 'label' && url !== 'image')
  const stated = rest.flatMap((part) => f.value(part, 'value', item) ?? [])
  const lines = [...others, ...stated].flatMap((words) => words.split(/\s*\n\s*/))
  return { label: label ?? t(kind), lines: lines.filter((line) => line !== label) }
}

/** The documents of what a picture is referred to by: a DocumentReference or a Binary. */
function referred(reference: unknown, { f, item }: Card): readonly SentDocument[] {
  if (reference === undefined || reference === null) return []
  const found = f.bundle.resolve(reference, item)
  if (found?.kind === 'entry') return sentDocuments(found.item, f.bundle)
  if (found) return sentDocuments({ ...item, resource: found.resource }, f.bundle)
  const address = f.reference(reference, item) ?? ''
  return [{ path: 'valueReference', content: { kind: 'not-included', address } }]
}
