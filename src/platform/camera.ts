import {
  cameraAfter,
  cameraError,
  choiceFrom,
  facingOf,
  preferenceOf,
  type CameraChoice,
  type CameraError,
} from './cameraChoice'
import { deviceOf, listCameras, openStream, stopTracks } from './cameraStream'
import { lightOf, setLight, setZoom, startFocus, zoomOf } from './cameraTrack'
import type { Camera, CameraOptions, CameraPorts, CameraState, Scanning } from './cameraTypes'
import { createRepeatFilter, createWatch, type Watch } from './cameraWatch'
import type { FrameReader } from './frameReader'

/** Two presses within this many milliseconds are one double press. */
export const DOUBLE_PRESS = 350
/** Milliseconds before a word about the question that the browser is asking. */
export const SLOW_AFTER = 8000

/**
 * One camera, from permission to text. A plain object that works on actions and tells its subscribers; the app and the
 * pop-up use the same one, so that they behave alike. The camera is on only while its page is in view.
 */
export function createCamera(options: CameraOptions, ports: CameraPorts): Camera {
  const run = new CameraRun(options, ports)
  return {
    state: () => run.state,
    subscribe: (listener) => {
      run.listeners.add(listener)
      return () => run.listeners.delete(listener)
    },
    listen: (onText) => {
      run.takers.add(onText)
      return () => run.takers.delete(onText)
    },
    start: (container) => run.begin(container),
    restart: () => void run.start(),
    pressSwitch: () => run.pressSwitch(),
    toggleLight: () => void run.toggleLight(),
    zoomTo: (value) => void run.zoomTo(value),
    stop: () => run.end(),
  }
}

class CameraRun {
  state: CameraState = { phase: 'off' }
  readonly listeners = new Set<() => void>()
  readonly takers = new Set<(text: string) => void>()
  readonly #options: CameraOptions
  readonly #ports: CameraPorts
  readonly #watch: Watch
  readonly #isNew = createRepeatFilter()
  #choice: CameraChoice
  /** Until a person has chosen, the best of several back cameras is ours to find. */
  #isChosen: boolean
  #container: HTMLElement | undefined
  #stream: MediaStream | undefined
  #reader: FrameReader | undefined
  /** Counts starts and stops, so that a late answer of the browser is known for one. */
  #turn = 0
  #resumes = false
  #press: ReturnType<typeof setTimeout> | undefined
  #patience: ReturnType<typeof setTimeout> | undefined

