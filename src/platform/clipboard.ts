import { openCopyWindow } from './copyPopup'
import { isBlockedByFrame } from './framePolicy'

/**
 * What became of a copy.
 * copied: here · copied-in-window: by the window that opened for it · refused: nobody may, or the window was closed
 * before it could.
 */
export type Copied = 'copied' | 'copied-in-window' | 'refused'

/** What copies. Tests have their own. */
export interface CopyPorts {
  readonly write: (text: string) => Promise<void>
  readonly select: (text: string) => boolean
  readonly inWindow: (text: string) => Promise<'copied-in-window' | 'refused'>
}

/**
 * Milliseconds for the browser's own way. Longer, and a click no longer counts as one where the next ways need it: the
 * strictest browser forgets it after a second.
 */
const WRITE_PATIENCE = 700

/**
 * Puts a text on the clipboard, to the letter; call it from a click. Three ways, one after the other, because frames are
 * denied some of them: the browser's own, a selection that is copied as by hand, and a window outside the frame.
 * Never throws; the text goes to the clipboard and nowhere else.
 */
export async function copyText(text: string, base: URL, ports: CopyPorts = portsOf(base)): Promise<Copied> {
  return (await copyHere(text, ports)) ? 'copied' : ports.inWindow(text)
}

/** The two ways that need no other window. */
export async function copyHere(text: string, ports: Omit<CopyPorts, 'inWindow'> = HERE): Promise<boolean> {
  return (await isWritten(text, ports.write)) || ports.select(text)
}

async function isWritten(text: string, write: CopyPorts['write']): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, WRITE_PATIENCE, false)
  })
  // A browser without the interface throws where others reject.
  const attempt = async (): Promise<boolean> => {
    await write(text)
    return true
  }
  const written = await Promise.race([attempt().catch(() => false), late])
  clearTimeout(timer)
  return written
}

/**
 * Selects the text in a box outside the screen and copies that, as if by hand. The focus and the selection are where
 * they were afterwards. False where the browser does not do it.
 */
export function copySelection(text: string): boolean {
  const before = document.activeElement
  const ranges = selectedRanges()
  const box = document.createElement('textarea')
  box.value = text
  box.readOnly = true
  box.tabIndex = -1
  box.setAttribute('aria-hidden', 'true')
  // 16 px: phones zoom in on smaller type. Only styles set by script are allowed by the policy of the page.
  Object.assign(box.style, { position: 'fixed', insetBlockStart: '0', opacity: '0', fontSize: '16px' })
  // Whatever stands in front of the page takes the focus away from everything outside it.
  const host = before?.closest('dialog, [role="dialog"]') ?? document.body
  host.append(box)
  try {
    box.focus({ preventScroll: true })
    box.setSelectionRange(0, text.length)
    // The only way in a frame without the permission.
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    box.remove()
    restoreRanges(ranges)
    if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  }
}

function selectedRanges(): readonly Range[] {
  const selection = document.getSelection()
  return Array.from({ length: selection?.rangeCount ?? 0 }, (_, at) => selection?.getRangeAt(at)).filter(
    (range) => range !== undefined,
  )
}

function restoreRanges(ranges: readonly Range[]): void {
  const selection = document.getSelection()
  selection?.removeAllRanges()
  for (const range of ranges) selection?.addRange(range)
}

const HERE: Omit<CopyPorts, 'inWindow'> = {
  // A browser that has said no beforehand would complain about being asked, in the console of the page around.
  write: async (text) => {
    if (isBlockedByFrame('clipboard-write')) throw new Error('withheld by the frame')
    await navigator.clipboard.writeText(text)
  },
  select: copySelection,
}

const portsOf = (base: URL): CopyPorts => ({ ...HERE, inWindow: (text) => openCopyWindow(base, text) })
