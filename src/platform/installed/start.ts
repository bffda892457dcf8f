import { isFramed } from '../framePolicy'
import { registerServiceWorker } from '../workers'
import { listenForLaunches, type LaunchQueue } from './launches'
import { takeShared, takeShareMark, type Brought } from './shared'
import type { WorkerMessage } from './worker'

/**
 * Does what only an installed viewer needs, after everything else: receives what is shared with it or opened with it,
 * and sees to its worker. In a frame, without https, or where the browser knows none of this, nothing happens. Never
 * throws.
 */
export function startInstalled(base: URL, receive: (brought: Brought) => void): void {
  if (isFramed()) return
  const id = takeShareMark()
  if (id !== undefined) void takeShared(id, base).then(receive)
  const { launchQueue } = window as { readonly launchQueue?: LaunchQueue }
  listenForLaunches(launchQueue, { now: () => performance.now(), isRepeated: isRepeated(), receive })
  if (import.meta.env.PROD) attendWorker(base)
}

/**
 * An ordinary tab gets no worker. It comes when the browser offers to install the viewer, so that it is there before
 * anything can be shared; with the installation comes the copy of the viewer that starts without a network.
 */
function attendWorker(base: URL): void {
  if (isInstalled()) void keepCopy(base)
  window.addEventListener('beforeinstallprompt', () => void registerServiceWorker(base))
  window.addEventListener('appinstalled', () => void keepCopy(base))
}

async function keepCopy(base: URL): Promise<void> {
  const registration = await registerServiceWorker(base)
  if (!registration) return
  const worker = registration.active ?? (await navigator.serviceWorker.ready).active
  worker?.postMessage({ kind: 'keep' } satisfies WorkerMessage, [])
}

/** True in a window of the installed app. A page that fills the screen in an ordinary browser is not one. */
const isInstalled = (): boolean =>
  window.matchMedia(
    '(display-mode: standalone), (display-mode: minimal-ui), (display-mode: window-controls-overlay)',
  ).matches

const isRepeated = (): boolean =>
  performance
    .getEntriesByType('navigation')
    .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate')
