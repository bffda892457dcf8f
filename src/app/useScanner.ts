import { useEffect } from 'react'
import type { Scan } from '../core/scanner/burst'
import { useServices } from './ServicesContext'

/** Milliseconds in which a scanner that reads the same code again means the same scan. */
const SAME_SCAN = 2_000

/**
 * Opens what a barcode scanner reads anywhere on the page. It is fetched after the first paint: nobody scans before, and
 * the box for scans takes them without it.
 */
export function useScanner(viewData: (text: string) => void, showData: () => void): void {
  const { session, hold, listenForScans } = useServices()
  useEffect(() => {
    let last: string | undefined
    let forget: ReturnType<typeof setTimeout> | undefined
    const isRepeated = (text: string): boolean => {
      const isSame = text === last && session.state().phase !== 'empty'
      last = text
      clearTimeout(forget)
      forget = setTimeout(() => {
        last = undefined
      }, SAME_SCAN)
      return isSame
    }
    const onScan = ({ text, fault }: Scan): void => {
      if (hold.refuses() || isRepeated(text)) return
      // Whatever had the focus is about another card; a keyboard and a screen reader start at the new one.
      document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true })
      if (fault === undefined) return viewData(text)
      session.reject({ code: 'SCAN_GARBLED', cause: fault })
      showData()
    }
    const stop = listenForScans(onScan)
    return () => {
      clearTimeout(forget)
      stop()
    }
  }, [session, hold, listenForScans, viewData, showData])
}
