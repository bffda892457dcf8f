import { defineMessages } from '../../i18n/defineMessages'
import type { Language } from '../../i18n/language'

/** The words of a list of codes in one language; `undefined` for a code that is not on the list. */
export type WordOf = (code: unknown) => string | undefined

/**
 * Declares the words of a list of codes. Looking a code up never finds anything inherited: a status named
 * `constructor` is data and has no words here.
 */
export function defineWords<const English extends Readonly<Record<string, string>>>(
  english: English,
  loadSpanish: () => Promise<Readonly<Record<keyof English & string, string>>>,
): (language: Language) => WordOf {
  const messages = defineMessages<Readonly<Record<string, string>>>(english, { es: loadSpanish })
  return (language) => {
    const translate = messages(language) as (code: string) => string
    return (code) => (typeof code === 'string' && Object.hasOwn(english, code) ? translate(code) : undefined)
  }
}
