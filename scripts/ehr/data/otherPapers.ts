import { pdfOfSheets } from '../pictures/pdf'
import { drawSheet } from '../pictures/sheet'
import { PAPER_TYPES, type Paper } from './chart'

/** Documents that cannot be read, each for its own reason, and one whose type is not stated. */
export const unreadable = (patient: string, foreign: string): readonly Paper[] => [
  {
    id: `${patient}-elsewhere`,
    title: 'Insurance card at another server',
    type: PAPER_TYPES.insurance,
    contentType: 'application/pdf',
    where: new URL('/scans/insurance.pdf', foreign),
    date: '2026-07-01T10:00:00Z',
  },
  {
    id: `${patient}-gone`,
    title: 'Letter that was deleted',
    contentType: 'application/pdf',
    where: 'relative',
    date: '2026-06-30T10:00:00Z',
  },
  {
    id: `${patient}-broken`,
    title: 'Scan that was cut off',
    contentType: 'application/pdf',
    content: pdfOfSheets([drawSheet({ lines: ['REFERRAL'] })]).slice(0, 300),
    where: 'relative',
    date: '2026-06-29T10:00:00Z',
  },
  {
    id: `${patient}-untyped`,
    title: 'Scan 0007.pdf',
    contentType: 'application/octet-stream',
    content: pdfOfSheets([drawSheet({ lines: ['PRIVACY NOTICE', 'PAGE 1'] })]),
    where: 'relative',
    date: '2026-06-28T10:00:00Z',
  },
  {
    id: `${patient}-unstated`,
    title: 'Scanned letter',
    content: pdfOfSheets([drawSheet({ lines: ['DEAR COLLEAGUE'] })]),
    where: 'relative',
    date: '2026-06-27T10:00:00Z',
  },
]

/** Documents with a card that no longer count. */
export const withdrawn = (patient: string, picture: Uint8Array): readonly Paper[] =>
  (['superseded', 'entered-in-error'] as const).map((status) => ({
    id: `${patient}-${status}`,
    title: 'Insurance card of an earlier visit',
    type: PAPER_TYPES.insurance,
    contentType: 'image/png',
    content: picture,
    where: 'relative' as const,
    date: '2026-10-05T09:00:00Z',
    status,
  }))

/** So many notes that a search has more than one page, a week apart. */
export const notes = (patient: string, count: number): readonly Paper[] =>
  Array.from({ length: count }, (_, index) => {
    const date = new Date(Date.UTC(2026, 9, 30, 9) - index * 7 * 86_400_000)
    return {
      id: `${patient}-note-${index + 1}`,
      title: `Progress note ${date.toISOString().slice(0, 10)}`,
      contentType: 'text/plain; charset=utf-8',
      content: Buffer.from(`Seen for a routine visit. Note number ${index + 1}.`),
      where: index === 0 ? ('inline' as const) : ('relative' as const),
      date: date.toISOString(),
    }
  })
