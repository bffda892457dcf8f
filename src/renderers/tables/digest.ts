import { choiceName } from '../../core/fhir/shape'

/**
 * What the FHIR R4 definitions say about elements, as far as a reader needs it. A part of a type is named by its path:
 * `Observation.component`. Made from `digest/r4.json` by `npm run build:definitions`.
 */
export interface Digest {
  /** True for a type or part that R4 defines; of any other nothing is known about its elements. */
  readonly knows: (type: string) => boolean
  /** Place of an element in its definition, from 0; `undefined` for one that is not defined. Choices go by either name: `valueQuantity`. */
  readonly placeOf: (type: string, name: string) => number | undefined
  /** True when the element may change the meaning of everything beside it. */
  readonly isModifier: (type: string, name: string) => boolean
  /** The type or part of an element's value; `undefined` for primitives and for what is not defined. */
  readonly typeOf: (type: string, name: string) => string | undefined
}

interface Element {
  readonly place: number
  readonly modifier: boolean
  readonly type: string | undefined
}

/** Reads a digest. Types are taken apart when they are first asked for. */
export function readDigest(definitions: Readonly<Record<string, string>>): Digest {
  const types = new Map<string, ReadonlyMap<string, Element>>()
  const elementsOf = (type: string): ReadonlyMap<string, Element> => {
    const known = types.get(type) ?? readElements(definitions[type] ?? '')
    types.set(type, known)
    return known
  }
  const knows = (type: string): boolean => Object.hasOwn(definitions, type)
  const find = (type: string, name: string): Element | undefined => {
    if (!knows(type)) return undefined
    const elements = elementsOf(type)
    return elements.get(name) ?? elements.get(`${choiceName(name)}[x]`)
  }
  return {
    knows,
    placeOf: (type, name) => find(type, name)?.place,
    isModifier: (type, name) => find(type, name)?.modifier ?? false,
    typeOf: (type, name) => {
      const element = find(type, name)
      if (!element || element.type !== undefined) return element?.type
      const suffix = name.slice(choiceName(name).length)
      return suffix !== '' && knows(suffix) ? suffix : undefined
    },
  }
}

function readElements(words: string): ReadonlyMap<string, Element> {
  const elements = words.split(' ').flatMap((word, place): readonly (readonly [string, Element])[] => {
    const [, name, flags = '', type] = /^([\w[\]]+)([!+*]*)(?:=(.+))?$/.exec(word) ?? []
    return name === undefined ? [] : [[name, { place, modifier: flags.includes('!'), type }]]
  })
  return new Map(elements)
}

let loaded: Digest | undefined
let loading: Promise<void> | undefined

/** The digest, once it is there. The details are complete without it; it only brings order into them. */
export const knownDigest = (): Digest | undefined => loaded

/** Fetches the digest once. Never rejects: where it cannot be had, the next call tries again. */
export const loadDigest = (): Promise<void> =>
  (loading ??= import('./digest/r4.json').then(
    ({ default: definitions }) => void (loaded = readDigest(definitions)),
    () => void (loading = undefined),
  ))
