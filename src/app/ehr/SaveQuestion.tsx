import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactElement } from 'react'
import type { SaveForm } from '../../config/ehrs'
import type { DocumentForm } from '../../core/ehr/documentReference'
import type { VerifiedBundle } from '../../core/openSHX'
import { describeVerdict } from '../../i18n/verdicts'
import { Notice } from '../../ui/Notice'
import { linkMessages } from '../data/linkMessages'
import type { RecordToSave } from './makeDocument'
import { MatchNotice } from './MatchNotice'
import { recordKind } from './recordSubjects'
import { SaveConfirmation } from './SaveConfirmation'
import { SaveForms, type Chosen } from './SaveForms'
import { saveMessages } from './saveMessages'
import type { Asking, Saving } from './saving'

export interface SaveQuestionProps {
  readonly asking: Asking
  readonly saving: Saving
  readonly record: RecordToSave
  readonly forms: readonly SaveForm[]
  readonly onClose: () => void
}

/**
 * What a person decides about: whose chart, whether the record is about that patient, what it is worth, and in which
 * form. Without a match it takes a deliberate yes.
 */
export function SaveQuestion({ asking, saving, record, forms, onClose }: SaveQuestionProps): ReactElement {
  const { context, verified } = record
  const t = saveMessages(context.language)
  const { match, patient, changed } = asking
  const [confirmed, setConfirmed] = useState(match.kind === 'match')
  const [chosen, setChosen] = useState<Chosen>({
    shown: forms.includes('pdf') || !forms.includes('jpeg') ? 'pdf' : 'jpeg',
    received: false,
  })
  return (
    <>
      {changed && (
        <Box sx={{ marginBlockStart: 2 }}>
          <Notice severity="warning" announce="assertive" title={t('changed')} />
        </Box>
      )}
      <MatchNotice match={match} chart={patient} bundle={verified.organized} context={context} />
      <Worth record={record} />
      <SaveForms record={record} forms={forms} chosen={chosen} onChange={setChosen} />
      <Box component="p" sx={{ marginBlock: 1 }}>
        {t('filedAs')} {t(`kind_${recordKind(verified.organized)}`)}
      </Box>
      {match.kind !== 'match' && (
        <SaveConfirmation asking={asking} record={record} confirmed={confirmed} onChange={setConfirmed} />
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, marginBlockStart: 2 }}>
        <Button
          variant="contained"
          disabled={!confirmed}
          color={match.kind === 'mismatch' ? 'error' : 'primary'}
          onClick={() => void saving.save(formsOf(chosen, verified))}
          data-save-confirm=""
        >
          {t('save')}
        </Button>
        <Button variant="outlined" onClick={onClose}>
          {t('cancel')}
        </Button>
      </Box>
    </>
  )
}

const formsOf = ({ shown, received }: Chosen, { source }: VerifiedBundle): readonly DocumentForm[] =>
  received ? [shown, source.kind === 'jws' ? 'card' : 'fhir'] : [shown]

/** The verdict, in the words of the banner. */
function Worth({ record }: Pick<SaveQuestionProps, 'record'>): ReactElement {
  const { verified, context, from, status } = record
  const { headline, reason } = describeVerdict(verified.verdict, context.language, from)
  const isVerified = verified.verdict.status === 'verified'
  return (
    <>
      {status === 'no-longer-valid' && (
        <Box sx={{ marginBlock: 1.5 }}>
          <Notice severity="warning" title={linkMessages(context.language)('noLongerValid')} />
        </Box>
      )}
      <Notice severity={isVerified ? 'success' : 'warning'} title={headline}>
        {reason}
      </Notice>
    </>
  )
}
