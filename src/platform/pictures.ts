/** Pages one below the other on one canvas. Throws where the browser has no room for it. */
export function stackOnCanvas(pages: readonly HTMLCanvasElement[]): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, ...pages.map(({ width }) => width))
  canvas.height = Math.max(
    1,
    pages.reduce((total, { height }) => total + height, 0),
  )
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error('No canvas')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  let top = 0
  for (const page of pages) {
    context.drawImage(page, 0, top)
    top += page.height
    // Telephones count what all canvases hold together.
    page.width = 0
    page.height = 0
  }
  return canvas
}

const JPEG_QUALITY = 0.9

/** The picture as a file. Rejects where the browser cannot make it. */
export async function canvasBytes(
  canvas: HTMLCanvasElement,
  format: 'jpeg' | 'png',
): Promise<Uint8Array<ArrayBuffer>> {
  const type = `image/${format}`
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, type, JPEG_QUALITY)
  })
  canvas.width = 0
  // A browser that does not know a format silently makes another one.
  if (blob?.type !== type) throw new Error('No picture')
  return new Uint8Array(await blob.arrayBuffer())
}
