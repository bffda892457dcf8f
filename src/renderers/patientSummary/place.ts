import type { BundleItem } from '../../core/organizeResources'
import type { Translate } from '../../i18n/defineMessages'
import type { Format } from '../tables/format'
import type { english } from './messages'

/** What everything in one document has in common. */
export interface Place {
  readonly f: Format
  readonly t: Translate<typeof english>
  readonly composition: BundleItem
  /** The document says that it is in another language than the reader's. */
  readonly isForeign: boolean
}

/** A label and what stands behind it, both in words. */
export interface LabelledText {
  readonly label: string
  readonly value: string
}
