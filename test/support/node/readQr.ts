import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer } })

export interface ReadQr {
  readonly text: string
  readonly version: string
}

/** Reads the QR codes in a PNG file with a decoder that knows nothing of the encoder. */
export async function readQr(png: Uint8Array): Promise<readonly ReadQr[]> {
  const found = await readBarcodes(new Uint8Array(png), { formats: ['QRCode'], textMode: 'Plain' })
  return found.map(({ text, version }) => ({ text, version }))
}
