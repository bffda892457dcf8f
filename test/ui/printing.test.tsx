// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Disclosure } from '../../src/ui/Disclosure'
import { prepareForPrint } from '../../src/ui/printing'

const before = () => act(() => void window.dispatchEvent(new Event('beforeprint')))
const after = () => act(() => void window.dispatchEvent(new Event('afterprint')))

afterEach(() => {
  after()
  cleanup()
})

const details = (): HTMLDetailsElement | null => document.querySelector('details')

test('what is folded is printed, and folded again afterwards', () => {
  render(<Disclosure summary="More">the rest</Disclosure>)
  expect(screen.queryByText('the rest')).toBeNull()
  before()
  expect(screen.getByText('the rest')).toBeTruthy()
  expect(details()?.open).toBe(true)
  after()
  expect(screen.queryByText('the rest')).toBeNull()
  expect(details()?.open).toBe(false)
})

test('it is there before the event is over, because the browser waits for nothing', () => {
  render(<Disclosure summary="More">the rest</Disclosure>)
  // Without `act`, which would wait for what React does later.
  window.dispatchEvent(new Event('beforeprint'))
  expect(details()?.textContent).toContain('the rest')
})

test('what the reader has opened stays open after printing', () => {
  render(<Disclosure summary="More">the rest</Disclosure>)
  const element = details()
  if (!element) throw new Error('no details')
  element.open = true
  fireEvent(element, new Event('toggle'))
  before()
  after()
  expect(details()?.open).toBe(true)
  expect(screen.getByText('the rest')).toBeTruthy()
})

test('raw data is not printed unless it was opened, and details only with all details', () => {
  render(
    <>
      <Disclosure summary="Raw" prints={false}>
        raw
      </Disclosure>
      <Disclosure summary="Details" prints="details">
        every element
      </Disclosure>
    </>,
  )
  before()
  expect(screen.queryByText('raw')).toBeNull()
  expect(screen.queryByText('every element')).toBeNull()
  after()
  act(() => prepareForPrint('details'))
  before()
  expect(screen.queryByText('raw')).toBeNull()
  expect(screen.getByText('every element')).toBeTruthy()
})

test('a dialog that never comes does not leave the page laid out for paper', () => {
  render(<Disclosure summary="More">the rest</Disclosure>)
  act(() => prepareForPrint('record'))
  expect(screen.getByText('the rest')).toBeTruthy()
  act(() => void window.dispatchEvent(new Event('pointerdown')))
  expect(screen.queryByText('the rest')).toBeNull()
})
