import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createCamera, DOUBLE_PRESS, SLOW_AFTER } from '../../src/platform/camera'
import { HINT_AFTER, REPEAT } from '../../src/platform/cameraWatch'
import type { CameraOptions, CameraPorts } from '../../src/platform/cameraTypes'
import type { FrameEvents } from '../../src/platform/frameReader'

interface FakeCamera {
  readonly id: string
  readonly label?: string
  readonly facing?: 'user' | 'environment'
  readonly abilities?: Readonly<Record<string, unknown>>
}

const problem = (name: string): Error => Object.assign(new Error('no'), { name })

/** Devices and a page as a browser has them; every request and every refusal is the test's. */
function world(cameras: FakeCamera[], { remembered }: { remembered?: string } = {}) {
  const events = new EventTarget()
  const page = Object.assign(new EventTarget(), { hidden: false })
  const asked: MediaStreamConstraints[] = []
  const live: { readonly id: string; readonly track: EventTarget; stopped: boolean }[] = []
  const written: string[] = []
  const frames: FrameEvents[] = []
  const refusals: Error[] = []
  const applied: unknown[] = []
  const streamOf = (camera: FakeCamera): MediaStream => {
    const entry = { id: camera.id, track: new EventTarget(), stopped: false }
    live.push(entry)
    const track = Object.assign(entry.track, {
      label: camera.label ?? '',
      stop: () => {
        entry.stopped = true
      },
      getSettings: () => ({ deviceId: camera.id, ...(camera.facing && { facingMode: camera.facing }) }),
      getCapabilities: () => ({ ...camera.abilities }),
      applyConstraints: async (wish: unknown) => {
        applied.push(wish)
      },
    })
    return { getTracks: () => [track], getVideoTracks: () => [track] } as unknown as MediaStream
  }
  const getUserMedia = async (constraints: MediaStreamConstraints = {}): Promise<MediaStream> => {
    asked.push(constraints)
    const refusal = refusals.shift()
    if (refusal) throw refusal
    const video = typeof constraints.video === 'object' ? constraints.video : {}
    const { deviceId, facingMode } = video as {
      deviceId?: { exact: string }
      facingMode?: { ideal: string }
    }
    const camera = deviceId
      ? cameras.find(({ id }) => id === deviceId.exact)
      : (cameras.find(({ facing }) => facing === facingMode?.ideal) ?? cameras[0])
    if (!camera) throw problem(deviceId ? 'OverconstrainedError' : 'NotFoundError')
    return streamOf(camera)
  }
  const ports = {
    mediaDevices: Object.assign(events, {
      getUserMedia,
      enumerateDevices: async () =>
        cameras.map(({ id, label = '' }) => ({ kind: 'videoinput', deviceId: id, label }) as MediaDeviceInfo),
    }),
    isSecure: true,
    isBlockedByFrame: () => false,
    page,
    readPreference: () => remembered,
    writePreference: (value: string) => written.push(value),
    readFrames: (_: HTMLElement, __: MediaStream, reader: FrameEvents) => {
      frames.push(reader)
      return { stop: () => undefined }
    },
  } as unknown as CameraPorts
  return { ports, page, events, asked, live, written, frames, refusals, applied, cameras }
}

const settle = () => vi.advanceTimersByTimeAsync(0)

async function start(given: ReturnType<typeof world>, options: Partial<CameraOptions> = {}) {
  const camera = createCamera({ facing: 'environment', pauseSeconds: 60, ...options }, given.ports)
  const texts: string[] = []
  camera.listen((text) => texts.push(text))
  camera.start({} as HTMLElement)
  await settle()
  return { camera, texts }
}

/** The camera that is on, by id; the test fails when two are on at once. */
function running({ live }: ReturnType<typeof world>): string | undefined {
  const on = live.filter(({ stopped }) => !stopped)
  expect(on.length).toBeLessThanOrEqual(1)
  return on[0]?.id
}

