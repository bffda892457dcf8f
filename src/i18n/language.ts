/** The languages of the viewer's own words, as BCP 47 tags. */
export const LANGUAGES = ['en', 'es'] as const
export type Language = (typeof LANGUAGES)[number]

export const DEFAULT_LANGUAGE = 'en' satisfies Language

/** How each language calls itself: shown in the language menu, never translated. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', es: 'Español' }

/** The direction in which each language is written, for `dir` of the page. */
export const LANGUAGE_DIRECTIONS: Readonly<Record<Language, 'ltr' | 'rtl'>> = { en: 'ltr', es: 'ltr' }

export const isLanguage = (tag: unknown): tag is Language => LANGUAGES.some((language) => language === tag)

/** The first language of `wanted` (BCP 47 tags, most wanted first) that the viewer speaks, by its primary subtag. */
export function bestLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split(/[-_]/)[0]
    if (isLanguage(primary)) return primary
  }
  return DEFAULT_LANGUAGE
}
