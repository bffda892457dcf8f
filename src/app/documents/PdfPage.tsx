import Box from '@mui/material/Box'
import type { SxProps, Theme } from '@mui/material/styles'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useLanguage } from '../../i18n/LanguageContext'
import type { PdfPages } from '../../platform/pdfPages'
import { Disclosure } from '../../ui/Disclosure'
import { Notice } from '../../ui/Notice'
import { messages } from './messages'

/** Pixels of a page's longer side: small print stays readable when it is made larger. */
const SIDE = 2_200

export interface PdfPageProps {
  readonly pdf: PdfPages
  /** From 0. */
  readonly page: number
}

/** One page, drawn while it is in sight or nearly so: a hundred of them would not fit into a telephone's memory. */
export function PdfPage({ pdf, page }: PdfPageProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const place = useRef<HTMLDivElement>(null)
  const near = useNear(place)
  const state = useDrawn(place, near, { pdf, page })
  const number = page + 1
  return (
    <Box
      component="section"
      aria-label={t('pageOf', { page: number, pages: pdf.total })}
      sx={{ marginBlockEnd: 2 }}
    >
      <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }} aria-hidden>
        {t('pageOf', { page: number, pages: pdf.total })}
      </Box>
      {state === 'failed' && <p>{t('pageFailed', { page: number })}</p>}
      <Box ref={place} sx={PAPER} data-pdf-page={state} aria-hidden />
      {state === 'drawn' && pdf.isIncomplete() && (
        <Notice severity="warning" title={t('pageIncomplete')} announce="polite" />
      )}
      <Disclosure summary={t('pageText', { page: number })}>
        <PageText pdf={pdf} page={page} />
      </Disclosure>
    </Box>
  )
}

/** Paper is white, also where the viewer is dark. */
const PAPER: SxProps<Theme> = {
  backgroundColor: '#fff',
  border: '1px solid',
  borderColor: 'divider',
  aspectRatio: '210 / 297',
  '&[data-pdf-page=drawn]': { aspectRatio: 'auto' },
  '&[data-pdf-page=failed]': { display: 'none' },
  '& canvas': { display: 'block', width: '100%', height: 'auto' },
}

type Place = React.RefObject<HTMLDivElement | null>

function useNear(place: Place): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    const element = place.current
    if (!element || typeof IntersectionObserver === 'undefined') return undefined
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.some(({ isIntersecting }) => isIntersecting)),
      { rootMargin: '100% 0px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [place])
  return near
}

/** Puts the drawn page into its place, which React leaves alone, and takes it away again when it is out of sight. */
function useDrawn(place: Place, near: boolean, { pdf, page }: PdfPageProps): 'waiting' | 'drawn' | 'failed' {
  const [state, setState] = useState<'waiting' | 'drawn' | 'failed'>('waiting')
  useEffect(() => {
    const element = place.current
    if (!near || !element) return undefined
    let current = true
    void (async () => {
      const canvas = await pdf.draw(page, SIDE)
      if (!current) return
      if (canvas) element.replaceChildren(canvas)
      setState(canvas ? 'drawn' : 'failed')
    })()
    return () => {
      current = false
      // The height stays, so that nothing jumps while it is gone.
      const canvas = element.querySelector('canvas')
      if (canvas)
        Object.assign(canvas, {
          width: Math.ceil(canvas.width / 100),
          height: Math.ceil(canvas.height / 100),
        })
    }
  }, [place, near, pdf, page])
  return state
}

/** Read when somebody asks for it. */
function PageText({ pdf, page }: PdfPageProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const [text, setText] = useState<string>()
  useEffect(() => {
    let current = true
    void (async () => {
      const words = await pdf.text(page)
      if (current) setText(words ?? '')
    })()
    return () => {
      current = false
    }
  }, [pdf, page])
  if (text === undefined) return <output>{t('opening')}</output>
  if (text === '') return <p>{t('pageNoText')}</p>
  return (
    <Box component="pre" dir="auto" sx={{ margin: 0, whiteSpace: 'pre-wrap', font: 'inherit' }}>
      {text}
    </Box>
  )
}
