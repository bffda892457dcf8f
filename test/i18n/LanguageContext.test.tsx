// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { defineMessages } from '../../src/i18n/defineMessages'
import type { Language } from '../../src/i18n/language'
import { LanguageProvider, useLanguage, type LanguageState } from '../../src/i18n/LanguageContext'

const english = { hello: 'Hello' } as const
const load = vi.fn<() => Promise<{ hello: string }>>().mockRejectedValueOnce(new Error('offline'))
const messages = defineMessages(english, { es: load })

/** The words of the page, and how to change its language. */
interface Page {
  readonly hello: () => string
  readonly setLanguage: LanguageState['setLanguage']
}

function open(onChange: (language: Language) => void = () => undefined): Page {
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <LanguageProvider initialLanguage="en" onChange={onChange}>
      {children}
    </LanguageProvider>
  )
  const { result } = renderHook(useLanguage, { wrapper })
  return {
    hello: () => messages(result.current.language)('hello'),
    setLanguage: (language) => result.current.setLanguage(language),
  }
}

/** A promise that is settled by hand. */
function deferred<Value>() {
  const resolvers: ((value: Value) => void)[] = []
  const promise = new Promise<Value>((resolve) => resolvers.push(resolve))
  return { promise, resolve: (value: Value) => resolvers.forEach((resolve) => resolve(value)) }
}

afterEach(cleanup)

describe('the language of the page', () => {
  test('stays when the words of another cannot be had', async () => {
    const onChange = vi.fn<(language: Language) => void>()
    const page = open(onChange)
    expect(await act(() => page.setLanguage('es'))).toBe(false)
    expect(page.hello()).toBe('Hello')
    expect(onChange).not.toHaveBeenCalled()
  })

  test('changes once the words are there, and whoever wants to know is told; the last wish wins', async () => {
    const words = deferred<{ hello: string }>()
    load.mockReturnValue(words.promise)
    const onChange = vi.fn<(language: Language) => void>()
    const page = open(onChange)
    const first = page.setLanguage('es')
    expect(await act(() => page.setLanguage('en'))).toBe(true)
    words.resolve({ hello: 'Hola' })
    expect(await act(() => first)).toBe(false)
    expect(page.hello()).toBe('Hello')

    expect(await act(() => page.setLanguage('es'))).toBe(true)
    expect(page.hello()).toBe('Hola')
    expect(onChange.mock.calls).toEqual([['en'], ['es']])
  })

  test('is English outside a provider', () => {
    expect(renderHook(useLanguage).result.current.language).toBe('en')
  })
})
