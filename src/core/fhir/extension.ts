import { list, record, records, text, type FhirRecord } from './shape'

const DATA_ABSENT_REASON = /\/StructureDefinition\/data-absent-reason$/
const NULL_FLAVOR = /\/StructureDefinition\/(?:iso21090-nullFlavor|v3-NullFlavor)$/
const TRANSLATION = /\/StructureDefinition\/translation$/

export const extensionsOf = (value: unknown): readonly FhirRecord[] => records(record(value)?.['extension'])

/** The extensions whose address ends in `name`: publishers differ in the front part, rarely in the name. */
export const extensionsNamed = (value: unknown, name: string): readonly FhirRecord[] =>
  extensionsOf(value).filter(({ url }) => text(url)?.split('/').at(-1) === name)

/**
 * Why a value is absent, as a code (`unknown`, `masked`, `asked-declined`, …), from the `data-absent-reason` or
 * null-flavour extension of an element or of a primitive's sibling (`_birthDate`). `undefined` when no reason is given.
 */
export function absentReason(value: unknown): string | undefined {
  const found = extensionsOf(value).find(
    ({ url }) => DATA_ABSENT_REASON.test(text(url) ?? '') || NULL_FLAVOR.test(text(url) ?? ''),
  )
  return (
    text(found?.['valueCode']) ??
    text(found?.['valueString']) ??
    text(record(found?.['valueCoding'])?.['code'])
  )
}

/** The translation of a text into `locale`, or into its base language, from the text's sibling (`_display`). */
export function translationOf(sibling: unknown, locale: string): string | undefined {
  const translations = extensionsOf(sibling)
    .filter(({ url }) => TRANSLATION.test(text(url) ?? ''))
    .map((extension) => ({ lang: partOf(extension, 'lang'), content: partOf(extension, 'content') }))
  const in_ = (tag: string | undefined) =>
    translations.find(({ lang }) => lang?.replaceAll('_', '-').toLowerCase() === tag?.toLowerCase())?.content
  const base = locale.split('-')[0]
  return in_(locale) ?? translations.find(({ lang }) => lang?.split(/[-_]/)[0] === base)?.content
}

function partOf(extension: FhirRecord, url: string): string | undefined {
  const part = extensionsOf(extension).find((inner) => inner['url'] === url)
  return text(part?.['valueCode']) ?? text(part?.['valueString']) ?? text(part?.['valueMarkdown'])
}

/** Modifier extensions whose meaning the tables show in words. */
const UNDERSTOOD = /\/StructureDefinition\/request-doNotPerform$/

/** How deep a resource is searched; deeper nesting is no FHIR. */
const MAXIMUM_DEPTH = 12

/**
 * Every modifier extension of a resource, at any depth, that this viewer does not understand. Each may change or
 * negate what the resource says. Contained resources speak for themselves and are left out.
 */
export function unknownModifiers(resource: unknown): readonly FhirRecord[] {
  const found: FhirRecord[] = []
  collectModifiers(resource, 0, found)
  return found
}

/** Collects instead of returning: every resource of every table passes here, and nearly none has anything to find. */
function collectModifiers(value: unknown, depth: number, found: FhirRecord[]): void {
  if (typeof value !== 'object' || value === null || depth > MAXIMUM_DEPTH) return
  if (Array.isArray(value)) {
    for (const item of value) collectModifiers(item, depth + 1, found)
    return
  }
  for (const name of Object.keys(value)) {
    const inner = (value as FhirRecord)[name]
    if (name === 'modifierExtension') found.push(...modifiersIn(inner))
    else if (name !== 'contained') collectModifiers(inner, depth + 1, found)
  }
}

const modifiersIn = (value: unknown): readonly FhirRecord[] =>
  list(value)
    .map((item) => record(item) ?? { url: text(item) })
    .filter(({ url }) => !UNDERSTOOD.test(text(url) ?? ''))

/** True when a known modifier extension forbids what is requested. */
export const forbids = (resource: unknown): boolean =>
  records(record(resource)?.['modifierExtension']).some(
    ({ url, valueBoolean }) =>
      UNDERSTOOD.test(text(url) ?? '') && (valueBoolean === true || valueBoolean === 'true'),
  )
