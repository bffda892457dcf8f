import { elementWith, showElement } from '../../ui/showElement'

/** Brings the element that shows an entry to the middle of the screen, with the folded parts around it opened. */
export function showEntry(ref: string): void {
  const element = elementWith('ref', ref)
  if (element) showElement(element)
}
