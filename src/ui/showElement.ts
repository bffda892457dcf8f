/**
 * Brings an element to the middle of the screen and puts the focus on it, with the folded parts around it opened: each
 * by its own button, so that the button and what it folds agree.
 */
export function showElement(element: HTMLElement): void {
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (around instanceof HTMLDetailsElement) around.open = true
    // A filter that may hide it is lifted by its own button.
    if (around.dataset['only'] !== undefined) around.querySelector<HTMLElement>('[data-show-all]')?.click()
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

/** The first element whose attribute `data-…` has this value; values are data and never become part of a selector. */
export const elementWith = (attribute: 'ref' | 'section', value: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(`[data-${attribute}]`)].find(
    ({ dataset }) => dataset[attribute] === value,
  )
