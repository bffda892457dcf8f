import { useEffect, useRef, type RefObject } from 'react'

/**
 * A `dialog` in front of everything from the moment it is drawn until it is taken away; the browser itself leads the
 * focus in and back.
 */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (!element) return undefined
    // A closing is told of later. React's development build, which mounts everything twice, has it open again by then.
    const keepOpen = (event: Event): void => {
      if (element.open) event.stopImmediatePropagation()
    }
    element.addEventListener('close', keepOpen, true)
    if (!element.open) element.showModal()
    return () => {
      element.removeEventListener('close', keepOpen, true)
      element.close()
    }
  }, [])
  return dialog
}