  constructor(options: CameraOptions, ports: CameraPorts) {
    this.#options = options
    this.#ports = ports
    const remembered = ports.readPreference()
    this.#choice = choiceFrom(remembered, options.facing)
    this.#isChosen = remembered !== undefined
    this.#watch = createWatch(options.pauseSeconds, {
      onHint: (hint) => this.#update({ hint }),
      onPause: () => {
        this.#release()
        this.#show({ phase: 'paused' })
      },
    })
  }

  begin(container: HTMLElement): void {
    this.#container = container
    this.#ports.page.addEventListener('visibilitychange', this.#onVisibility)
    this.#ports.mediaDevices?.addEventListener('devicechange', this.#onDevices)
    void this.start()
  }

  end(): void {
    this.#release()
    clearTimeout(this.#press)
    this.#press = undefined
    this.#ports.page.removeEventListener('visibilitychange', this.#onVisibility)
    this.#ports.mediaDevices?.removeEventListener('devicechange', this.#onDevices)
    this.#container = undefined
    this.#resumes = false
    this.#show({ phase: 'off' })
  }

  async start(): Promise<void> {
    this.#release()
    const mine = this.#turn
    const { mediaDevices, isSecure, isBlockedByFrame } = this.#ports
    if (!isSecure || !mediaDevices) return this.#fail({ code: 'CAMERA_INSECURE_CONTEXT' })
    if (isBlockedByFrame()) return this.#fail({ code: 'CAMERA_BLOCKED_BY_FRAME' })
    this.#show({ phase: 'starting', slow: false })
    this.#patience = setTimeout(() => this.#show({ phase: 'starting', slow: true }), SLOW_AFTER)
    try {
      const { facing } = this.#options
      const wish = { choice: this.#choice, isChosen: this.#isChosen, facing }
      const { stream, choice } = await openStream(mediaDevices, wish)
      const cameras = await this.#cameras()
      if (mine === this.#turn) this.#run(stream, choice, cameras.length)
      else stopTracks(stream) // stopped, hidden or switched meanwhile
    } catch (problem) {
      const cameras = await this.#cameras()
      if (mine === this.#turn) this.#fail(cameraError(problem), cameras.length)
    }
  }

  pressSwitch(): void {
    const isSecond = this.#press !== undefined
    clearTimeout(this.#press)
    this.#press = undefined
    if (isSecond) void this.#switchTo('next')
    else {
      this.#press = setTimeout(() => {
        this.#press = undefined
        void this.#switchTo('other-side')
      }, DOUBLE_PRESS)
    }
  }

  async toggleLight(): Promise<void> {
    const [track, state] = [this.#track(), this.state]
    if (!track || state.phase !== 'scanning' || state.light === undefined) return
    const light = !state.light
    if ((await setLight(track, light)) && this.#track() === track) this.#update({ light })
  }

  async zoomTo(value: number): Promise<void> {
    const [track, state] = [this.#track(), this.state]
    if (!track || state.phase !== 'scanning' || !state.zoom) return
    const zoom = { ...state.zoom, value }
    if ((await setZoom(track, value)) && this.#track() === track) this.#update({ zoom })
  }

  #run(stream: MediaStream, choice: CameraChoice, cameras: number): void {
    const track = stream.getVideoTracks()[0]
    const container = this.#container
    if (!track || !container) return stopTracks(stream)
    this.#stream = stream
    this.#choice = choice
    clearTimeout(this.#patience)
    track.addEventListener('ended', () => this.#onEnded(stream))
    void startFocus(track)
    const { facing } = { facing: this.#options.facing, ...choice }
    this.#show({
      phase: 'scanning',
      facing: facingOf(track.getSettings(), track.label, facing),
      cameras,
      hint: undefined,
      ...lightOf(track),
      ...zoomOf(track),
    })
    this.#watch.begin()
    try {
      this.#reader = this.#ports.readFrames(container, stream, {
        onText: (text) => this.#onText(text),
        onFrame: (brightness) => this.#watch.onFrame(brightness),
        onBroken: () => this.#fail({ code: 'READER_UNAVAILABLE' }),
      })
    } catch {
      this.#fail({ code: 'READER_UNAVAILABLE' })
    }
  }

  async #switchTo(where: 'next' | 'other-side'): Promise<void> {
    const cameras = await this.#cameras()
    if (cameras.length < 2 || !this.#container) return
    const current = this.#stream && deviceOf(this.#stream)
    const next = cameraAfter(cameras, current)
    const facing = this.state.phase === 'scanning' ? this.state.facing : this.#options.facing
    if (where === 'next' && next !== undefined) await this.#choose({ by: 'id', deviceId: next })
    else await this.#choose({ by: 'facing', facing: facing === 'user' ? 'environment' : 'user' })
    // Cameras on a desk do not know which way they look: the other side of one is the next one.
    const isSame = current !== undefined && this.#stream && deviceOf(this.#stream) === current
    if (isSame && next !== undefined) await this.#choose({ by: 'id', deviceId: next })
  }

  async #choose(choice: CameraChoice): Promise<void> {
    this.#choice = choice
    this.#isChosen = true
    await this.start()
    if (this.state.phase === 'scanning') this.#ports.writePreference(preferenceOf(choice))
  }

  #onText(text: string): void {
    if (!this.#isNew(text)) return
    this.#watch.begin()
    for (const take of this.takers) take(text)
  }

  readonly #onVisibility = (): void => {
    const { hidden } = this.#ports.page
    if (hidden && (this.state.phase === 'scanning' || this.state.phase === 'starting')) {
      this.#release()
      this.#resumes = true
      this.#show({ phase: 'off' })
    } else if (!hidden && this.#resumes) {
      this.#resumes = false
      void this.start()
    }
  }

  /** A camera that comes, or comes back, is started. One that goes is told of by its own track. */
  readonly #onDevices = async (): Promise<void> => {
    const cameras = await this.#cameras()
    this.#update({ cameras: cameras.length })
    const waits =
      this.state.phase === 'failed' && /^CAMERA_(UNPLUGGED|UNAVAILABLE)$/.test(this.state.error.code)
    if (waits && cameras.length > 0) void this.start()
  }

  async #onEnded(stream: MediaStream): Promise<void> {
    const cameras = await this.#cameras()
    if (this.#stream === stream) this.#fail({ code: 'CAMERA_UNPLUGGED' }, cameras.length)
  }

  #cameras(): Promise<readonly MediaDeviceInfo[]> {
    return listCameras(this.#ports.mediaDevices)
  }

  #track(): MediaStreamTrack | undefined {
    return this.#stream?.getVideoTracks()[0]
  }

  #fail(error: CameraError, cameras = 0): void {
    this.#release()
    this.#show({ phase: 'failed', error, cameras })
  }

  #release(): void {
    this.#turn += 1
    clearTimeout(this.#patience)
    this.#watch.end()
    this.#reader?.stop()
    this.#reader = undefined
    if (this.#stream) stopTracks(this.#stream)
    this.#stream = undefined
  }

  #update(change: Partial<Scanning>): void {
    if (this.state.phase === 'scanning') this.#show({ ...this.state, ...change })
  }

  #show(next: CameraState): void {
    this.state = next
    for (const listener of this.listeners) listener()
  }
}
