import type { OpenedLink } from './openLink'

/** What a link says about itself and its files besides their content. The texts are the sender's, untrusted. */
export interface LinkFacts {
  readonly title?: string
  readonly notes: readonly string[]
  readonly files: readonly FileFacts[]
}

export interface FileFacts {
  readonly caption?: string
  readonly notes: readonly string[]
  /** By the content where it says so, else as the manifest states it; with parameters. */
  readonly contentType?: string
  /** As stated; not always a date. */
  readonly lastUpdated?: string
  /** Of the file, else of the whole link: `finalized`, `can-change`, `no-longer-valid` or anything else. */
  readonly status?: string
  readonly fhirVersion?: string
  /** False when the file could not be had or decrypted. */
  readonly opened: boolean
}

/** Gathers what a link says, in the order of its files. */
export function factsOf({ files, status, captions }: OpenedLink): LinkFacts {
  return {
    ...(captions?.title !== undefined && { title: captions.title }),
    notes: captions?.notes ?? [],
    files: files.map(({ offered, opened }, index): FileFacts => {
      const { caption, notes = [] } = captions?.files[index] ?? {}
      const { lastUpdated, fhirVersion } = offered
      const contentType = (opened.ok ? opened.value.contentType : undefined) ?? offered.contentType
      const ownStatus = offered.status ?? status
      return {
        notes,
        opened: opened.ok,
        ...(caption !== undefined && { caption }),
        ...(contentType !== undefined && { contentType }),
        ...(lastUpdated !== undefined && { lastUpdated }),
        ...(ownStatus !== undefined && { status: ownStatus }),
        ...(fhirVersion !== undefined && { fhirVersion }),
      }
    }),
  }
}
