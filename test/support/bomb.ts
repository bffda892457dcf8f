import { Deflate } from 'pako'

const FULL_FLUSH = 3
/** An empty last block of raw DEFLATE. */
const END = [0x03, 0x00]

/** Raw DEFLATE that inflates to this many megabytes of zeros, made without ever holding them. */
export function bomb(megabytes: number): Uint8Array {
  const pieces: number[] = []
  const deflator = new Deflate({ raw: true, level: 9 })
  deflator.onData = (chunk) => pieces.push(...(chunk as Uint8Array))
  deflator.push(new Uint8Array(1_000_000), FULL_FLUSH)
  const bytes = new Uint8Array(pieces.length * megabytes + END.length)
  for (let nth = 0; nth < megabytes; nth++) bytes.set(pieces, nth * pieces.length)
  bytes.set(END, bytes.length - END.length)
  return bytes
}
