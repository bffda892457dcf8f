import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { SxProps, Theme } from '@mui/material/styles'
import { useEffect, useId, useRef, useSyncExternalStore, type ReactElement } from 'react'
import type { SaveForm } from '../../config/ehrs'
import type { Patient } from '../../core/fhir/types'
import { useLanguage } from '../../i18n/LanguageContext'
import { largeDialog } from '../../ui/dialogStyles'
import { useModal } from '../../ui/useModal'
import { chartFormat } from './chartWords'
import type { RecordToSave } from './makeDocument'
import { PersonLine } from './PersonLine'
import { SaveBlocked } from './SaveBlocked'
import { SaveQuestion } from './SaveQuestion'
import { SaveResults } from './SaveResults'
import { saveMessages } from './saveMessages'
import type { Saving, SavingState } from './saving'

export interface SaveDialogProps {
  readonly saving: Saving
  readonly record: RecordToSave
  /** Whose chart it goes to. */
  readonly chart: Patient
  /** Forms that the EHR takes. */
  readonly forms: readonly SaveForm[]
  readonly onClose: () => void
}

/**
 * Saving to the chart, in front of everything: whose chart, what is saved, and what became of it. Escape closes it, but
 * not while something is on its way: what became of it has to be read.
 * `data-save-dialog` is a published contract: docs/dom-contract.md.
 */
export function SaveDialog(props: SaveDialogProps): ReactElement {
  const { saving, record, chart, onClose } = props
  const { context } = record
  const t = saveMessages(context.language)
  const state = useSyncExternalStore(saving.subscribe, saving.state)
  const dialog = useModal()
  const title = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  // The button that was pressed is gone with its step.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the effect is for the change of step
  useEffect(() => heading.current?.focus(), [state.phase])
  const close = (): void => {
    saving.stop()
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
        if (state.phase !== 'saving') close()
      }}
      onClose={() => {
        // A browser lets nobody be held for ever: a second Escape closes it without asking. It opens again while
        // something is on its way.
        if (dialog.current?.open !== false) return
        if (state.phase === 'saving') dialog.current.showModal()
        else close()
      }}
      sx={largeDialog('44rem')}
    >
      <Box component="h2" id={title} ref={heading} tabIndex={-1} sx={TITLE}>
        {t('title')}
      </Box>
      <PersonLine label={t('ofChart')} patient={chart} format={chartFormat(chart, context)} />
      <Step {...props} state={state} onClose={close} />
    </Box>
  )
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
      return <SaveBlocked why={state.why} onAgain={() => void saving.begin()} onClose={onClose} />
    case 'done':
      return (
        <SaveResults
          saved={state.saved}
          left={state.left}
          onAgain={(forms, anyway) => void saving.save(forms, { anyway })}
          onClose={onClose}
        />
      )
    default:
      return state satisfies never
  }
}

interface WaitProps {
  readonly words: string
  readonly stop: string
  readonly onStop: () => void
}

function Wait({ words, stop, onStop }: WaitProps): ReactElement {
  return (
    <>
      <Box component="output" sx={{ display: 'block', marginBlock: 2, fontWeight: 600 }}>
        {words}
      </Box>
      <Button variant="outlined" onClick={onStop}>
        {stop}
      </Button>
    </>
  )
}

const TITLE: SxProps<Theme> = { marginBlock: 0, fontSize: '1.25rem', '&:focus': { outline: 'none' } }