const FRONT: FakeCamera = { id: 'front', label: 'Front Camera', facing: 'user' }
const BACK: FakeCamera = { id: 'back', label: 'Back Camera', facing: 'environment' }
const DESK: FakeCamera = { id: 'desk', label: 'USB Camera' }

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('which camera', () => {
  test('the one that the configuration names is started first (M27)', async () => {
    const back = world([FRONT, BACK])
    await start(back)
    expect(running(back)).toBe('back')
    const front = world([FRONT, BACK])
    await start(front, { facing: 'user' })
    expect(running(front)).toBe('front')
  })

  test('one press changes between front and back (M28)', async () => {
    const given = world([FRONT, BACK])
    const { camera } = await start(given)
    camera.pressSwitch()
    await vi.advanceTimersByTimeAsync(DOUBLE_PRESS)
    expect(running(given)).toBe('front')
    expect(camera.state()).toMatchObject({ phase: 'scanning', facing: 'user' })
    camera.pressSwitch()
    await vi.advanceTimersByTimeAsync(DOUBLE_PRESS)
    expect(running(given)).toBe('back')
  })

  test('two presses in a row walk through all cameras by id (M29)', async () => {
    const given = world([BACK, FRONT, DESK])
    const { camera } = await start(given)
    const seen: (string | undefined)[] = []
    for (let round = 0; round < 4; round++) {
      camera.pressSwitch()
      camera.pressSwitch()
      await vi.advanceTimersByTimeAsync(DOUBLE_PRESS)
      seen.push(running(given))
    }
    expect(seen).toEqual(['front', 'desk', 'back', 'front'])
  })

  test('cameras on a desk that look nowhere change all the same', async () => {
    const given = world([DESK, { id: 'second' }])
    const { camera } = await start(given)
    expect(running(given)).toBe('desk')
    camera.pressSwitch()
    await vi.advanceTimersByTimeAsync(DOUBLE_PRESS)
    expect(running(given)).toBe('second')
    expect(given.written.at(-1)).toBe('second')
  })

  test('the choice is remembered, and used the next time (M30)', async () => {
    const given = world([BACK, FRONT, DESK])
    const { camera } = await start(given)
    expect(given.written).toEqual([])
    camera.pressSwitch()
    await vi.advanceTimersByTimeAsync(DOUBLE_PRESS)
    camera.pressSwitch()
    camera.pressSwitch()
    await vi.advanceTimersByTimeAsync(DOUBLE_PRESS)
    expect(given.written).toEqual(['user', 'desk'])
    const again = world([BACK, FRONT, DESK], { remembered: 'desk' })
    await start(again)
    expect(running(again)).toBe('desk')
  })

  test('a remembered camera that is gone gives way to any other', async () => {
    const given = world([BACK], { remembered: 'unplugged' })
    const { camera } = await start(given)
    expect(running(given)).toBe('back')
    expect(camera.state()).toMatchObject({ phase: 'scanning' })
  })

  test('with one camera there is nothing to switch (M31)', async () => {
    const given = world([DESK])
    const { camera } = await start(given)
    expect(camera.state()).toMatchObject({ cameras: 1 })
    camera.pressSwitch()
    await vi.advanceTimersByTimeAsync(DOUBLE_PRESS)
    expect(given.asked).toHaveLength(1)
    expect(given.written).toEqual([])
  })

  test.each([
    [
      'an iPhone takes its combined lenses',
      ['Back Ultra Wide Camera', 'Back Camera', 'Back Triple Camera'],
      2,
    ],
    ['an Android takes its first back lens', ['camera2 2, facing back', 'camera2 0, facing back'], 1],
    ['a lens for far or depth is no help', ['Back Telephoto Camera', 'Back Depth Camera', 'Back Camera'], 2],
  ])('of several back cameras %s', async (_, labels, best) => {
    const given = world(labels.map((label, at) => ({ id: `c${at}`, label, facing: 'environment' })))
    await start(given)
    expect(running(given)).toBe(`c${best}`)
    const chosen = world(
      labels.map((label, at) => ({ id: `c${at}`, label })),
      { remembered: 'c0' },
    )
    await start(chosen)
    expect(running(chosen)).toBe('c0')
  })
})

describe('why there is none', () => {
  test.each([
    ['NotAllowedError', 'CAMERA_DENIED'],
    ['SecurityError', 'CAMERA_DENIED'],
    ['NotReadableError', 'CAMERA_IN_USE'],
    ['AbortError', 'CAMERA_IN_USE'],
    ['SomethingNew', 'CAMERA_UNAVAILABLE'],
    ['constructor', 'CAMERA_UNAVAILABLE'],
  ])('%s is %s', async (name, code) => {
    const given = world([DESK])
    given.refusals.push(problem(name))
    const { camera } = await start(given)
    expect(camera.state()).toMatchObject({ phase: 'failed', error: { code } })
    camera.restart()
    await settle()
    expect(camera.state().phase).toBe('scanning')
  })

  test('no camera at all, until one is plugged in', async () => {
    const given = world([])
    const { camera } = await start(given)
    expect(camera.state()).toMatchObject({ error: { code: 'CAMERA_UNAVAILABLE' } })
    given.cameras.push(DESK)
    given.events.dispatchEvent(new Event('devicechange'))
    await settle()
    expect(running(given)).toBe('desk')
  })

  test('unplugged while it was on; it comes back by itself', async () => {
    const given = world([DESK])
    const { camera } = await start(given)
    given.live[0]?.track.dispatchEvent(new Event('ended'))
    await settle()
    expect(camera.state()).toMatchObject({ phase: 'failed', error: { code: 'CAMERA_UNPLUGGED' } })
    given.events.dispatchEvent(new Event('devicechange'))
    await settle()
    expect(camera.state().phase).toBe('scanning')
  })

  test('an insecure page and a frame that forbids it ask nobody', async () => {
    const insecure = world([DESK])
    Object.assign(insecure.ports, { isSecure: false, mediaDevices: undefined })
    expect((await start(insecure)).camera.state()).toMatchObject({
      error: { code: 'CAMERA_INSECURE_CONTEXT' },
    })
    const framed = world([DESK])
    Object.assign(framed.ports, { isBlockedByFrame: () => true })
    expect((await start(framed)).camera.state()).toMatchObject({ error: { code: 'CAMERA_BLOCKED_BY_FRAME' } })
    expect(framed.asked).toEqual([])
  })

  test('a decoder that cannot be loaded is said, and the camera goes out', async () => {
    const given = world([DESK])
    const { camera } = await start(given)
    given.frames[0]?.onBroken()
    expect(camera.state()).toMatchObject({ phase: 'failed', error: { code: 'READER_UNAVAILABLE' } })
    expect(running(given)).toBeUndefined()
  })

  test('a question that nobody answers is pointed out', async () => {
    const given = world([DESK])
    given.ports.mediaDevices!.getUserMedia = () => new Promise(() => undefined)
    const { camera } = await start(given)
    expect(camera.state()).toEqual({ phase: 'starting', slow: false })
    await vi.advanceTimersByTimeAsync(SLOW_AFTER)
    expect(camera.state()).toEqual({ phase: 'starting', slow: true })
  })
})

