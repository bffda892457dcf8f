export interface DropEvents {
  readonly onFiles: (files: readonly File[]) => void
  /** For text that was dropped where no box takes it, such as a link dragged from another page. */
  readonly onText: (text: string) => void
  /** Whether something is being dragged over the page. */
  readonly onDragging: (dragging: boolean) => void
}

/**
 * Takes files that are dropped or pasted anywhere on the page. Without it the browser would leave the page and open
 * what was dropped. Returns how to stop.
 */
export function listenForDrops({ onFiles, onText, onDragging }: DropEvents): () => void {
  let depth = 0
  const drag = (dragging: boolean): void => {
    depth = dragging ? depth + 1 : Math.max(0, depth - 1)
    onDragging(depth > 0)
  }
  const listeners: { readonly [Name in keyof DocumentEventMap]?: (event: DocumentEventMap[Name]) => void } = {
    dragenter: (event) => {
      if (isTaken(event)) drag(true)
    },
    dragleave: (event) => {
      if (isTaken(event)) drag(false)
    },
    dragover: (event) => {
      if (!isTaken(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
    },
    drop: (event) => {
      depth = 0
      onDragging(false)
      if (!isTaken(event)) return
      event.preventDefault()
      const files = [...(event.dataTransfer?.files ?? [])]
      const text = event.dataTransfer?.getData('text/plain') ?? ''
      if (files.length > 0) onFiles(files)
      else if (text !== '') onText(text)
    },
    paste: (event) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      onFiles(files)
    },
  }
  const entries = Object.entries(listeners) as [string, EventListener][]
  for (const [name, listener] of entries) document.addEventListener(name, listener)
  return () => {
    for (const [name, listener] of entries) document.removeEventListener(name, listener)
  }
}

/** Files always; text and addresses unless a box is there to take them. */
function isTaken({ dataTransfer, target }: DragEvent): boolean {
  const types = dataTransfer?.types ?? []
  if (types.includes('Files')) return true
  const isBox = target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null
  return !isBox && (types.includes('text/plain') || types.includes('text/uri-list'))
}
