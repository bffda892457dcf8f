import { decodeNumeric, joinChunks, type CardChunk } from './numeric'

/** What has been scanned of one card that was cut into several codes. */
export interface Collected {
  /** The texts so far, to be handed back with the next one. Empty once `text` is there. */
  readonly parts: readonly string[]
  /** What can be opened: the text itself when it is no part, all parts of a card when they are there. */
  readonly text?: string
  readonly have: number
  readonly need: number
}

/** True for one of several codes of a card. */
export const isCardPart = (text: string): boolean => (partOf(text)?.total ?? 1) > 1

/** Adds a scanned text. A part of another card starts over: nobody wants two halves of two cards. */
export function collectParts(parts: readonly string[], scanned: string): Collected {
  const part = partOf(scanned)
  if (!part || part.total === 1) return { parts: [], text: scanned, have: 1, need: 1 }
  const all = [...parts.filter((text) => text !== scanned), scanned]
  const joined = joinChunks(all.flatMap((text) => partOf(text) ?? []))
  if (joined.ok) return { parts: [], text: all.join('\n'), have: part.total, need: part.total }
  return joined.error.code === 'QR_CHUNK_INCOMPLETE'
    ? { parts: all, have: joined.error.have, need: joined.error.need }
    : { parts: [scanned], have: 1, need: part.total }
}

function partOf(text: string): CardChunk | undefined {
  const body = /^\s*shc:\/{0,2}(\d+\/\d+\/\d+)\s*$/i.exec(text)?.[1]
  const chunk = body === undefined ? undefined : decodeNumeric(body)
  return chunk?.ok === true ? chunk.value : undefined
}
