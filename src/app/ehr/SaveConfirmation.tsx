import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import { createFormat } from '../../renderers/tables/format'
import { chartFormat } from './chartWords'
import type { RecordToSave } from './makeDocument'
import { PersonLine } from './PersonLine'
import { OPTION } from './SaveForms'
import { saveMessages } from './saveMessages'
import type { Asking } from './saving'

export interface SaveConfirmationProps {
  readonly asking: Asking
  readonly record: RecordToSave
  readonly confirmed: boolean
  readonly onChange: (confirmed: boolean) => void
}

/** The deliberate yes: to a mismatch under the names of both people, to "cannot tell" in one sentence. */
export function SaveConfirmation({
  asking,
  record,
  confirmed,
  onChange,
}: SaveConfirmationProps): ReactElement {
  const t = saveMessages(record.context.language)
  const isMismatch = asking.match.kind === 'mismatch'
  return (
    <Box component="label" sx={{ ...FRAME, borderColor: isMismatch ? 'error.main' : 'warning.main' }}>
      <input
        type="checkbox"
        checked={confirmed}
        onChange={(event) => onChange(event.currentTarget.checked)}
        data-save-confirmed=""
      />
      <span>
        <strong>{t(isMismatch ? 'confirmMismatch' : 'confirmUnclear')}</strong>
        {isMismatch && <People asking={asking} record={record} />}
      </span>
    </Box>
  )
}

const FRAME = { ...OPTION, marginBlock: 1, padding: 1.5, border: '2px solid', borderRadius: 2 } as const

/** The people of the record above the one of the chart. */
function People({ asking, record }: Pick<SaveConfirmationProps, 'asking' | 'record'>): ReactElement {
  const { context, verified } = record
  const t = saveMessages(context.language)
  const ofRecord = createFormat(verified.organized, context)
  return (
    <>
      {asking.match.subjects.map(({ subject }, index) => (
        // Two people may share name and birth date.
        <PersonLine key={index} label={t('ofRecord')} patient={subject.patient} format={ofRecord} />
      ))}
      <PersonLine
        label={t('ofChart')}
        patient={asking.patient}
        format={chartFormat(asking.patient, context)}
      />
    </>
  )
}
