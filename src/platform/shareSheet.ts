/** shared: another app took it · cancelled: the person closed the sheet · refused: the device does not do it. */
export type Shared = 'shared' | 'cancelled' | 'refused'

/** What is handed to the device. A link is a text: its scheme is none that other apps know as an address. */
export type ToShare =
  | { readonly text: string }
  | { readonly file: { readonly name: string; readonly content: string } }

/** The type of a card file. Source: SMART Health Cards, "Via File Download". */
const CARD_TYPE = 'application/smart-health-card'

/** Whether this device's share sheet takes it. Frames may be denied it, and some systems take no such file. */
export function canShare(toShare: ToShare): boolean {
  try {
    return navigator.canShare(dataOf(toShare))
  } catch {
    return false
  }
}

/** Hands it to the device's share sheet; call it from a click. Never throws. */
export async function share(toShare: ToShare): Promise<Shared> {
  try {
    await navigator.share(dataOf(toShare))
    return 'shared'
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'refused'
  }
}

const dataOf = (toShare: ToShare): ShareData =>
  'text' in toShare
    ? { text: toShare.text }
    : { files: [new File([toShare.file.content], toShare.file.name, { type: CARD_TYPE })] }
