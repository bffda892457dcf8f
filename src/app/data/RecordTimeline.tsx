import Box from '@mui/material/Box'
import { useMemo, type ReactElement } from 'react'
import type { OrganizedBundle } from '../../core/organizeResources'
import { isPatientShared } from '../../core/patientShared'
import type { Verdict } from '../../core/verdict'
import { formatInstant } from '../../i18n/values'
import type { ViewContext } from '../../renderers/renderer'
import { createFormat } from '../../renderers/tables/format'
import { sourceMessages } from '../../renderers/tables/messagesSources'
import { inOrder, recordLines, recordSteps, type DatedStep } from '../../renderers/tables/recordTimeline'
import { TimelineSteps } from '../../renderers/tables/TimelineView'
import { ErrorBoundary } from '../../ui/ErrorBoundary'

export interface RecordTimelineProps {
  readonly bundle: OrganizedBundle
  readonly verdict: Verdict
  /** Host of the link that it came by. */
  readonly from: string | undefined
  readonly context: ViewContext
}

/** A timeline that fails takes nothing else with it. */
export function RecordTimeline(props: RecordTimelineProps): ReactElement {
  return (
    <ErrorBoundary name="timeline" resetKey={props.context} fallback={null}>
      <Timeline {...props} />
    </ErrorBoundary>
  )
}

/** How the record came about: written, confirmed, put together, signed, shared. Only the signature was checked. */
function Timeline({ bundle, verdict, from, context }: RecordTimelineProps): ReactElement {
  const t = sourceMessages(context.language)
  const { steps, lines } = useMemo(() => {
    const f = createFormat(bundle, context)
    const all = [...recordSteps(f), ...signedSteps(verdict, context)]
    return { steps: [...inOrder(all), ...sharedSteps(bundle, from, context)], lines: recordLines(f) }
  }, [bundle, verdict, from, context])
  return (
    <Box data-record-timeline="" sx={{ marginBlock: 2 }}>
      <Box component="h3" sx={{ fontSize: '1rem', marginBlock: '1rem 0.25rem' }}>
        {t('recordTitle')}
      </Box>
      <TimelineSteps steps={steps} language={context.language} />
      {[...lines, ...(verdict.status === 'unsigned' ? [t('recordUnsigned')] : [])].map((line) => (
        <Box key={line} dir="auto" sx={{ marginBlockStart: 0.5 }}>
          {line}
        </Box>
      ))}
    </Box>
  )
}

function signedSteps({ issued, issuer }: Verdict, { language }: ViewContext): readonly DatedStep[] {
  if (!issuer) return []
  const t = sourceMessages(language)
  return [
    {
      when: (issued && formatInstant(issued, language)) ?? t('whenUnknown'),
      sortKey: issued?.getTime(),
      what: t('recordSigned'),
      lines: [t('recordSignedBy', { issuer: issuer.name ?? issuer.host })],
    },
  ]
}

/** The last of all, whatever the dates say: that is how it got here. */
function sharedSteps(
  bundle: OrganizedBundle,
  from: string | undefined,
  { language, now }: ViewContext,
): readonly DatedStep[] {
  const t = sourceMessages(language)
  const words = [
    ...(isPatientShared(bundle) ? [t('recordSharedPatient')] : []),
    ...(from === undefined ? [] : [t('recordShared', { host: from })]),
  ]
  const [what, ...lines] = words
  if (what === undefined) return []
  return [{ when: formatInstant(now, language) ?? t('whenUnknown'), sortKey: now.getTime(), what, lines }]
}
