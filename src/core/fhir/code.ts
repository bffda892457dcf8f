import { isRecord } from '../encoding'
import { translationOf } from './extension'
import { list, record, text, type FhirRecord } from './shape'
import { isHl7System, systemName } from './systemNames'

/** What a coded element says, whichever of FHIR's types it came in. */
export interface Concept {
  /** The author's words for the whole. */
  readonly text?: string
  readonly codings: readonly FhirRecord[]
  /** The reference of an R5 CodeableReference. */
  readonly reference?: unknown
}

/**
 * Reads a CodeableConcept, a Coding, an R5 CodeableReference or a bare code. A `text` that is no text is ignored,
 * codings in nested lists are found. `locale` picks a translation that the sender supplied.
 */
export function readConcept(value: unknown, locale: string): Concept {
  if (!isRecord(value)) {
    const bare = text(value)
    return bare === undefined ? { codings: [] } : { text: bare, codings: [] }
  }
  if (value['concept'] !== undefined || isRecord(value['reference'])) {
    const concept = readConcept(value['concept'], locale)
    return value['reference'] === undefined ? concept : { ...concept, reference: value['reference'] }
  }
  if (value['coding'] === undefined && value['text'] === undefined) {
    const isCoding = ['code', 'display', 'system'].some((name) => value[name] !== undefined)
    return { codings: isCoding ? [value] : [] }
  }
  const words = translationOf(value['_text'], locale) ?? text(value['text'])
  const flat = [value['coding']].flat(4)
  const codings = flat.flatMap((coding): readonly FhirRecord[] => {
    if (isRecord(coding)) return [coding]
    const code = text(coding)
    return code === undefined ? [] : [{ code }]
  })
  return { ...(words !== undefined && { text: words }), codings }
}

/** The codings of any coded element: for a caller that looks for one system and code. */
export const codingsOf = (value: unknown): readonly FhirRecord[] =>
  list(value).flatMap((concept) => readConcept(concept, 'en').codings)

/** The codes of any coded element, a bare code included. */
export const codesOf = (value: unknown): readonly string[] =>
  list(value).flatMap((concept) => {
    if (!isRecord(concept)) return text(concept) ?? []
    return codingsOf(concept).flatMap(({ code }) => text(code) ?? [])
  })

/** True when one of the codings has this code; `system` is compared without its version. */
export const hasCode = (value: unknown, code: string, system?: string): boolean =>
  codingsOf(value).some(
    (coding) =>
      coding['code'] === code && (system === undefined || text(coding['system'])?.split('|')[0] === system),
  )

/**
 * A code that nobody has words for: `LOINC 94558-4`, `coverage-class rxbin`. The system is shown by its address when it
 * has no name; HL7's own lists are known by the end of theirs. `undefined` when there is no code either.
 */
export function formatBareCode(coding: unknown): string | undefined {
  const { system, code } = record(coding) ?? {}
  const address = systemName(system)
  const name = isHl7System(address) ? address?.split(/[/:]/).at(-1) : address
  const parts = [name, text(code)].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(' ')
}
