import { createContext, useContext, useSyncExternalStore } from 'react'
import type { CodeRenderer } from '../core/codes/codeRenderer'
import type { Session, ShxState } from '../core/session'
import type { Leaving, Left } from '../platform/leaving'
import type { Services } from '../platform/services'

export const ServicesContext = createContext<Services | undefined>(undefined)

/** Everything with effects, handed down by the entry point. */
export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (!services) throw new Error('ServicesContext is missing')
  return services
}

/** What is open now. A hook only reads; opening starts from an action. */
export const useShx = (session: Session): ShxState => useSyncExternalStore(session.subscribe, session.state)

/** How many persons have been left, and why the last one was. */
export const useLeft = (leaving: Leaving): Left => useSyncExternalStore(leaving.subscribe, leaving.left)

/** Changes whenever a code may have got better words. */
export const useCodesVersion = (codes: CodeRenderer): number =>
  useSyncExternalStore(codes.subscribe, codes.version)
