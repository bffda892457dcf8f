import Box from '@mui/material/Box'
import { useEffect, useState, useSyncExternalStore, type ReactElement } from 'react'
import type { ShxError } from '../../core/errors'
import { useLanguage } from '../../i18n/LanguageContext'
import type { Mailbox } from '../../platform/installed/mailbox'
import type { Brought } from '../../platform/installed/shared'
import { useConfig } from '../ConfigContext'
import { LoadFailed } from '../LoadFailed'
import { messages } from '../messages'
import { useLoaded } from '../useLoaded'
import { listenForDrops } from './dropAndPaste'
import type { FileReading, FilesState } from './fileReading'

export interface FilesProps {
  readonly reading: FileReading
  readonly viewData: (text: string) => void
  readonly reject: (error: ShxError) => void
  readonly onBrought: Mailbox['listen']
}

const loadOpening = async () => (await import('./openBrought')).openBrought

/** Files from anywhere on the page or from outside of it: a place to drop them, and what is being done with them. */
export function Files({ reading, viewData, reject, onBrought }: FilesProps): ReactElement {
  const { language } = useLanguage()
  const { files: takesFiles } = useConfig().features
  const [isDragging, setDragging] = useState(false)
  const state = useSyncExternalStore(reading.subscribe, reading.state)
  useEffect(
    () =>
      listenForDrops({
        // Taken in any case: the browser would leave the page for what is dropped on it.
        onFiles: (files) => {
          if (takesFiles) void reading.read(files)
        },
        onText: viewData,
        onDragging: setDragging,
      }),
    [reading, viewData, takesFiles],
  )
  useEffect(
    () =>
      onBrought((brought) => {
        const textName = messages(language)('sharedText')
        loadOpening()
          .then((openBrought) =>
            openBrought(takesFiles ? brought : withoutFiles(brought), {
              open: viewData,
              read: (files) => void reading.read(files),
              reject,
              textName,
            }),
          )
          .catch(() => reject({ code: 'SHARE_LOST' }))
      }),
    [onBrought, reading, viewData, reject, language, takesFiles],
  )
  return (
    <>
      {isDragging && takesFiles && <DropHere />}
      {state.phase !== 'idle' && <Dialog reading={reading} state={state} />}
    </>
  )
}

const withoutFiles = (brought: Brought): Brought =>
  brought.kind === 'brought' ? { ...brought, files: [] } : brought

function DropHere(): ReactElement {
  const { language } = useLanguage()
  return (
    <Box
      data-shx-drop
      sx={{
        position: 'fixed',
        inset: 0,
        zIndex: 10,
        display: 'grid',
        placeItems: 'center',
        padding: 3,
        pointerEvents: 'none',
        textAlign: 'center',
        fontSize: '1.5rem',
        fontWeight: 700,
        color: 'text.primary',
        backgroundColor: 'background.paper',
        opacity: 0.94,
        outline: '6px dashed',
        outlineColor: 'primary.main',
        outlineOffset: '-14px',
      }}
    >
      {messages(language)('dropHere')}
    </Box>
  )
}

const loadDialog = async () => (await import('./FilesDialog')).FilesDialog

interface DialogProps {
  readonly reading: FileReading
  readonly state: Exclude<FilesState, { phase: 'idle' }>
}

function Dialog(props: DialogProps): ReactElement | null {
  const loaded = useLoaded(loadDialog)
  if (loaded.status === 'loading') return <OnItsWay />
  return loaded.status === 'failed' ? <LoadFailed retry={loaded.retry} /> : <loaded.part {...props} />
}

/** The dialog itself is still being fetched: on a slow network somebody would think that nothing happens. */
function OnItsWay(): ReactElement {
  const { language } = useLanguage()
  return (
    <Box
      component="output"
      sx={{
        position: 'fixed',
        insetBlockEnd: 16,
        insetInlineStart: 16,
        zIndex: 10,
        padding: 1.5,
        border: '1px solid',
        borderColor: 'divider',
        borderRadius: 2,
        backgroundColor: 'background.paper',
      }}
    >
      {messages(language)('loading')}
    </Box>
  )
}