describe('while it is on', () => {
  test('the same code counts once while it is in view, and again later', async () => {
    const given = world([DESK])
    const { texts } = await start(given)
    const see = (text: string): void => given.frames[0]?.onText(text)
    for (let time = 0; time < 3; time++) {
      see('shc:/1')
      await vi.advanceTimersByTimeAsync(REPEAT - 100)
    }
    expect(texts).toEqual(['shc:/1'])
    see('shc:/2')
    await vi.advanceTimersByTimeAsync(REPEAT)
    see('shc:/2')
    expect(texts).toEqual(['shc:/1', 'shc:/2', 'shc:/2'])
  })

  test('it pauses after the configured time without a code, and starts again (M33)', async () => {
    const given = world([DESK])
    const { camera } = await start(given, { pauseSeconds: 10 })
    await vi.advanceTimersByTimeAsync(9_000)
    given.frames[0]?.onText('a part')
    await vi.advanceTimersByTimeAsync(9_999)
    expect(camera.state().phase).toBe('scanning')
    await vi.advanceTimersByTimeAsync(1)
    expect(camera.state()).toEqual({ phase: 'paused' })
    expect(running(given)).toBeUndefined()
    camera.restart()
    await settle()
    expect(running(given)).toBe('desk')
  })

  test('0 seconds never pause', async () => {
    const given = world([DESK])
    const { camera } = await start(given, { pauseSeconds: 0 })
    await vi.advanceTimersByTimeAsync(24 * 3600 * 1000)
    expect(camera.state().phase).toBe('scanning')
  })

  test('a hint comes when nothing is read, and another one in the dark', async () => {
    const given = world([DESK])
    const { camera } = await start(given)
    given.frames[0]?.onFrame(0.5)
    await vi.advanceTimersByTimeAsync(HINT_AFTER)
    expect(camera.state()).toMatchObject({ hint: 'no-code' })
    given.frames[0]?.onFrame(0.02)
    expect(camera.state()).toMatchObject({ hint: 'dark' })
    given.frames[0]?.onFrame(0.5)
    expect(camera.state()).toMatchObject({ hint: 'no-code' })
    given.frames[0]?.onText('found')
    expect(camera.state()).toMatchObject({ hint: undefined })
  })

  test('it sleeps with the tab, and wakes with it unless it had paused', async () => {
    const given = world([DESK])
    const { camera } = await start(given, { pauseSeconds: 10 })
    const turn = async (hidden: boolean): Promise<void> => {
      given.page.hidden = hidden
      given.page.dispatchEvent(new Event('visibilitychange'))
      await settle()
    }
    await turn(true)
    expect(running(given)).toBeUndefined()
    await turn(false)
    expect(running(given)).toBe('desk')
    await vi.advanceTimersByTimeAsync(10_000)
    await turn(true)
    await turn(false)
    expect(camera.state().phase).toBe('paused')
  })

  test('light and zoom are there where the camera has them', async () => {
    const abilities = {
      torch: true,
      zoom: { min: 1, max: 4, step: 0.5 },
      focusMode: ['manual', 'continuous'],
    }
    const given = world([{ ...DESK, abilities }])
    const { camera } = await start(given)
    expect(camera.state()).toMatchObject({ light: false, zoom: { least: 1, most: 4, step: 0.5, value: 1 } })
    camera.toggleLight()
    camera.zoomTo(2)
    await settle()
    expect(camera.state()).toMatchObject({ light: true, zoom: { value: 2 } })
    expect(given.applied).toEqual([
      { advanced: [{ focusMode: 'continuous' }] },
      { advanced: [{ torch: true }] },
      { advanced: [{ zoom: 2 }] },
    ])
    const plain = await start(world([DESK]))
    expect(plain.camera.state()).not.toHaveProperty('light')
    expect(plain.camera.state()).not.toHaveProperty('zoom')
  })

  test('a camera that answers after the screen was left is let go at once', async () => {
    const given = world([DESK])
    const camera = createCamera({ facing: 'user', pauseSeconds: 0 }, given.ports)
    camera.start({} as HTMLElement)
    camera.stop()
    await settle()
    expect(running(given)).toBeUndefined()
    expect(camera.state()).toEqual({ phase: 'off' })
  })
})
