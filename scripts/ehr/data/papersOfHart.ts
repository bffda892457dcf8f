import { jpegOfSheet } from '../pictures/jpeg'
import { pdfOfSheets } from '../pictures/pdf'
import { pngOfSheet } from '../pictures/png'
import { drawSheet, type Sheet } from '../pictures/sheet'
import { insuranceCode, sampleCode, vaccinationCode } from './cards'
import { PAPER_TYPES, type Paper } from './chart'
import { unreadable, withdrawn } from './otherPapers'

/** Scans with cards, one of them somebody else's, and papers that are of no use. */
export async function papersOfHart(foreign: string): Promise<readonly Paper[]> {
  const insurance = drawSheet({ lines: ['CEDAR HOLLOW HEALTH', 'NOAH HART'], code: await insuranceCode() })
  const vaccination = drawSheet({ lines: ['TETANUS BOOSTER', 'NOAH HART'], code: await vaccinationCode() })
  return [
    insuranceScan(insurance),
    vaccinationPicture(vaccination),
    STRAY_RESULT,
    PARKING_PERMIT,
    PORTRAIT,
    ...unreadable('hart', foreign),
    ...withdrawn('hart', pngOfSheet(insurance)),
  ]
}

/** Two pages; the code is on the second. */
const insuranceScan = (insurance: Sheet): Paper => ({
  id: 'hart-insurance',
  title: 'Insurance card (scan)',
  type: PAPER_TYPES.insurance,
  contentType: 'application/pdf',
  content: pdfOfSheets([
    drawSheet({ lines: ['FAX COVER SHEET', 'TO: LARKSPUR PRACTICE', 'PAGES: 2'] }),
    insurance,
  ]),
  where: 'relative',
  date: '2026-02-03T15:20:00Z',
})

const vaccinationPicture = (vaccination: Sheet): Paper => ({
  id: 'hart-vaccination',
  title: 'Vaccination record (photo)',
  type: PAPER_TYPES.immunization,
  contentType: 'image/png',
  content: pngOfSheet(vaccination),
  where: 'absolute',
  date: '2026-05-11T09:45:00Z',
})

/** Somebody else's card in this chart: the viewer has to say so. */
const STRAY_RESULT: Paper = {
  id: 'hart-stray-result',
  title: 'Laboratory results from outside',
  type: PAPER_TYPES.laboratory,
  contentType: 'image/jpeg',
  content: jpegOfSheet(
    drawSheet({ lines: ['LABORATORY RESULTS', 'A. FERREIRA-BLUM'], code: sampleCode('lab-card') }),
  ),
  where: 'absolute',
  date: '2026-08-27T11:05:00Z',
}

/** A code that is neither a card nor a link. */
const PARKING_PERMIT: Paper = {
  id: 'hart-parking',
  title: 'Parking permit',
  contentType: 'image/png',
  content: pngOfSheet(
    drawSheet({ lines: ['PARKING PERMIT'], code: 'https://parking.larkspur-practice.example/81' }),
  ),
  where: 'relative',
  date: '2026-03-19T08:00:00Z',
}

/** A picture without any code, in the document itself. */
const PORTRAIT: Paper = {
  id: 'hart-portrait',
  title: 'Consent form',
  contentType: 'image/png',
  content: pngOfSheet(drawSheet({ lines: ['CONSENT TO TREATMENT', 'SIGNED: N. HART', '2026-01-09'] })),
  where: 'inline',
  date: '2026-01-09T10:30:00Z',
}
