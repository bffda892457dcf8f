import type { Resource } from '../../../core/fhir/types'
import type { BundleItem } from '../../../core/organizeResources'
import type { Translate } from '../../../i18n/defineMessages'
import type { Format } from '../format'
import type { Goal } from '../GoTo'
import type { english } from '../messagesGlance'
import type { RowMark } from '../table'

/** One thing to know, and where it is told in full. */
export interface GlanceItem {
  readonly ref: string
  /** What it is. */
  readonly text: string
  /** What happened, what was found. Apart from the name, which may be written in the other direction: `<` is mirrored there. */
  readonly detail?: string
  readonly date?: string
  readonly marks: readonly RowMark[]
}

/** Something to know about a group as a whole: why nothing is there, or what is not listed. */
export interface GlanceNote {
  /** `unknown`: there may be something. `none`: somebody states that there is nothing. */
  readonly kind: 'error' | 'unknown' | 'none' | 'aside'
  readonly text: string
  readonly goal?: Goal
}

export interface GlanceGroup {
  readonly id: string
  readonly title: string
  /** Everything that is to be listed, the most urgent first; the view may fold the end of it, and says so. */
  readonly items: readonly GlanceItem[]
  readonly notes: readonly GlanceNote[]
}

/** What the strip has to know of a section of a document. */
export interface GlanceSection {
  readonly key: string
  readonly codes: readonly string[]
  readonly items: readonly BundleItem[]
  /** In words, entries that are not included. */
  readonly missing: readonly string[]
  /** The codes of `emptyReason`, in small letters; its words where it has no code. */
  readonly emptyReason: readonly string[]
  readonly hasText: boolean
  readonly saysMore: boolean
}

export interface GlanceSource {
  readonly items: readonly BundleItem[]
  /** Absent: the items are no document. */
  readonly sections?: readonly GlanceSection[]
  /** Whom it is about, where that is stated. */
  readonly subject?: Resource
  /** A patient summary has to say something about allergies, problems and medication. Default: only where one of them is there. */
  readonly isSummary?: boolean
}

export interface GlancePlace {
  readonly f: Format
  readonly t: Translate<typeof english>
  readonly source: GlanceSource
}
