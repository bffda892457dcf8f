import { isRecord } from '../../core/encoding'
import { isLanguage, LANGUAGES, type Language } from '../../i18n/language'
import { leaf, type Reader } from './reader'

export type ByLanguage = Readonly<Partial<Record<Language, string>>>

/** One text for all languages, or one for each. A longer one than `longest` characters is refused. */
export function byLanguage(longest: number): Reader<ByLanguage> {
  const isShort = (words: unknown): words is string =>
    typeof words === 'string' && words.trim().length <= longest
  return leaf({ kind: 'by-language', longest }, (value) => {
    if (isShort(value)) return Object.fromEntries(LANGUAGES.map((language) => [language, value.trim()]))
    if (!isRecord(value)) return undefined
    const texts = Object.entries(value).flatMap(
      ([language, words]): readonly (readonly [Language, string])[] =>
        isLanguage(language) && isShort(words) ? [[language, words.trim()]] : [],
    )
    return texts.length === Object.keys(value).length ? Object.fromEntries(texts) : undefined
  })
}
