import type { EhrConnectFailure, EhrState } from '../../core/ehr/connection'
import type { Clock } from '../../core/ports'
import type { ParsedConfig } from '../../config/config'
import { createHttp } from '../http'
import type { EhrReturn } from './returned'

/** What became of a launch, for as long as the page is there. A plain object outside of React: see ADR 0018. */
export interface EhrSession {
  readonly state: () => EhrState
  /** True while the EHR no longer answers to the token: what is on the screen stays, and nothing new can be asked. */
  readonly isExpired: () => boolean
  readonly subscribe: (listener: () => void) => () => void
  /** Tries again what can be tried again: see `MAY_RETRY`. */
  readonly retry: () => void
}

/** Failures after which the same launch may still succeed; after all others the chart has to launch the viewer anew. */
export const MAY_RETRY: ReadonlySet<EhrConnectFailure> = new Set([
  'unreachable',
  'patient-unreadable',
  'viewer-incomplete',
])

type Connect = (back: EhrReturn, onExpired: (isExpired: boolean) => void) => Promise<EhrState>

/**
 * Connects at once and once, whoever looks and however often: a code that is sent twice is worth nothing, and a second
 * connection could be another chart's. `connect` must not throw.
 */
export function createEhrSession(back: EhrReturn, connect: Connect): EhrSession {
  const listeners = new Set<() => void>()
  let current: EhrState = { kind: 'connecting' }
  let isExpired = false
  const show = (state: EhrState, expired: boolean): void => {
    if (state === current && expired === isExpired) return
    current = state
    isExpired = expired
    for (const listener of listeners) listener()
  }
  const onExpired = (expired: boolean): void => show(current, expired)
  const start = (): void => {
    void connect(back, onExpired).then((state) => show(state, isExpired && state.kind === 'ready'))
  }
  start()
  return {
    state: () => current,
    isExpired: () => isExpired,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    retry: () => {
      if (current.kind !== 'failed' || !MAY_RETRY.has(current.failure)) return
      show({ kind: 'connecting' }, false)
      start()
    },
  }
}

/** The connection of this page, with everything that a stand-alone viewer never loads. */
export const connectWith =
  (config: Promise<ParsedConfig>, clock: Clock): Connect =>
  async (back, onExpired) => {
    try {
      const [parts, { config: settings }] = await Promise.all([import('./parts'), config])
      const connected = await parts.connect(back, {
        ehrs: settings.ehrs,
        http: createHttp({ timeoutSeconds: settings.requestTimeoutSeconds }),
        store: parts.launchStore,
        clock,
        ticks: () => performance.now(),
        page: new URL(window.location.pathname, window.location.href),
        exchange: parts.exchange,
        onExpired,
      })
      return connected.ok
        ? { kind: 'ready', connection: connected.value }
        : { kind: 'failed', failure: connected.error }
    } catch {
      return { kind: 'failed', failure: 'viewer-incomplete' }
    }
  }
