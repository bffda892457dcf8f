import type { ReactElement } from 'react'
import { LoadedScreen } from '../LoadedScreen'
import { useEhr } from './EhrContext'
import type { SaveToRecordProps } from './SaveToRecord'

const loadSaving = async () => (await import('./SaveToRecord')).SaveToRecord

/** Saving to the chart, fetched only where there is one. */
export function ChartSaving(record: Omit<SaveToRecordProps, 'connection' | 'layoutOf'>): ReactElement | null {
  const connection = useEhr()
  return connection ? <LoadedScreen load={loadSaving} props={{ ...record, connection }} /> : null
}
