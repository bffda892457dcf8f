import { objectUrl } from './objectUrls'

/** Milliseconds: long enough for the slowest device to have started reading. */
const DOWNLOAD_STARTS_WITHIN = 60_000

/**
 * Gives bytes to the device as a file. Always as an opaque download: a document from a link never becomes a page of
 * this viewer's own origin.
 */
export function saveFile(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const blob = new Blob([bytes], { type: 'application/octet-stream' })
  const link = document.createElement('a')
  link.href = objectUrl(blob, DOWNLOAD_STARTS_WITHIN).address
  link.download = name
  link.click()
}
