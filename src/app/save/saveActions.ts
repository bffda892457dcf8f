import type { VerifiedBundle } from '../../core/openSHX'
import { saveFile } from '../../platform/exportFile'
import type { english } from './messages'
import { savedFile } from './savedFiles'

/** One line of the menu. */
export interface SaveAction {
  /** Stands in the page as `data-save-action`. */
  readonly id: string
  readonly label: keyof typeof english
  /** Left out of the menu where it does not fit the record. */
  readonly offered: (verified: VerifiedBundle) => boolean
  /** May load what it needs. A throw or a rejection is told to the reader, and the menu can be used again. */
  readonly run: (verified: VerifiedBundle) => void | Promise<void>
}

const saveAsReceived = (verified: VerifiedBundle): void => {
  const { name, text } = savedFile(verified, new Date())
  saveFile(new TextEncoder().encode(text), name)
}

/** In the order of the menu. */
export const SAVE_ACTIONS: readonly SaveAction[] = [
  {
    id: 'save-card',
    label: 'saveCard',
    offered: ({ source }) => source.kind === 'jws',
    run: saveAsReceived,
  },
  {
    id: 'save-json',
    label: 'saveJson',
    offered: ({ source }) => source.kind === 'json',
    run: saveAsReceived,
  },
]
