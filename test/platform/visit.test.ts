// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi, type MockInstance } from 'vitest'
import { saveFile } from '../../src/platform/exportFile'
import { objectUrl } from '../../src/platform/objectUrls'
import { endVisit, untilVisitEnds, visitSignal } from '../../src/platform/visit'

const blob = new Blob(['a record'])
const live = new Set<string>()
let revoke: MockInstance<typeof URL.revokeObjectURL>

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
    const address = `blob:${live.size}`
    live.add(address)
    return address
  })
  revoke = vi.spyOn(URL, 'revokeObjectURL').mockImplementation((address) => void live.delete(address))
})
afterEach(() => {
  endVisit()
  live.clear()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

test('the end of a visit is told once, and the next visit has a signal of its own', () => {
  const end = vi.fn<() => void>()
  const before = visitSignal()
  untilVisitEnds(end)
  endVisit()
  endVisit()
  expect(end).toHaveBeenCalledTimes(1)
  expect(before.aborted).toBe(true)
  expect(visitSignal().aborted).toBe(false)
})

test('what has ended by itself is not ended again', () => {
  const end = vi.fn<() => void>()
  untilVisitEnds(end)()
  endVisit()
  expect(end).not.toHaveBeenCalled()
})

test('every address of bytes ends with the visit', () => {
  objectUrl(blob, 60_000)
  saveFile(new Uint8Array([1]), 'document.pdf')
  expect(live.size).toBe(2)
  endVisit()
  expect(live.size).toBe(0)
})

test('an address ends with its time or when it is taken back, and once', () => {
  const first = objectUrl(blob, 60_000)
  const second = objectUrl(blob, 1_000)
  first.revoke()
  expect([...live]).toEqual([second.address])
  vi.advanceTimersByTime(1_000)
  expect(live.size).toBe(0)
  endVisit()
  expect(revoke).toHaveBeenCalledTimes(2)
})
