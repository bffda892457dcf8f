/**
 * Has the browser ask before the page is closed or left, in its own words, as long as something is under way that only this
 * page can tell of. Returns how to stop. A frame that its page removes is gone without a question.
 */
export function askBeforeUnload(): () => void {
  const controller = new AbortController()
  window.addEventListener('beforeunload', (event) => event.preventDefault(), { signal: controller.signal })
  return () => controller.abort()
}
