import { beforeAll, describe, expect, test } from 'vitest'
import { declaredCatalogs, loadLanguage, type Message } from '../../src/i18n/defineMessages'
import '../../src/i18n/errors'
import '../../src/i18n/findings'
import { LANGUAGES, type Language } from '../../src/i18n/language'

// Importing a module of messages declares its catalog; every such module of the viewer is imported here.
const modules = import.meta.glob(['../../src/**/*essages*.ts', '!../../src/**/*.es.ts'])

beforeAll(async () => {
  await Promise.all(Object.values(modules).map((load) => load()))
  await Promise.all(LANGUAGES.map((language) => loadLanguage(language)))
})

const formsOf = (message: Message): readonly string[] =>
  typeof message === 'string' ? [message] : Object.values(message)

const placeholdersOf = (message: Message): readonly string[] =>
  [
    ...new Set(
      formsOf(message).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)),
    ),
  ].toSorted()

/** Every message in every language beside its English. */
const everyMessage = (): readonly {
  readonly language: Language
  readonly key: string
  readonly english: Message
  readonly message: Message | undefined
}[] =>
  declaredCatalogs().flatMap((catalog) =>
    LANGUAGES.flatMap((language) =>
      Object.entries(catalog.english).map(([key, english]) => ({
        language,
        key,
        english,
        message: catalog.loaded.get(language)?.[key],
      })),
    ),
  )

describe('every catalog in every language', () => {
  test('there are catalogs, and all of them are loaded', () => {
    expect(declaredCatalogs().length).toBeGreaterThan(3)
    for (const { loaded } of declaredCatalogs()) expect([...loaded.keys()].toSorted()).toEqual(['en', 'es'])
  })

  test('has words for every key, and no key that English does not have', () => {
    expect(everyMessage().filter(({ message }) => message === undefined)).toEqual([])
    for (const { english, loaded } of declaredCatalogs()) {
      for (const words of loaded.values())
        expect(Object.keys(words).toSorted()).toEqual(Object.keys(english).toSorted())
    }
  })

  test('leaves no message blank or with blanks around it', () => {
    const careless = everyMessage().filter(({ message }) =>
      formsOf(message ?? '').some((form) => form === '' || form !== form.trim() || /\s{2}/.test(form)),
    )
    expect(careless).toEqual([])
  })

  test('fills the same placeholders as English, and a number wherever English has one', () => {
    const different = everyMessage().filter(
      ({ english, message }) =>
        message !== undefined && placeholdersOf(message).join() !== placeholdersOf(english).join(),
    )
    expect(different).toEqual([])
  })

  test('has every plural form that whole numbers of everyday size need', () => {
    const incomplete = everyMessage().filter(({ language, message }) => {
      if (message === undefined || typeof message === 'string') return false
      const rules = new Intl.PluralRules(language)
      const needed = new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)))
      return [...needed].some((category) => !Object.hasOwn(message, category))
    })
    expect(incomplete).toEqual([])
  })

  test('shows nobody the name of a code', () => {
    const raw = everyMessage().filter(({ message }) =>
      formsOf(message ?? '').some((form) => /\b[A-Z]{2,}_[A-Z_]+\b/.test(form)),
    )
    expect(raw).toEqual([])
  })
})
