import type { ComponentType } from 'react'
import type { CodeRenderer } from '../core/codes/codeRenderer'
import type { Patient } from '../core/fhir/types'
import type { OrganizedBundle } from '../core/organizeResources'
import type { ChangeMark } from '../core/whatChanged'
import type { Language } from '../i18n/language'
import type { DocumentPart } from './document'

/** One line of what is copied at once. */
export interface CopiedField {
  /** The key of a value, such as `memberId`. */
  readonly field: string
  /** Instead of its own label; the English one where the reader's language has none. */
  readonly label?: Readonly<Partial<Record<Language, string>>>
}

/** What a model may depend on besides the bundle. */
export interface ViewContext {
  readonly language: Language
  /** The moment the view is made for; models ask no clock. */
  readonly now: Date
  readonly codes: CodeRenderer
  /** Entries to be marked, by `ref`: what is new or changed since the reader looked. Absent: none. */
  readonly changes?: ReadonlyMap<string, ChangeMark>
  /** What "Copy all" copies from an insurance card, in its order; see `copyFields` in `config.json`. Absent or empty: all. */
  readonly copyFields?: readonly CopiedField[]
  /** Draws the bytes of a picture, for `ui/Picture`. Absent where there is no screen: pictures are named then, and not shown. */
  readonly draw?: (bytes: Uint8Array<ArrayBuffer>, canvas: HTMLCanvasElement) => Promise<boolean>
}

/**
 * Shows one kind of bundle. The definition is small and always loaded, so that it can recognise its bundles and work
 * headless; the model builder and the view are a chunk of their own.
 */
export interface Renderer {
  /** Stable: part of the DOM contract (`data-renderer`) and of the read report. */
  readonly id: string
  /** What a record of this kind is called; of this very one, where `bundle` is given and says so. */
  readonly title: (language: Language, bundle?: OrganizedBundle) => string
  readonly matches: (bundle: OrganizedBundle) => boolean
  /** The people the bundle is about, for the banner and the wrong-patient check. Every one, not only the first. */
  readonly subjects: (bundle: OrganizedBundle) => readonly Patient[]
  readonly load: () => Promise<RendererBody>
  /** The same as a document for paper, from the same models. Default: plain tables of every entry. */
  readonly loadDocument?: () => Promise<DocumentBody>
}

export interface RendererBody {
  readonly View: ComponentType<{ readonly bundle: OrganizedBundle; readonly context: ViewContext }>
}

export interface DocumentBody {
  /** Pure; the title of the record is left to the document around it, headings begin at level 2. */
  readonly toDocument: (bundle: OrganizedBundle, context: ViewContext) => readonly DocumentPart[]
}
