/** A system and a code that came without words. */
export interface Coded {
  readonly system: string
  readonly code: string
}

/** Words for a code from a dictionary: nobody who sent the record has said them. */
export interface Term {
  readonly text: string
  /** BCP 47; not always the reader's. */
  readonly language: string
  readonly dictionary: { readonly id: string; readonly name: string; readonly version: string }
}

/** One list for each code, in the order asked: empty when no dictionary has it, `undefined` when that could not be found out. */
export type LoadedTerms = readonly (readonly Term[] | undefined)[]

/**
 * Finds the words of many codes at once; `undefined` where there are no dictionaries at all. May reject: the codes then
 * stay visible.
 */
export type LoadTerms = (wanted: readonly Coded[]) => Promise<LoadedTerms | undefined>

/** Answers at once with the best words it has, and again, better, when a dictionary has arrived. Never throws, never waits. */
export interface CodeRenderer {
  /**
   * A dictionary's words for a code, in `language` or else in English; `undefined` while there are none. To ask is to
   * want: ask only for a code that has no words of its sender's, nor of this viewer's.
   */
  readonly term: (coded: Coded, language: string) => Term | undefined
  /** True while words could not be fetched. */
  readonly failed: () => boolean
  /** Asks once more for what could not be fetched. */
  readonly retry: () => void
  readonly subscribe: (listener: () => void) => () => void
  /** Changes whenever an answer may have become better. */
  readonly version: () => number
}

/** Nobody reads a longer one, and no dictionary has it. */
const LONGEST_CODE = 200

/**
 * The deferred code renderer. Codes that are asked for in one go, such as by the tables of one record, are looked up
 * in one go, and readers hear of it once.
 */
export function createCodeRenderer(load: LoadTerms): CodeRenderer {
  const known = new Map<string, readonly Term[] | 'wanted' | 'failed'>()
  const listeners = new Set<() => void>()
  let wanted: Coded[] = []
  let version = 0

  const changed = (): void => {
    version += 1
    for (const listener of listeners) listener()
  }
  const lookUp = async (): Promise<void> => {
    const asked = wanted
    wanted = []
    const none: LoadedTerms = asked.map(() => [])
    const loaded = await load(asked).then(
      (terms) => terms ?? none,
      (): LoadedTerms => [],
    )
    const answers = asked.map((_, index) => loaded[index] ?? 'failed')
    for (const [index, coded] of asked.entries()) known.set(nameOf(coded), answers[index] ?? 'failed')
    if (answers.some((terms) => terms === 'failed' || terms.length > 0)) changed()
  }
  const want = (coded: Coded): void => {
    known.set(nameOf(coded), 'wanted')
    wanted.push(coded)
    if (wanted.length === 1) void Promise.resolve().then(lookUp)
  }

  return {
    term: (coded, language) => {
      if (coded.system.length + coded.code.length > LONGEST_CODE) return undefined
      const terms = known.get(nameOf(coded))
      if (terms === undefined) want(coded)
      return typeof terms === 'object' ? termIn(terms, language) : undefined
    },
    failed: () => [...known.values()].includes('failed'),
    retry: () => {
      for (const [name, terms] of known) if (terms === 'failed') known.delete(name)
      changed()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    version: () => version,
  }
}

const nameOf = ({ system, code }: Coded): string => `${system} ${code}`

const termIn = (terms: readonly Term[], language: string): Term | undefined =>
  terms.find((term) => term.language === language) ?? terms.find((term) => term.language === 'en') ?? terms[0]
