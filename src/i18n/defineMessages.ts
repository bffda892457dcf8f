import { DEFAULT_LANGUAGE, type Language } from './language'

/**
 * Messages are data: a text with `{placeholders}`, or the plural forms of one. English stands beside the code that
 * uses it and is the type of every translation, so that a missing or misspelt message does not compile. The other
 * languages are chunks of their own and are loaded only when somebody reads them.
 */
export type Message = string | Plural
export type Plural = { readonly other: string } & {
  readonly [Category in Exclude<Intl.LDMLPluralRule, 'other'>]?: string
}
type Messages = Readonly<Record<string, Message>>

/** What a translation of `English` has to be: the same keys, a text for a text and plural forms for plural forms. */
export type Translation<English extends Messages> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Plural
}

type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never
type Parameters<Entry> = Entry extends string
  ? Placeholders<Entry>
  : Entry extends { readonly other: infer Other }
    ? Placeholders<Other> | 'count'
    : never
type Arguments<Entry> = [Parameters<Entry>] extends [never]
  ? readonly []
  : readonly [values: Readonly<Record<Parameters<Entry>, string | number>>]

/** `t('key', { placeholder })`, typed by the English text. */
export type Translate<English extends Messages> = <Key extends keyof English & string>(
  key: Key,
  ...values: Arguments<English[Key]>
) => string

interface Catalog {
  readonly english: Messages
  readonly load: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Messages>>>
  readonly loaded: Map<Language, Messages>
}

const catalogs: Catalog[] = []

/**
 * Declares the messages of one folder. Returns `messages(language)`, a typed `t`. Until a language has been loaded
 * (see `loadLanguage`) its messages are in English, never blank.
 */
export function defineMessages<const English extends Messages>(
  english: English,
  load: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Translation<English>>>>,
): (language: Language) => Translate<English> {
  const catalog: Catalog = { english, load, loaded: new Map([[DEFAULT_LANGUAGE, english]]) }
  catalogs.push(catalog)
  return (language) =>
    (key, ...values) => {
      const message = catalog.loaded.get(language)?.[key] ?? catalog.english[key] ?? key
      return format(message, values[0], language)
    }
}

/** Loads every declared catalog in `language`. Rejects when a chunk cannot be had; call it again to retry. */
export async function loadLanguage(language: Language): Promise<void> {
  if (language === 'en') return
  const missing = catalogs.filter((catalog) => !catalog.loaded.has(language))
  await Promise.all(
    missing.map(async (catalog) => catalog.loaded.set(language, await catalog.load[language]())),
  )
}

/** Every catalog declared so far, for the test that compares placeholders across languages. */
export const declaredCatalogs = (): readonly Catalog[] => catalogs

function format(
  message: Message,
  values: Readonly<Record<string, string | number>> | undefined,
  language: Language,
): string {
  const text =
    typeof message === 'string' ? message : pluralForm(message, Number(values?.['count']), language)
  return text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values?.[name]
    if (value === undefined) return placeholder
    return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value
  })
}

const pluralForm = (forms: Plural, count: number, language: Language): string =>
  forms[new Intl.PluralRules(language).select(count)] ?? forms.other
