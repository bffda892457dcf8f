import { jpegOfSheet } from '../pictures/jpeg'
import { pdfOfSheets } from '../pictures/pdf'
import { pngOfSheet } from '../pictures/png'
import { drawSheet } from '../pictures/sheet'
import { sampleCode, sampleLink } from './cards'
import { PAPER_TYPES, type Paper } from './chart'

/** Her own card twice, once in the document itself, and a link to somebody else's summary. */
export const papersOfCastellanos = (viewer: string): readonly Paper[] => [
  {
    id: 'castellanos-card',
    title: 'Vaccination card',
    type: PAPER_TYPES.immunization,
    contentType: 'image/png',
    content: pngOfSheet(drawSheet({ lines: ['R. CASTELLANOS'], code: sampleCode('health-card') })),
    where: 'inline',
    date: '2026-04-02T13:00:00Z',
  },
  {
    id: 'castellanos-fax',
    title: 'Fax from another practice',
    type: PAPER_TYPES.correspondence,
    contentType: 'application/pdf',
    content: pdfOfSheets([drawSheet({ lines: ['SUMMARY AS A LINK'], code: sampleLink(viewer) })]),
    where: 'absolute',
    date: '2026-09-15T16:10:00Z',
  },
  {
    id: 'castellanos-photo',
    title: 'Photo of the vaccination card',
    contentType: 'image/jpeg',
    content: jpegOfSheet(drawSheet({ lines: ['R. CASTELLANOS'], code: sampleCode('health-card') })),
    where: 'relative',
    date: '2025-12-01T12:00:00Z',
  },
]
