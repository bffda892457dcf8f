// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { ConfigContext } from '../../src/app/ConfigContext'
import { Opening } from '../../src/app/data/Opening'
import { createLazyReading } from '../../src/app/files/lazyReading'
import { SampleList } from '../../src/app/SampleList'
import { DEFAULT_CONFIG } from '../../src/config/config'
import type { Sample } from '../../src/platform/samples'
import { renderApp } from '../support/renderApp'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const shown = (): string => screen.getByRole('status').textContent
const pass = (seconds: number): void => act(() => void vi.advanceTimersByTime(seconds * 1000))
const button = (id: string): Element => document.querySelector(`[data-sample="${id}"]`) as Element

test('a wait is counted after three seconds, and called slow after eight, with when it ends', () => {
  vi.useFakeTimers()
  renderApp(
    <ConfigContext value={{ ...DEFAULT_CONFIG, requestTimeoutSeconds: 12 }}>
      <Opening progress={undefined} />
    </ConfigContext>,
  )
  pass(2)
  expect(shown()).not.toContain('second')
  pass(1)
  expect(shown()).toContain('3 seconds')
  pass(5)
  expect(shown()).toContain('12 seconds')
})

test('files are being read from the moment that they are there, and can be cancelled from then on', async () => {
  const open = vi.fn<(text: string) => void>()
  const reject = vi.fn<() => void>()
  const reading = createLazyReading({ readDocument: () => new Promise(() => undefined), open, reject })
  const told = vi.fn<() => void>()
  reading.subscribe(told)
  const read = reading.read([new File(['shc:/1'], 'a.txt'), new File(['x'], 'b.txt')])
  expect(reading.state()).toMatchObject({ phase: 'reading', file: 0, files: 2 })
  expect(told).toHaveBeenCalledTimes(1)
  reading.cancel()
  expect(reading.state()).toEqual({ phase: 'idle' })
  await read
  expect(open).not.toHaveBeenCalled()
  expect(reject).not.toHaveBeenCalled()
})

/** A sample whose text comes when the test says so. */
function slowSample(id: string) {
  const ways: ((text: string) => void)[] = []
  const text = new Promise<string>((resolve) => ways.push(resolve))
  const sample: Sample = { id, title: { en: id }, description: { en: '' }, text: () => text }
  return { sample, arrive: () => ways[0]?.(id) }
}

test('a sample that arrives late opens nothing over what has been opened meanwhile', async () => {
  const [first, second] = [slowSample('first'), slowSample('second')]
  const viewData = vi.fn<(text: string) => void>()
  const samples = { list: () => Promise.resolve([first.sample, second.sample]) }
  const { unmount } = renderApp(<SampleList viewData={viewData} />, { samples })
  await waitFor(() => expect(button('first')).not.toBeNull())
  fireEvent.click(button('first'))
  expect(screen.getByRole('status').textContent).toContain('Loading this sample')
  fireEvent.click(button('second'))
  await act(async () => {
    second.arrive()
    first.arrive()
  })
  expect(viewData.mock.calls).toEqual([['second']])
  fireEvent.click(button('first'))
  unmount()
  await act(async () => undefined)
  expect(viewData).toHaveBeenCalledTimes(1)
})
