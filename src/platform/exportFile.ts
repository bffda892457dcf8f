/**
 * Gives bytes to the device as a file. Always as an opaque download: a document from a link never becomes a page of
 * this viewer's own origin.
 */
export function saveFile(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Long enough for the slowest device to have started reading.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
