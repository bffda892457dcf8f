import type { ReactElement } from 'react'
import type { OrganizedBundle } from '../../core/organizeResources'
import type { ViewContext } from '../../renderers/renderer'
import { LoadedScreen } from '../LoadedScreen'
import { useEhr } from './EhrContext'

export interface ChartCheckProps {
  readonly bundle: OrganizedBundle
  readonly context: ViewContext
}

const loadWarning = async () => (await import('./WrongPatientWarning')).WrongPatientWarning

/** The comparison with the chart, fetched only where there is one. */
export function ChartCheck({ bundle, context }: ChartCheckProps): ReactElement | null {
  const ehr = useEhr()
  return ehr ? <LoadedScreen load={loadWarning} props={{ chart: ehr.patient, bundle, context }} /> : null
}
