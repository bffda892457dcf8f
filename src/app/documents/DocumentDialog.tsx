import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { SxProps, Theme } from '@mui/material/styles'
import { useId, type ReactElement } from 'react'
import { useLanguage } from '../../i18n/LanguageContext'
import type { OpenableDocument } from '../../ui/document/openDocument'
import { ErrorBoundary } from '../../ui/ErrorBoundary'
import { CloseIcon } from '../../ui/icons'
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
      <Box sx={HEAD}>
        <Box component="h2" id={title} dir="auto" sx={TITLE}>
          {opened.title}
        </Box>
        <Button
          variant="outlined"
          startIcon={<CloseIcon />}
          onClick={() => dialog.current?.close()}
          sx={{ flexShrink: 0 }}
        >
          {t('close')}
        </Button>
      </Box>
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

const TITLE: SxProps<Theme> = { margin: 0, fontSize: '1.25rem', flexGrow: 1, minWidth: 0 }

const BODY: SxProps<Theme> = {
  display: 'grid',
  gap: 1.5,
  padding: { xs: 2, sm: 3 },
  gridTemplateColumns: 'minmax(0, 1fr)',
}

/** Stays where it is while the document is scrolled: the way out, and whose document it is. */
const HEAD: SxProps<Theme> = {
  position: 'sticky',
  insetBlockStart: 0,
  zIndex: 1,
  display: 'flex',
  gap: 2,
  alignItems: 'flex-start',
  paddingInline: { xs: 2, sm: 3 },
  paddingBlock: 1.5,
  backgroundColor: 'background.paper',
  borderBlockEnd: '1px solid',
  borderColor: 'divider',
}
