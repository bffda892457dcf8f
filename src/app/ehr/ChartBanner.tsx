import type { ReactElement } from 'react'
import { LoadedScreen } from '../LoadedScreen'
import { useEhr } from './EhrContext'

const loadBanner = async () => (await import('./PatientBanner')).PatientBanner

/** The patient of the chart, fetched only where there is one. */
export function ChartBanner(): ReactElement | null {
  const connection = useEhr()
  return connection ? <LoadedScreen load={loadBanner} props={{ connection }} /> : null
}
