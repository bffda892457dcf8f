import { useMemo, type ReactElement } from 'react'
import { compareWithChart } from '../../core/ehr/chartPatient'
import type { Patient } from '../../core/fhir/types'
import type { OrganizedBundle } from '../../core/organizeResources'
import type { ViewContext } from '../../renderers/renderer'
import { MatchNotice } from './MatchNotice'
import { recordSubjects } from './recordSubjects'

export interface WrongPatientWarningProps {
  /** Whose chart is open. */
  readonly chart: Patient
  readonly bundle: OrganizedBundle
  readonly context: ViewContext
}

/** Compares the people of a record with the patient whose chart is open. Only in an EHR: elsewhere there is no chart. */
export function WrongPatientWarning({ chart, bundle, context }: WrongPatientWarningProps): ReactElement {
  const match = useMemo(() => compareWithChart(chart, recordSubjects(bundle)), [chart, bundle])
  return <MatchNotice match={match} chart={chart} bundle={bundle} context={context} />
}
