import { letTimePass, NO_BURST, pauseOf, takeStroke, type Burst, type Scan } from '../core/scanner/burst'
import { isCounted, type Stroke } from '../core/scanner/stroke'

export interface ScannerOptions {
  readonly onScan: (scan: Scan) => void
  /** Whether a stroke came from a keyboard. Default: not those that scripts make, such as a password manager's. */
  readonly isReal?: (event: KeyboardEvent) => boolean
}

/**
 * Listens for a barcode scanner everywhere on the page, before anything else sees a key. What it typed into a field by
 * the time it was recognised is taken out again. Returns how to stop.
 *
 * Two boxes keep their own ways: the box for scans, which shows what is typed and may hold something already, and the
 * scanner test, marked by `data-shx-input`.
 */
export function listenForScans({ onScan, isReal = isTrusted }: ScannerOptions): () => void {
  let burst = NO_BURST
  let places: readonly Place[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  /** `waited`: milliseconds of silence so far. They count from when a key is heard, not pressed: a busy page hears late. */
  const settle = (next: Burst, scan: Scan | undefined, waited = 0): void => {
    clearTimeout(timer)
    burst = next
    if (scan) {
      restore(places, () => true)
      onScan(scan)
    }
    if (next.strokes.length === 0) places = []
    const last = next.strokes.at(-1)
    const pause = next.sure ? pauseOf(next) : FORGOTTEN_AFTER
    if (last) timer = setTimeout(() => passTime(last.time, pause), pause - waited)
  }
  const passTime = (since: number, silence: number): void => {
    const step = letTimePass(burst, since + silence)
    settle(step.burst, step.scan, silence)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = targetOf(event)
    if (!isReal(event) || isTest(target)) return
    const isBox = isScanBox(target)
    if (isBox && burst.strokes.length === 0 && target.value !== '') return // it is about more than this scan
    places = remembered(places, target)
    const stroke = strokeOf(event)
    const step = takeStroke(burst, stroke, isField(target))
    // The box shows what is typed, and takes a text of several lines in its own way.
    const isBoxes = isBox && step.burst.strokes.length > 0 && (isCounted(stroke) || event.key === 'Enter')
    if (step.swallow && !isBoxes) {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    if (step.burst.sure && !burst.sure) restore(places, (field) => !isScanBox(field))
    settle(isBoxes && event.key === 'Enter' ? NO_BURST : step.burst, step.scan)
  }
  window.addEventListener('keydown', onKeyDown, { capture: true })
  return () => {
    clearTimeout(timer)
    window.removeEventListener('keydown', onKeyDown, { capture: true })
  }
}

/** Milliseconds after which what was typed by hand is no longer held; whether it goes on as a scan, its keys tell. */
const FORGOTTEN_AFTER = 5_000

const isTrusted = (event: KeyboardEvent): boolean => event.isTrusted

/** What the recogniser needs of a key. Windows reports the third characters of a key as Control and Alt together. */
export function strokeOf(event: KeyboardEvent): Stroke {
  const altGraph = event.getModifierState('AltGraph')
  return {
    key: event.key,
    code: event.code,
    time: event.timeStamp,
    shift: event.shiftKey,
    altGraph,
    control: (event.ctrlKey && !altGraph) || event.metaKey,
    alt: event.altKey && !altGraph,
    capsLock: event.getModifierState('CapsLock'),
    repeat: event.repeat,
    composing: event.isComposing,
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** A field as it was before a burst. */
interface Place {
  readonly field: Field
  readonly value: string
}

const targetOf = (event: Event): EventTarget | undefined => event.composedPath()[0]

const isField = (target: EventTarget | undefined): target is Field =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement

const isScanBox = (target: EventTarget | undefined): target is HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement && target.dataset['shxInput'] === 'text'

const isTest = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement && target.dataset['shxInput'] === 'scanner-test'

const remembered = (places: readonly Place[], target: EventTarget | undefined): readonly Place[] =>
  !isField(target) || places.some(({ field }) => field === target)
    ? places
    : [...places, { field: target, value: target.value }]

/** Puts fields back to what they were, in the way that whoever controls them hears of it. */
function restore(places: readonly Place[], wanted: (field: Field) => boolean): void {
  for (const { field, value } of places) {
    if (!wanted(field) || field.value === value) continue
    setNatively(field, value)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.dispatchEvent(new Event('change', { bubbles: true }))
  }
}

/** React replaces the property on its own fields, and takes a change through it for its own. */
function setNatively(field: Field, value: string): void {
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, 'value')
  own?.set?.call(field, value)
}
