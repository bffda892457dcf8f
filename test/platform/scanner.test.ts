// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Scan } from '../../src/core/scanner/burst'
import { listenForScans } from '../../src/platform/scanner'
import { digitsOf, issue, newIssuer } from '../support/issueCard'
import { strokesOf, type Emulated } from '../support/scanner'

const CARD = `shc:/${digitsOf(await issue(await newIssuer()))}`

let scans: Scan[] = []
let stop = (): void => undefined

beforeEach(() => {
  vi.useFakeTimers()
  scans = []
  stop = listenForScans({ onScan: (scan) => scans.push(scan), isReal: () => true })
})
afterEach(() => {
  stop()
  vi.useRealTimers()
  document.body.innerHTML = ''
})

/** Puts one element on the page. */
function put(tag: 'input' | 'button', data?: string): HTMLInputElement
function put(tag: 'textarea', data?: string): HTMLTextAreaElement
function put(tag: string, data?: string): HTMLElement {
  const element = document.createElement(tag)
  if (data !== undefined) element.dataset['shxInput'] = data
  document.body.replaceChildren(element)
  return element
}

/** Presses the keys on `target`, which types what nobody keeps it from. Gives the keys that got through. */
function type(target: HTMLElement, text: string, how: Emulated = {}): readonly string[] {
  return strokesOf(text, how).flatMap(({ key, code, shift, time }) => {
    const event = new KeyboardEvent('keydown', {
      key,
      code,
      shiftKey: shift,
      bubbles: true,
      cancelable: true,
    })
    Object.defineProperty(event, 'timeStamp', { value: time })
    if (!target.dispatchEvent(event)) return []
    const types = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
    if (types && key.length === 1) target.value += key
    return [key]
  })
}

describe('a field that has the focus', () => {
  test('is what it was before, and whoever controls it hears of it', () => {
    const field = put('input')
    field.value = '12'
    const heard: string[] = []
    field.addEventListener('input', () => heard.push(field.value))
    const through = type(field, CARD)
    expect(scans.map(({ text }) => text)).toEqual([CARD])
    expect(field.value).toBe('12')
    expect(heard).toEqual(['12'])
    expect(through.join('')).toBe(CARD.slice(0, 7))
  })

  test('keeps what a hand types, Enter included', () => {
    const field = put('input')
    expect(type(field, 'secret', { gap: 90 })).toContain('Enter')
    vi.advanceTimersByTime(10_000)
    expect(field.value).toBe('secret')
    expect(scans).toEqual([])
  })

  test('is never read for a script that fills it', () => {
    stop()
    stop = listenForScans({ onScan: (scan) => scans.push(scan) })
    const field = put('input')
    type(field, CARD)
    vi.advanceTimersByTime(10_000)
    expect(field.value).toBe(CARD)
    expect(scans).toEqual([])
  })
})

describe('the box for scans', () => {
  test('shows the scan until it is whole, and is empty then', () => {
    const box = put('textarea', 'text')
    type(box, CARD, { suffix: [] })
    expect(box.value).toBe(CARD)
    vi.advanceTimersByTime(150)
    expect(scans.map(({ text }) => text)).toEqual([CARD])
    expect(box.value).toBe('')
  })

  test('keeps its own ways with what it holds already, and with JSON of several lines', () => {
    const box = put('textarea', 'text')
    box.value = 'shc:/1/2/56'
    expect(type(box, CARD)).toContain('Enter')
    box.value = ''
    expect(type(box, '{"resourceType":"Bundle",', { from: 90_000 })).toContain('Enter')
    vi.advanceTimersByTime(10_000)
    expect(scans).toEqual([])
  })
})

test('the scanner test has its keys to itself', () => {
  const box = put('input', 'scanner-test')
  expect(type(box, CARD)).toHaveLength(CARD.length + 1)
  expect(scans).toEqual([])
})

test('where nothing takes text, nothing is typed and no button is pressed', () => {
  const button = put('button')
  expect(type(button, CARD, { suffix: ['Enter', 'Enter'] })).toEqual(['s', 'h'])
  expect(scans.map(({ text }) => text)).toEqual([CARD])
})

test('a page that hears late does not take it for the end', () => {
  const button = put('button')
  type(button, CARD.slice(0, 6), { suffix: [] })
  vi.advanceTimersByTime(900)
  type(button, CARD.slice(6), { from: 1_000 + 6 * 5 })
  expect(scans.map(({ text }) => text)).toEqual([CARD])
})

test('nothing is heard after it was stopped', () => {
  const button = put('button')
  type(button, CARD.slice(0, 30), { suffix: [] })
  stop()
  vi.advanceTimersByTime(10_000)
  type(button, CARD)
  expect(scans).toEqual([])
})
