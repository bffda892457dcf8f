import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useId, type ReactElement } from 'react'
import { readInput } from '../../core/readInput'
import { describeError } from '../../i18n/errors'
import { useLanguage } from '../../i18n/LanguageContext'
import { smallDialog } from '../../ui/dialogStyles'
import { Notice } from '../../ui/Notice'
import { OFFER, OFFER_TEXT } from '../../ui/offerStyles'
import { useModal } from '../../ui/useModal'
import type { FileReading, FilesState, NamedChoice, Remark } from './fileReading'
import { messages } from './messages'

export interface FilesDialogProps {
  readonly reading: FileReading
  readonly state: Exclude<FilesState, { phase: 'idle' }>
}

/** In front of everything while files are read, and while a person chooses what to open. Escape cancels. */
export function FilesDialog({ reading, state }: FilesDialogProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const dialog = useModal()
  const title = useId()
  return (
    <Box
      component="dialog"
      ref={dialog}
      aria-labelledby={title}
      data-files-phase={state.phase}
      onCancel={() => reading.cancel()}
      sx={smallDialog('36rem')}
    >
      <Box component="h2" id={title} sx={{ marginBlock: 0, fontSize: '1.25rem' }}>
        {t(state.phase === 'reading' ? 'readingTitle' : 'chooseTitle')}
      </Box>
      {state.phase === 'reading' ? <Progress state={state} /> : <Choices reading={reading} state={state} />}
      <Button variant="outlined" onClick={reading.cancel}>
        {t('cancel')}
      </Button>
    </Box>
  )
}

function Progress({ state }: { readonly state: Extract<FilesState, { phase: 'reading' }> }): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const { file, files, page, pages } = state
  const text =
    files > 1
      ? t('readingFile', { file: file + 1, files, page: page + 1, pages })
      : pages > 1
        ? t('readingPage', { page: page + 1, pages })
        : t('readingOne')
  return (
    <>
      <Box component="output" sx={{ display: 'block', marginBlock: 1.5, fontWeight: 600 }}>
        {text}
      </Box>
      <Box component="p" sx={{ color: 'text.secondary' }}>
        {t('privacy')}
      </Box>
    </>
  )
}

interface ChoicesProps {
  readonly reading: FileReading
  readonly state: Extract<FilesState, { phase: 'choosing' }>
}

function Choices({ reading, state }: ChoicesProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  return (
    <>
      {state.remarks.map((remark, index) => (
        <Box key={index} sx={{ marginBlock: 1.5 }}>
          <RemarkNotice remark={remark} />
        </Box>
      ))}
      <Box component="ul" sx={{ listStyle: 'none', padding: 0, marginBlock: 1.5, display: 'grid', gap: 1 }}>
        {state.choices.map((choice, index) => (
          <Box component="li" key={index} sx={OFFER}>
            <Box id={`choice-${index}`} sx={OFFER_TEXT}>
              <ChoiceText choice={choice} />
            </Box>
            <Button
              variant="contained"
              aria-describedby={`choice-${index}`}
              onClick={() => reading.choose(choice)}
            >
              {t('open')}
            </Button>
          </Box>
        ))}
      </Box>
    </>
  )
}

/** A link by its host and the sender's own words, so that a person can tell one from the other before it is opened. */
function ChoiceText({ choice }: { readonly choice: NamedChoice }): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const link = choice.kind === 'link' ? linkOf(choice.text) : undefined
  const title = (): string => {
    if (choice.kind === 'cards') return t('cards', { count: choice.count })
    if (choice.kind === 'record') return t('record')
    return link ? t('link', { host: link.url.host }) : t('linkUnreadable')
  }
  return (
    <>
      <Box sx={{ fontWeight: 700 }}>
        <bdi>{title()}</bdi>
      </Box>
      {link?.label !== undefined && link.label.trim() !== '' && (
        <div>
          {t('linkLabel')}{' '}
          <q translate="no">
            <bdi>{link.label.slice(0, 80)}</bdi>
          </q>
        </div>
      )}
      {choice.file !== undefined && (
        <Box sx={{ color: 'text.secondary' }}>
          <bdi>{t('fromFile', { file: choice.file })}</bdi>
        </Box>
      )}
    </>
  )
}

/** Only to be told apart: whether a link may be opened is decided when it is. */
function linkOf(text: string) {
  const read = readInput(text, { allowLoopback: true, allowedHosts: [] })
  return read.ok && read.value.kind === 'link' ? read.value.payload : undefined
}

function RemarkNotice({ remark }: { readonly remark: Remark }): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const { file } = remark
  return remark.kind === 'failed' ? (
    <Notice severity="warning" title={t('failed', { file })}>
      {describeError(remark.error, language).title}
    </Notice>
  ) : (
    <Notice severity="warning" title={t('pagesSkipped', { file, count: remark.pages })} />
  )
}
