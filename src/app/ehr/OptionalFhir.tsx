import { useContext, useSyncExternalStore, type ReactElement, type ReactNode } from 'react'
import type { EhrState } from '../../core/ehr/connection'
import type { EhrSession } from '../../platform/ehr/session'
import { useServices } from '../ServicesContext'
import { EhrContext } from './EhrContext'

/**
 * Gives every screen what became of the launch. In the stand-alone viewer that is `undefined`, and nothing else is
 * different: no screen reads the address, and none waits for an EHR.
 */
export function OptionalFhir({ children }: { readonly children: ReactNode }): ReactElement {
  const { ehr } = useServices()
  return <EhrContext value={useEhrState(ehr)}>{children}</EhrContext>
}

const NOTHING = { subscribe: () => () => undefined, state: () => undefined, isExpired: () => false } as const

const useEhrState = (ehr: EhrSession | undefined): EhrState | undefined =>
  useSyncExternalStore((ehr ?? NOTHING).subscribe, (ehr ?? NOTHING).state)

/** True while the EHR no longer answers to what it granted; the connection and its patient are still what they were. */
export function useEhrExpired(): boolean {
  const { ehr } = useServices()
  return useSyncExternalStore((ehr ?? NOTHING).subscribe, (ehr ?? NOTHING).isExpired)
}

/** `data-ehr` of the page: what became of the launch, for tests and kiosk software. Absent in the stand-alone viewer. */
export function useEhrMark(): EhrState['kind'] | 'expired' | undefined {
  const state = useContext(EhrContext)
  const isExpired = useEhrExpired()
  return isExpired && state?.kind === 'ready' ? 'expired' : state?.kind
}
