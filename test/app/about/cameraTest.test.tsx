// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { CameraTest } from '../../../src/app/about/CameraTest'
import { DEFAULT_CONFIG } from '../../../src/config/config'
import type { Camera, CameraState } from '../../../src/platform/cameraTypes'
import { renderApp, scriptedSession } from '../../support/renderApp'

afterEach(cleanup)

/** A camera that sees what the test says. */
function fakeCamera() {
  const state: CameraState = { phase: 'scanning', facing: 'environment', cameras: 1, hint: undefined }
  const listeners = new Set<(text: string) => void>()
  const stop = vi.fn<() => void>()
  const camera: Camera = {
    state: () => state,
    subscribe: () => () => undefined,
    listen: (onText) => {
      listeners.add(onText)
      return () => void listeners.delete(onText)
    },
    start: () => undefined,
    restart: () => undefined,
    pressSwitch: () => undefined,
    toggleLight: () => undefined,
    zoomTo: () => undefined,
    stop,
  }
  return {
    stop,
    capture: {
      loadCamera: () => Promise.resolve(() => camera),
      readDocument: () => Promise.resolve({ ok: false, error: { code: 'READER_UNAVAILABLE' } } as const),
      openWindow: () => 'blocked' as const,
    },
    see: (text: string) => {
      for (const listener of listeners) listener(text)
    },
    listeners,
  }
}

test('the camera test says what was read, opens nothing, and puts the camera out', async () => {
  const { capture, see, stop, listeners } = fakeCamera()
  const { session, requests } = scriptedSession()
  let now = 0
  renderApp(<CameraTest config={DEFAULT_CONFIG} />, { session, capture, clock: () => new Date(now) })
  fireEvent.click(screen.getByRole('button', { name: 'Test the camera' }))
  await vi.waitFor(() => expect(listeners.size).toBe(1))
  now = 1_450
  see('https://menu.example/today')
  await screen.findByText(/The camera works. What it read is not/)
  expect(document.body.textContent).toContain('26 characters')
  expect(document.body.textContent).toContain('1.5 seconds')
  expect(document.body.textContent).toContain('https://me…')
  expect(document.body.textContent).not.toContain('menu.example')
  expect(requests).toEqual([])
  expect(stop).toHaveBeenCalled()
  expect(listeners.size).toBe(0)
  expect(document.querySelector('[data-shx-camera-test]')?.getAttribute('data-shx-camera-test')).toBe('done')
})

test('a camera that cannot be had says so, and the test can be ended', async () => {
  renderApp(<CameraTest config={DEFAULT_CONFIG} />)
  fireEvent.click(screen.getByRole('button', { name: 'Test the camera' }))
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Stop the test' }))
  expect(screen.getByRole('button', { name: 'Test the camera' })).toBeTruthy()
})
