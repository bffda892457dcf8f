import { FONT_FILES, fetchFont } from '../../platform/fontFiles'
import { LANGUAGE_DIRECTIONS } from '../../i18n/language'
import { pictureForPaper } from '../../platform/pictureForPaper'
import { pdfMessages } from './pdfMessages'
import type { FontSource } from './pdf/fonts'
import type { PaperSize } from './pdf/paper'
import { MAXIMUM_PICTURES, type DrawForPaper } from './pdf/figures'
import { writePdf, type Progress } from './pdf/writePdf'
import { recordDocument, type RecordRequest } from './recordDocument'

export interface PdfOptions extends RecordRequest, Progress {
  /** Default: what is usual where the browser says that its reader lives. */
  readonly size?: PaperSize
  /** Default: our own build. */
  readonly fonts?: FontSource
  /** Default: as on the screen. */
  readonly draw?: DrawForPaper
}

/**
 * Makes a PDF of a record: real text that can be selected and searched, tagged, with the patient, the source and the
 * verdict on every page. Everything that the view has folded is open; the table heads are repeated. The page stays
 * usable meanwhile. Rejects when it cannot be made: an invalid record, a font that cannot be had, `signal`.
 */
export async function makePdf(request: PdfOptions): Promise<Uint8Array<ArrayBuffer>> {
  const { context, signal, onPage } = request
  const { language } = context
  const { title, patient, foot, parts } = await recordDocument(request)
  const t = pdfMessages(language)
  return writePdf(
    {
      options: {
        title,
        language,
        isRtl: LANGUAGE_DIRECTIONS[language] === 'rtl',
        size: request.size ?? usualSize(),
        date: request.made ?? new Date(),
      },
      running: {
        patient,
        foot,
        page: (page, pages) => t('page', { page, pages }),
        missing: (count) => t('missingCharacters', { count }),
        tooManyPictures: t('tooManyPictures', { count: MAXIMUM_PICTURES }),
      },
      parts,
      fonts: request.fonts ?? { files: FONT_FILES, fetch: fetchFont },
      draw: request.draw ?? pictureForPaper,
    },
    { signal, onPage },
  )
}

/** Source: CLDR, the measurement system of a territory. */
const LETTER_REGIONS: ReadonlySet<string> = new Set('US CA MX PH PR CL CO CR GT NI PA SV VE BZ'.split(' '))

/** Letter where people use it. A language without a region says nothing of that: A4 then. */
export function usualSize(tags: readonly string[] = globalThis.navigator?.languages ?? []): PaperSize {
  const regions = tags.flatMap((tag) => /[-_]([A-Z]{2})\b/.exec(tag)?.[1] ?? [])
  return LETTER_REGIONS.has(regions[0] ?? '') ? 'LETTER' : 'A4'
}
