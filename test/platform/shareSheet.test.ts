// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { canShare, share } from '../../src/platform/shareSheet'

const device = (parts: Partial<Navigator>) =>
  Object.assign(navigator, { canShare: undefined, share: undefined, ...parts })

afterEach(() => device({}))

test('a device without a share sheet is offered nothing', () => {
  device({})
  expect(canShare({ text: 'A' })).toBe(false)
})

test('the device decides what it takes', () => {
  device({ canShare: (data) => data?.files === undefined })
  expect(canShare({ text: 'A' })).toBe(true)
  expect(canShare({ file: { name: 'a.smart-health-card', content: '{}' } })).toBe(false)
})

test('a card goes as a file of its own type', async () => {
  const given = vi.fn<(data?: ShareData) => Promise<void>>(() => Promise.resolve())
  device({ share: given })
  expect(await share({ file: { name: 'a.smart-health-card', content: '{}' } })).toBe('shared')
  const [file] = given.mock.calls[0]?.[0]?.files ?? []
  expect([file?.name, file?.type, await file?.text()]).toEqual([
    'a.smart-health-card',
    'application/smart-health-card',
    '{}',
  ])
})

test('closing the sheet is no error, and a refusal is a value', async () => {
  device({ share: () => Promise.reject(new DOMException('', 'AbortError')) })
  expect(await share({ text: 'A' })).toBe('cancelled')
  device({ share: () => Promise.reject(new DOMException('', 'NotAllowedError')) })
  expect(await share({ text: 'A' })).toBe('refused')
  device({})
  expect(await share({ text: 'A' })).toBe('refused')
})
