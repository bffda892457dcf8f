import { loadLanguage } from '../../i18n/defineMessages'
import { saveFile } from '../../platform/exportFile'
import { openPrintDialog } from '../../platform/printPage'
import { leavePrint, prepareForPrint } from '../../ui/printing'
import type { RecordRequest } from './recordDocument'
import { datedName, savedFile } from './savedFiles'

/** What an action works on, and how it is followed and stopped. */
export interface SaveRequest extends RecordRequest {
  readonly signal: AbortSignal
  /** Called with the number of the page that is being made. */
  readonly onPage: (page: number) => void
}

/** One line of the menu. */
export interface SaveAction {
  /** Stands in the page as `data-save-action`. */
  readonly id: string
  readonly label: 'savePdf' | 'savePicture' | 'saveCsv' | 'saveCard' | 'saveJson' | 'print' | 'printDetails'
  /** Left out of the menu where it does not fit the record. */
  readonly offered: (request: RecordRequest) => boolean
  /**
   * May load what it needs, and takes as long as it takes; rejects once `signal` says so. Returns the name of what was
   * given to the device, where there is one to be told. A throw or a rejection is told to the reader, and the menu can
   * be used again.
   */
  readonly run: (request: SaveRequest) => string | undefined | Promise<string | undefined>
}

const always = (): boolean => true

function saveAsReceived({ verified }: SaveRequest): string {
  const { name, text } = savedFile(verified, new Date())
  saveFile(new TextEncoder().encode(text), name)
  return name
}

async function savePdf(request: SaveRequest): Promise<string> {
  const { makePdf } = await import('./makePdf')
  const pdf = await makePdf(request)
  request.signal.throwIfAborted()
  const name = datedName('pdf', new Date())
  saveFile(pdf, name)
  return name
}

/** A long record gives several pictures: one would be too coarse to read, or too large for a telephone. */
async function savePicture(request: SaveRequest): Promise<string> {
  const [{ makePdf }, { makePictures }] = await Promise.all([import('./makePdf'), import('./makePicture')])
  const pictures = await makePictures(await makePdf(request), { ...request, format: 'jpeg' })
  request.signal.throwIfAborted()
  const names = pictures.map((_, index) =>
    datedName('jpg', new Date(), pictures.length === 1 ? undefined : index + 1),
  )
  pictures.forEach((picture, index) => saveFile(picture, names[index] ?? ''))
  return names.join(', ')
}

async function saveCsv(request: SaveRequest): Promise<string> {
  const [{ recordDocument }, { toCsv }] = await Promise.all([import('./recordDocument'), import('./toCsv')])
  const { language } = request.context
  await loadLanguage(language).catch(() => undefined)
  const { parts } = await recordDocument(request)
  request.signal.throwIfAborted()
  const name = datedName('csv', new Date())
  saveFile(new TextEncoder().encode(toCsv(parts, language)), name)
  return name
}

/** What folds stands open before the dialog comes: pictures in it need a moment, and the dialog stops everything. */
const print =
  (what: 'record' | 'details') =>
  async ({ signal }: SaveRequest): Promise<undefined> => {
    prepareForPrint(what)
    await new Promise((resolve) => setTimeout(resolve, SETTLING))
    if (signal.aborted) leavePrint()
    signal.throwIfAborted()
    openPrintDialog()
    return undefined
  }

/** Milliseconds. */
const SETTLING = 500

/** In the order of the menu. */
export const SAVE_ACTIONS: readonly SaveAction[] = [
  { id: 'save-pdf', label: 'savePdf', offered: always, run: savePdf },
  { id: 'save-picture', label: 'savePicture', offered: always, run: savePicture },
  { id: 'save-csv', label: 'saveCsv', offered: always, run: saveCsv },
  { id: 'print', label: 'print', offered: always, run: print('record') },
  { id: 'print-details', label: 'printDetails', offered: always, run: print('details') },
  {
    id: 'save-card',
    label: 'saveCard',
    offered: ({ verified }) => verified.source.kind === 'jws',
    run: saveAsReceived,
  },
  {
    id: 'save-json',
    label: 'saveJson',
    offered: ({ verified }) => verified.source.kind === 'json',
    run: saveAsReceived,
  },
]
