import Box from '@mui/material/Box'
import type { SxProps, Theme } from '@mui/material/styles'
import { useId, type ReactElement } from 'react'
import { useLanguage } from '../../i18n/LanguageContext'
import type { OpenableDocument } from '../../ui/document/openDocument'
import { DialogHead } from '../../ui/DialogHead'
import { ErrorBoundary } from '../../ui/ErrorBoundary'
import { Notice } from '../../ui/Notice'
import { largeDialog } from '../../ui/dialogStyles'
import { useModal } from '../../ui/useModal'
import { DocumentContent } from './DocumentContent'
import { messages } from './messages'

export interface DocumentDialogProps {
  readonly opened: OpenableDocument
  readonly onClose: () => void
}

/**
 * A document in front of everything, under what its reader has to know of it. Escape closes it; the browser itself takes
 * the reader back to where it was opened. Closed, nothing of it is left. `data-shx-document` is a published contract: docs/dom-contract.md.
 */
export function DocumentDialog({ opened, onClose }: DocumentDialogProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const dialog = useModal()
  const title = useId()
  return (
    <Box
      component="dialog"
      ref={dialog}
      aria-labelledby={title}
      onClose={onClose}
      sx={DIALOG}
      data-shx-document=""
    >
      <DialogHead
        id={title}
        title={opened.title}
        close={t('close')}
        onClose={() => dialog.current?.close()}
        isSticky
      />
      <Box sx={BODY}>
        <Marks opened={opened} />
        <ErrorBoundary
          name="document"
          resetKey={opened}
          fallback={<Notice severity="error" title={t('cannotShow')} announce="assertive" />}
        >
          <DocumentContent opened={opened} depth={0} />
        </ErrorBoundary>
      </Box>
    </Box>
  )
}

/** "Superseded", "Entered in error": said again where nobody can overlook it. */
function Marks({ opened }: Pick<DocumentDialogProps, 'opened'>): ReactElement {
  return (
    <>
      {opened.marks
        .filter(({ severity }) => severity === 'error' || severity === 'warning')
        .map(({ severity, text }) => (
          <Notice key={text} severity={severity} title={<bdi>{text}</bdi>} />
        ))}
    </>
  )
}

const DIALOG: SxProps<Theme> = {
  ...largeDialog('60rem'),
  height: { xs: '100dvh', sm: 'auto' },
  padding: 0,
}

const BODY: SxProps<Theme> = {
  display: 'grid',
  gap: 1.5,
  padding: { xs: 2, sm: 3 },
  gridTemplateColumns: 'minmax(0, 1fr)',
}
