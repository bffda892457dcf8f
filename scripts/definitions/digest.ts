import { isRecord } from '../../src/core/encoding'
import { field, list, records, text, type FhirRecord } from '../../src/core/fhir/shape'

/**
 * What the generic view has to know of each type and of each part of one: the elements in the order of the definition,
 * `name`, then `!` for a modifier, `+` for a part of the summary, `*` for a list, then `=` and the type or part that its
 * value has. A choice element ends in `[x]` and has no type here: the name it is sent under tells it.
 */
export type Digest = Readonly<Record<string, string>>

export interface Digests {
  /** Every resource, every type of value and every part of them. */
  readonly elements: Digest
  /** By resource: its modifiers, each with `!`, and the other parts of its summary. */
  readonly generic: Digest
}

/** From bundles of StructureDefinitions. Profiles, primitives and abstract types are left out. */
export function digestsOf(bundles: readonly unknown[]): Digests {
  const definitions = bundles.flatMap(definitionsIn)
  const elements = definitions.flatMap(linesOf)
  const resources = new Set(
    definitions.flatMap(({ kind, name }) => (kind === 'resource' ? String(name) : [])),
  )
  const generic = elements
    .filter(([holder]) => resources.has(holder))
    .map(([holder, words]) => [holder, words.split(' ').flatMap(shownOf).join(' ')] as const)
  return { elements: Object.fromEntries(elements), generic: Object.fromEntries(generic) }
}

const definitionsIn = (bundle: unknown): readonly FhirRecord[] =>
  records(field(bundle, 'entry'))
    .map((entry) => entry['resource'])
    .filter(isRecord)
    .filter(
      (resource) =>
        resource['resourceType'] === 'StructureDefinition' &&
        resource['derivation'] === 'specialization' &&
        ['resource', 'complex-type'].includes(String(resource['kind'])) &&
        resource['abstract'] !== true,
    )

/** Elements that the viewer knows everywhere, and those that it knows in every resource. */
const OF_ANYTHING: ReadonlySet<string> = new Set(['id', 'extension', 'modifierExtension'])
const OF_RESOURCES: ReadonlySet<string> = new Set(['meta', 'implicitRules', 'language', 'text', 'contained'])

function linesOf(definition: FhirRecord): readonly (readonly [holder: string, words: string])[] {
  const lines = new Map<string, string[]>()
  for (const element of records(field(definition['snapshot'], 'element'))) {
    const path = text(element['path']) ?? ''
    const at = path.lastIndexOf('.')
    const [holder, name] = [path.slice(0, Math.max(at, 0)), path.slice(at + 1)]
    const isRoot = definition['kind'] === 'resource' && !holder.includes('.')
    if (at === -1 || OF_ANYTHING.has(name) || (isRoot && OF_RESOURCES.has(name))) continue
    const known = lines.get(holder) ?? []
    lines.set(holder, [...known, wordOf(name, element)])
  }
  return [...lines].map(([holder, words]) => [holder, words.join(' ')])
}

function wordOf(name: string, element: FhirRecord): string {
  const modifier = element['isModifier'] === true ? '!' : ''
  const summary = element['isSummary'] === true ? '+' : ''
  const type = name.endsWith('[x]') ? undefined : typeOf(element)
  return `${name}${modifier}${summary}${element['max'] === '*' ? '*' : ''}${type === undefined ? '' : `=${type}`}`
}

/** The type of the value, where there is something inside it; the path of a part that is defined in place. */
function typeOf(element: FhirRecord): string | undefined {
  const elsewhere = text(element['contentReference'])
  if (elsewhere !== undefined) return elsewhere.replace(/^.*#/, '')
  const code = text(field(list(element['type'])[0], 'code'))
  if (code === 'BackboneElement' || code === 'Element') return text(element['path'])
  return code !== undefined && /^[A-Z]/.test(code) && code !== 'Resource' ? code : undefined
}

/** They tell one record from another, and nothing of what it says. */
const ADMINISTRATIVE: ReadonlySet<string> = new Set(
  'identifier url version publisher contact experimental jurisdiction useContext copyright'.split(' '),
)

function shownOf(word: string): string | readonly string[] {
  const [, name = '', flags = ''] = /^([\w[\]]+)([!+*]*)/.exec(word) ?? []
  if (flags.includes('!')) return `${name}!`
  return flags.includes('+') && !ADMINISTRATIVE.has(name) ? name : []
}
