import type { Expected } from '../../config/config'
import type { Language } from '../../i18n/language'
import { messages } from './messages'

/** What a key takes, as a sentence: shown beside one that was refused, and in the documentation. */
export function expectation(expected: Expected, language: Language): string {
  return messages(language)('expected', { what: kindOf(expected, language) })
}

/** What a key takes, in a few words. */
export function kindOf(expected: Expected, language: Language): string {
  const t = messages(language)
  switch (expected.kind) {
    case 'text':
    case 'by-language':
      return t(expected.kind, { longest: expected.longest })
    case 'number':
      return t('number', { least: expected.least, most: expected.most })
    case 'one-of':
      return t('one-of', { values: expected.values.join(', ') })
    case 'list':
      return t('list', { of: kindOf(expected.of, language) })
    case 'object':
      return expected.keys.length === 0 ? t('json') : t('object', { keys: expected.keys.join(', ') })
    case 'contrast':
      return t('contrast', { ...expected, found: Math.floor(expected.found * 10) / 10 })
    case 'switch':
    case 'address':
    case 'host':
    case 'origin':
    case 'server':
    case 'scopes':
    case 'own-file':
    case 'colour':
    case 'json':
      return t(expected.kind)
    default:
      return expected satisfies never
  }
}
