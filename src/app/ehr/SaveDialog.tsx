import Box from '@mui/material/Box'
import type { SxProps, Theme } from '@mui/material/styles'
import { useEffect, useId, useRef, useState, useSyncExternalStore, type ReactElement } from 'react'
import type { SaveForm } from '../../config/ehrs'
import type { Patient } from '../../core/fhir/types'
import { useLanguage } from '../../i18n/LanguageContext'
import { askBeforeUnload } from '../../platform/unload'
import { largeDialog } from '../../ui/dialogStyles'
import { Notice } from '../../ui/Notice'
import { useModal } from '../../ui/useModal'
import { useServices } from '../ServicesContext'
import { chartFormat } from './chartWords'
import type { RecordToSave } from './makeDocument'
import { PersonLine } from './PersonLine'
import { SaveBlocked } from './SaveBlocked'
import { SaveQuestion } from './SaveQuestion'
import { SaveResults } from './SaveResults'
import { saveMessages } from './saveMessages'
import { Wait } from './SaveWait'
import type { Saving, SavingState } from './saving'
import type { Followed } from './unreadSaves'

export interface SaveDialogProps {
  readonly saving: Saving
  readonly record: RecordToSave
  /** Whose chart it goes to. */
  readonly chart: Patient
  /** Forms that the EHR takes. */
  readonly forms: readonly SaveForm[]
  /** Told that this is in front of the reader: what nobody has closed here is told elsewhere. */
  readonly followed: Followed
  readonly onClose: () => void
}

/**
 * Saving to the chart, in front of everything: whose chart, what is saved, and what became of it. Escape closes it, but
 * not while something is on its way: what became of it has to be read.
 * `data-save-dialog` is a published contract: docs/dom-contract.md.
 */
export function SaveDialog(props: SaveDialogProps): ReactElement {
  const { saving, record, chart, followed, onClose } = props
  const { context } = record
  const t = saveMessages(context.language)
  const state = useSyncExternalStore(saving.subscribe, saving.state)
  const dialog = useModal()
  const title = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  // The button that was pressed is gone with its step.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the effect is for the change of step
  useEffect(() => heading.current?.focus(), [state.phase])
  useEffect(() => followed.show(), [followed])
  const isSaving = state.phase === 'saving'
  const missed = useMissed(isSaving)
  useEffect(() => (isSaving ? askBeforeUnload() : undefined), [isSaving])
  const close = (): void => {
    saving.stop()
    followed.read()
    onClose()
  }
  return (
    <Box
      component="dialog"
      ref={dialog}
      aria-labelledby={title}
      data-save-dialog={state.phase}
      onCancel={(event) => {
        event.preventDefault()
        if (!isSaving) close()
      }}
      onClose={() => {
        // A browser lets nobody be held for ever: a second Escape closes it without asking. It opens again while
        // something is on its way.
        if (dialog.current?.open !== false) return
        if (isSaving) dialog.current.showModal()
        else close()
      }}
      sx={largeDialog('44rem')}
    >
      <Box component="h2" id={title} ref={heading} tabIndex={-1} sx={TITLE}>
        {t('title')}
      </Box>
      <PersonLine label={t('ofChart')} patient={chart} format={chartFormat(chart, context)} />
      {missed > 0 && (
        <Box key={missed} sx={{ marginBlockStart: 2 }} data-save-held="">
          <Notice severity="warning" announce="assertive" title={t('held')}>
            {t('heldAdvice')}
          </Notice>
        </Box>
      )}
      <Step {...props} state={state} onClose={close} />
    </Box>
  )
}

/** Holds back whatever comes next while something is on its way, and counts it: the next record would hide this one. */
function useMissed(isSaving: boolean): number {
  const { hold } = useServices()
  const [missed, setMissed] = useState(0)
  useEffect(() => (isSaving ? hold.keep(() => setMissed((count) => count + 1)) : undefined), [hold, isSaving])
  return missed
}

function Step({ saving, state, ...props }: SaveDialogProps & { readonly state: SavingState }): ReactElement {
  const { language } = useLanguage()
  const t = saveMessages(language)
  const { onClose } = props
  switch (state.phase) {
    case 'checking':
      return <Wait words={t('step_checking')} stop={t('cancel')} onStop={onClose} />
    case 'asking':
      return <SaveQuestion key={state.reading} asking={state} saving={saving} {...props} />
    case 'saving':
      return <Wait words={t(`step_${state.step}`)} stop={t('stop')} onStop={saving.stop} />
    case 'blocked':
      return <SaveBlocked {...state} onAgain={() => void saving.begin()} onClose={onClose} />
    case 'done':
      return (
        <SaveResults
          {...state}
          onAgain={(forms, anyway) => void saving.save(forms, { anyway })}
          onClose={onClose}
        />
      )
    default:
      return state satisfies never
  }
}

const TITLE: SxProps<Theme> = { marginBlock: 0, fontSize: '1.25rem', '&:focus': { outline: 'none' } }
