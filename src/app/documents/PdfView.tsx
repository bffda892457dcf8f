import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useState, type ReactElement } from 'react'
import { useLanguage } from '../../i18n/LanguageContext'
import type { PdfPages, PdfTrouble } from '../../platform/pdfPages'
import { Notice } from '../../ui/Notice'
import { messages } from './messages'
import { PdfPage } from './PdfPage'

/** Pages that are laid out before somebody asks for more; only those in sight are drawn. */
const PAGES_AT_ONCE = 100

/** Widths of a page, in parts of the room that there is. */
const ZOOMS = [1, 1.5, 2.25] as const

/** A PDF as pictures of its pages, each with its text one click away. Nothing in it runs, links or asks for anything. */
export function PdfView({ bytes }: { readonly bytes: Uint8Array<ArrayBuffer> }): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const pdf = usePdf(bytes)
  const [zoom, setZoom] = useState(0)
  const [shown, setShown] = useState(PAGES_AT_ONCE)
  if (pdf === undefined) return <output>{t('opening')}</output>
  if (typeof pdf === 'string')
    return <Notice severity="warning" title={t(`pdf_${pdf}`)} announce="assertive" />
  const rest = pdf.total - shown
  return (
    <div data-pdf-pages={pdf.total}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', marginBlockEnd: 1 }}>
        <Box component="span" sx={{ flexGrow: 1, fontWeight: 600 }}>
          {t('pages', { count: pdf.total })}
        </Box>
        <Button disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
          {t('smaller')}
        </Button>
        <Button disabled={zoom === ZOOMS.length - 1} onClick={() => setZoom(zoom + 1)}>
          {t('larger')}
        </Button>
      </Box>
      <Box sx={{ overflowX: 'auto' }}>
        <Box sx={{ width: `${(ZOOMS[zoom] ?? 1) * 100}%` }}>
          {Array.from({ length: Math.min(shown, pdf.total) }, (_, page) => (
            <PdfPage key={page} pdf={pdf} page={page} />
          ))}
        </Box>
      </Box>
      {rest > 0 && (
        <Button variant="outlined" onClick={() => setShown(shown + PAGES_AT_ONCE)}>
          {t('morePages', { count: Math.min(rest, PAGES_AT_ONCE) })}
        </Button>
      )}
    </div>
  )
}

/** `undefined` while it is opened. The worker that reads it ends with the view. */
function usePdf(bytes: Uint8Array<ArrayBuffer>): PdfPages | PdfTrouble | undefined {
  const [pdf, setPdf] = useState<PdfPages | PdfTrouble>()
  useEffect(() => {
    let current = true
    let opened: PdfPages | PdfTrouble | undefined
    void (async () => {
      opened = await openCopy(bytes)
      if (current) setPdf(opened)
      else close(opened)
    })()
    return () => {
      current = false
      close(opened)
    }
  }, [bytes])
  return pdf
}

const close = (pdf: PdfPages | PdfTrouble | undefined): void => {
  if (typeof pdf === 'object') pdf.close()
}

/** A copy, because the worker takes what it is given away from the page. */
async function openCopy(bytes: Uint8Array<ArrayBuffer>): Promise<PdfPages | PdfTrouble> {
  try {
    const { openPdf } = await import('../../platform/pdfPages')
    return await openPdf(bytes.slice())
  } catch {
    return 'unavailable'
  }
}
