/** Brings the element that shows an entry to the middle of the screen, with the folded parts around it opened. */
export function showEntry(ref: string): void {
  const element = [...document.querySelectorAll<HTMLElement>('[data-ref]')].find(
    ({ dataset }) => dataset['ref'] === ref,
  )
  if (!element) return
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (around instanceof HTMLDetailsElement) around.open = true
    // A folded section: its own button opens it, so that the button and the section agree.
    if (around.hidden && around.id !== '') {
      document.querySelector<HTMLElement>(`[aria-controls="${CSS.escape(around.id)}"]`)?.click()
    }
  }
  element.tabIndex = -1
  requestAnimationFrame(() => {
    element.scrollIntoView({ block: 'center' })
    element.focus({ preventScroll: true })
  })
}
