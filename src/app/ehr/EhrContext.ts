import { createContext, useContext } from 'react'
import type { EhrConnection, EhrState } from '../../core/ehr/connection'

/** What became of the launch; `undefined` in the stand-alone viewer. Provided by `OptionalFhir`. */
export const EhrContext = createContext<EhrState | undefined>(undefined)

/** The chart that the viewer was launched from; `undefined` outside an EHR and until the connection stands. */
export function useEhr(): EhrConnection | undefined {
  const state = useContext(EhrContext)
  return state?.kind === 'ready' ? state.connection : undefined
}
