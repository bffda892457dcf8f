import Box from '@mui/material/Box'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { textFromBytes } from '../../core/encoding'
import type { ResolvedAttachment } from '../../core/resolveSHX'
import { useLanguage } from '../../i18n/LanguageContext'
import { drawPicture } from '../../platform/drawPicture'
import { Disclosure } from '../../ui/Disclosure'
import { linkMessages } from './linkMessages'

/** Characters of a text that are shown; a page of this viewer is no editor. */
const LONGEST_TEXT = 200_000

export interface AttachmentPreviewProps {
  readonly attachment: ResolvedAttachment
  /** As the person counts, from 1. */
  readonly number: number
}

/**
 * Text as text, whatever it may mean to a browser, and pictures as pixels, drawn anew; anything else is for other
 * programs. Nothing of a document ever becomes a page of this viewer. Only on request.
 */
export function AttachmentPreview({ attachment, number }: AttachmentPreviewProps): ReactElement | null {
  const { language } = useLanguage()
  const t = linkMessages(language)
  const { type, bytes } = attachment
  if (DRAWN.has(type)) {
    return (
      <Disclosure summary={t('showPicture')}>
        <Picture bytes={bytes} label={t('pictureAlt', { number })} />
      </Disclosure>
    )
  }
  const text = READ.test(type) ? textFromBytes(bytes) : undefined
  if (text === undefined) return null
  return (
    <Disclosure summary={t('showText')}>
      <Box
        component="pre"
        dir="auto"
        translate="no"
        sx={{
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
          maxHeight: '30rem',
          overflow: 'auto',
          fontFamily: 'inherit',
        }}
      >
        {text.slice(0, LONGEST_TEXT)}
      </Box>
      {text.length > LONGEST_TEXT && <p>{t('textCut')}</p>}
    </Disclosure>
  )
}

/** Told by their first bytes. SVG is not among them: it is a document. */
const DRAWN: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
const READ = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml)$)/

/** A canvas and no `img`, which would be given the sender's file: what is shown are pixels of ours. */
const IMAGE = { role: 'img' } as const

function Picture({
  bytes,
  label,
}: {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly label: string
}): ReactElement {
  const { language } = useLanguage()
  const t = linkMessages(language)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading')
  useEffect(() => {
    let current = true
    void (async () => {
      const drawn = canvas.current !== null && (await drawPicture(bytes, canvas.current))
      if (current) setState(drawn ? 'shown' : 'failed')
    })()
    return () => {
      current = false
    }
  }, [bytes])
  return (
    <>
      {state !== 'shown' && <output>{t(state === 'loading' ? 'pictureLoading' : 'pictureFailed')}</output>}
      <Box
        component="canvas"
        ref={canvas}
        {...IMAGE}
        aria-label={label}
        hidden={state !== 'shown'}
        data-picture={state}
        sx={{ maxWidth: '100%', height: 'auto' }}
      />
    </>
  )
}
