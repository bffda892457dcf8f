import Box from '@mui/material/Box'
import type { SxProps, Theme } from '@mui/material/styles'
import { useMemo, type ReactElement } from 'react'
import { hostOf, type SentDocument } from '../../core/document/sentDocuments'
import { Picture } from '../../ui/Picture'
import { SafeLink } from '../../ui/SafeLink'
import type { ViewContext } from '../renderer'
import { messages } from './messages'
import { isCode, pictureBytes, type CardPicture } from './pictures'

export interface CardPicturesProps {
  readonly pictures: readonly CardPicture[]
  readonly context: ViewContext
}

/** The pictures of a card, each with what the sender says about it. */
export function CardPictures({ pictures, context }: CardPicturesProps): ReactElement | null {
  if (pictures.length === 0) return null
  const t = messages(context.language)
  return (
    <Box
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 16rem), 1fr))' }}
    >
      {pictures.map((picture, index) => {
        const { kind, label, lines, documents } = picture
        return (
          // Pictures may be the same, and never change their order.
          <Box key={index} component="figure" data-picture-kind={kind} sx={{ margin: 0, minWidth: 0 }}>
            {documents.length === 0 && <p>{t('pictureMissing')}</p>}
            {documents.map((document) => (
              <SentPicture
                key={document.path}
                document={document}
                label={[label, ...lines].join('. ')}
                context={context}
                sx={isCode(picture) ? SCANNED : SHOWN}
              />
            ))}
            <Box component="figcaption" dir="auto" sx={{ overflowWrap: 'anywhere' }}>
              <strong>{label}</strong>
              {lines.map((line) => (
                <div key={line}>{line}</div>
              ))}
            </Box>
          </Box>
        )
      })}
    </Box>
  )
}

const SHOWN = { display: 'block', maxHeight: '24rem', borderRadius: 1 } as const

/** White around it and hard edges: scanners read it from the screen. */
const SCANNED = {
  ...SHOWN,
  backgroundColor: '#ffffff',
  padding: 2,
  imageRendering: 'pixelated',
  minWidth: 'min(100%, 12rem)',
} as const

export interface SentPictureProps {
  readonly document: SentDocument
  readonly label: string
  readonly context: ViewContext
  readonly sx: SxProps<Theme>
}

/** A picture that came with the record; words where it did not, or is none. Nothing is ever fetched for it. */
export function SentPicture({ document, label, context, sx }: SentPictureProps): ReactElement {
  const t = messages(context.language)
  const bytes = useMemo(() => pictureBytes(document), [document])
  const { content } = document
  if (bytes && context.draw) {
    return (
      <Picture
        bytes={bytes}
        draw={context.draw}
        label={label}
        loading={t('pictureLoading')}
        failed={t('pictureFailed')}
        sx={sx}
      />
    )
  }
  if (content.kind !== 'elsewhere') {
    return (
      <p>{t(content.kind === 'here' || content.kind === 'bytes' ? 'pictureFailed' : 'pictureMissing')}</p>
    )
  }
  const host = hostOf(content.url)
  return (
    <p>
      {t('pictureElsewhere', { host })} <SafeLink href={content.url}>{t('pictureOpen', { host })}</SafeLink>
    </p>
  )
}
