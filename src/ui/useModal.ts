import { useEffect, useRef, type RefObject } from 'react'

/**
 * A `dialog` in front of everything from the moment it is drawn until it is taken away; the browser itself leads the
 * focus in and back.
 */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
    return () => element?.close()
  }, [])
  return dialog
}
