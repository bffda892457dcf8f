import { isRecord } from '../../core/encoding'
import { isLanguage, LANGUAGES, type Language } from '../../i18n/language'
import type { AppearanceConfig, Colours, Footer } from '../appearance'
import { ownFile } from './addresses'
import { readable } from './colour'
import { leaf, parts, text, type Reader, type Readers } from './reader'

/** Characters of a footer: some lines. */
const LONGEST_FOOTER = 500

const footer: Reader<Footer> = leaf({ kind: 'by-language', longest: LONGEST_FOOTER }, (value) => {
  if (typeof value === 'string') return sameInAll(value)
  if (!isRecord(value)) return undefined
  const texts = Object.entries(value).flatMap(([language, words]): readonly (readonly [Language, string])[] =>
    isLanguage(language) && isShort(words) ? [[language, words.trim()]] : [],
  )
  return texts.length === Object.keys(value).length ? Object.fromEntries(texts) : undefined
})

const sameInAll = (words: string): Footer | undefined =>
  isShort(words) ? Object.fromEntries(LANGUAGES.map((language) => [language, words.trim()])) : undefined

const isShort = (words: unknown): words is string =>
  typeof words === 'string' && words.trim().length <= LONGEST_FOOTER

export const appearance: Readers<AppearanceConfig> = {
  title: text(60),
  logo: ownFile,
  colours: parts<Colours>({ light: readable('light'), dark: readable('dark') }),
  footer,
}
