import Box from '@mui/material/Box'
import type { SxProps, Theme } from '@mui/material/styles'
import type { ReactElement } from 'react'
import type { ReadDocument } from '../../core/document/readDocument'
import type { SentDocument } from '../../core/document/sentDocuments'
import { hasNarrative } from '../../core/fhir/narrative'
import type { Patient } from '../../core/fhir/types'
import type { Language } from '../../i18n/language'
import { useLanguage } from '../../i18n/LanguageContext'
import { drawPicture } from '../../platform/drawPicture'
import { Disclosure } from '../../ui/Disclosure'
import { Narrative } from '../../ui/Narrative'
import { Notice } from '../../ui/Notice'
import { Picture } from '../../ui/Picture'
import { CdaView } from './CdaView'
import { messages } from './messages'
import { OpenAsRecord } from './OpenAsRecord'
import { PdfView } from './PdfView'

export interface DocumentBodyProps {
  readonly read: Extract<ReadDocument, { ok: true }>
  readonly title: string
  readonly patients: readonly Patient[]
  readonly showFile: ShowFile
}

/** Shows a document that is inside of this one. */
export type ShowFile = (file: SentDocument) => ReactElement

/**
 * The content: pages and pictures as pixels drawn anew, text as text, and formatted text written anew by the narrative's
 * sanitiser. Nothing of a document ever becomes a page of a browser, not even a framed one (ADR 0015).
 */
export function DocumentBody({ read, title, patients, showFile }: DocumentBodyProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const { body, bytes } = read
  switch (body.view) {
    case 'pdf':
      return <PdfView bytes={bytes} />
    case 'picture':
      return (
        <div>
          <Picture
            bytes={bytes}
            draw={drawPicture}
            label={title}
            loading={t('pictureLoading')}
            failed={t('pictureFailed')}
          />
        </div>
      )
    case 'html':
      return (
        <>
          {hasNarrative(body.html) ? (
            <Narrative div={body.html} language={language} />
          ) : (
            <Notice severity="info" title={t('nothingToRead')} />
          )}
          <AsWritten text={body.source} language={language} />
        </>
      )
    case 'cda':
      return (
        <>
          <CdaView cda={body.cda} patients={patients} showFile={showFile} />
          <AsWritten text={body.source} language={language} />
        </>
      )
    case 'text':
      return (
        <>
          {read.recognised.kind === 'json' && <OpenAsRecord text={body.text} />}
          <PlainText text={body.text} language={language} />
        </>
      )
    case 'none':
      return <Notice severity="info" title={t('cannotShow')} />
    default:
      return body satisfies never
  }
}

/** Characters of a text that are shown; a page of this viewer is no editor. */
const LONGEST_TEXT = 300_000

const TEXT: SxProps<Theme> = {
  margin: 0,
  padding: 1.5,
  border: '1px dashed',
  borderColor: 'divider',
  borderRadius: 1,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  fontFamily: 'ui-monospace, monospace',
  fontSize: '0.875rem',
}

interface TextProps {
  readonly text: string
  readonly language: Language
}

/** In letters of one width: texts from laboratories are laid out with blanks. */
function PlainText({ text, language }: TextProps): ReactElement {
  const t = messages(language)
  return (
    <div>
      {text.length > LONGEST_TEXT && <Notice severity="warning" title={t('textCut')} />}
      <Box component="pre" dir="auto" translate="no" sx={TEXT} data-document-text="">
        {text.trim() === '' ? t('nothingToRead') : text.slice(0, LONGEST_TEXT)}
      </Box>
    </div>
  )
}

function AsWritten({ text, language }: TextProps): ReactElement {
  return (
    <Disclosure summary={messages(language)('asWritten')}>
      <PlainText text={text} language={language} />
    </Disclosure>
  )
}
