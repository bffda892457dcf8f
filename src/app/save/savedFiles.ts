import type { VerifiedBundle } from '../../core/openSHX'

/** A file to be given to the device. */
export interface SavedFile {
  readonly name: string
  readonly text: string
}

/**
 * The record as it was received. A card becomes a card file around its JWS, which stays as it is to the letter; plain
 * FHIR is the JSON text that came, with its own spacing and digits. The name has the day (UTC) and no health data in it.
 * Source: SHC, "Via File Download".
 */
export function savedFile({ source }: Pick<VerifiedBundle, 'source'>, now: Date): SavedFile {
  const day = now.toISOString().slice(0, 10)
  return source.kind === 'jws'
    ? {
        name: `health-card-${day}.smart-health-card`,
        text: JSON.stringify({ verifiableCredential: [source.text] }),
      }
    : { name: `health-record-${day}.json`, text: source.text }
}

/** `health-record-2026-03-04.pdf`, with the day (UTC) and no health data; `part` where there are several. */
export function datedName(ending: 'pdf' | 'jpg' | 'png' | 'csv', now: Date, part?: number): string {
  const day = now.toISOString().slice(0, 10)
  return part === undefined ? `health-record-${day}.${ending}` : `health-record-${day}-${part}.${ending}`
}
