import { describe, expect, test, vi } from 'vitest'
import { defineMessages, loadLanguage, type Translation } from '../../src/i18n/defineMessages'
import { bestLanguage } from '../../src/i18n/language'

const english = {
  hello: 'Hello {name}',
  files: { one: '{count} file of {owner}', other: '{count} files of {owner}' },
} as const
const spanish: Translation<typeof english> = {
  hello: 'Hola, {name}',
  files: { one: '{count} archivo de {owner}', other: '{count} archivos de {owner}' },
}

describe('messages', () => {
  test('are in English until their language has been loaded, and a failed load can be repeated', async () => {
    const load = vi
      .fn<() => Promise<typeof spanish>>()
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValue(spanish)
    const messages = defineMessages(english, { es: load })
    await expect(loadLanguage('es')).rejects.toThrow('offline')
    expect(messages('es')('hello', { name: 'Ana' })).toBe('Hello Ana')
    await loadLanguage('es')
    await loadLanguage('es')
    expect(messages('es')('hello', { name: 'Ana' })).toBe('Hola, Ana')
    expect(messages('en')('hello', { name: 'Ana' })).toBe('Hello Ana')
    expect(load).toHaveBeenCalledTimes(2)
  })

  test('choose the plural of the number, and write it as the language does', async () => {
    const messages = defineMessages(english, { es: () => Promise.resolve(spanish) })
    await loadLanguage('es')
    const files = (language: 'en' | 'es', count: number): string =>
      messages(language)('files', { count, owner: 'Ana' })
    expect([0, 1, 2].map((count) => files('en', count))).toEqual([
      '0 files of Ana',
      '1 file of Ana',
      '2 files of Ana',
    ])
    expect(files('es', 1)).toBe('1 archivo de Ana')
    expect(files('en', 12_345)).toBe('12,345 files of Ana')
    expect(files('es', 12_345)).toBe('12.345 archivos de Ana')
  })

  test('put values in as they are: braces and dollar signs in them mean nothing', () => {
    const messages = defineMessages(english, { es: () => Promise.resolve(spanish) })
    expect(messages('en')('hello', { name: '{count} $& $1' })).toBe('Hello {count} $& $1')
  })
})

describe('the best language', () => {
  test.each([
    [['es-MX', 'en'], 'es'],
    [['fr', 'es_AR'], 'es'],
    [['EN-gb'], 'en'],
    [['tlh'], 'en'],
    [[], 'en'],
  ])('of %j is %s', (wanted, expected) => {
    expect(bestLanguage(wanted)).toBe(expected)
  })
})
