import { describe, expect, test, vi } from 'vitest'
import {
  createCodeRenderer,
  type LoadedTerms,
  type LoadTerms,
  type Term,
} from '../../../src/core/codes/codeRenderer'

const RED = { system: 'urn:colours', code: '1' }
const BLUE = { system: 'urn:colours', code: '2' }
const term = (text: string, language = 'en'): Term => ({
  text,
  language,
  dictionary: { id: 'colours', name: 'Colours', version: '7' },
})

/** A dictionary that answers when the test says so. */
function scripted() {
  const asked: {
    readonly codes: readonly string[]
    readonly answer: (terms?: LoadedTerms) => void
    readonly fail: () => void
  }[] = []
  const load: LoadTerms = (wanted) =>
    new Promise((resolve, reject) => {
      asked.push({
        codes: wanted.map(({ code }) => code),
        answer: resolve,
        fail: () => reject(new Error('offline')),
      })
    })
  return { codes: createCodeRenderer(load), asked }
}
const settled = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve))

describe('the code renderer', () => {
  test('asks once for all codes of one go, and tells its readers once', async () => {
    const { codes, asked } = scripted()
    const heard = vi.fn<() => void>()
    codes.subscribe(heard)
    for (const coded of [RED, BLUE, RED]) expect(codes.term(coded, 'en')).toBeUndefined()
    await settled()
    expect(asked.map((batch) => batch.codes)).toEqual([['1', '2']])
    asked[0]?.answer([[term('Red')], [term('Blue')]])
    await settled()
    expect(heard).toHaveBeenCalledTimes(1)
    expect(codes.version()).toBe(1)
    expect(codes.term(RED, 'en')?.text).toBe('Red')
    expect(codes.term({ ...BLUE }, 'en')?.text).toBe('Blue')
    await settled()
    expect(asked).toHaveLength(1)
  })

  test('keeps quiet about codes that no dictionary has, and does not ask for them again', async () => {
    const { codes, asked } = scripted()
    const heard = vi.fn<() => void>()
    codes.subscribe(heard)
    codes.term(RED, 'en')
    await settled()
    asked[0]?.answer([[]])
    await settled()
    expect(codes.term(RED, 'en')).toBeUndefined()
    expect(codes.failed()).toBe(false)
    await settled()
    expect(asked).toHaveLength(1)
    expect(heard).not.toHaveBeenCalled()
  })

  test('takes "no dictionaries at all" for an answer', async () => {
    const { codes, asked } = scripted()
    codes.term(RED, 'en')
    await settled()
    asked[0]?.answer(undefined)
    await settled()
    expect(codes.failed()).toBe(false)
  })

  test('says when words could not be fetched, and fetches them when told to', async () => {
    const { codes, asked } = scripted()
    codes.term(RED, 'en')
    codes.term(BLUE, 'en')
    await settled()
    asked[0]?.answer([[term('Red')], undefined])
    await settled()
    expect(codes.failed()).toBe(true)
    expect(codes.term(BLUE, 'en')).toBeUndefined()
    await settled()
    expect(asked).toHaveLength(1)
    codes.retry()
    codes.term(BLUE, 'en')
    await settled()
    expect(asked[1]?.codes).toEqual(['2'])
    asked[1]?.answer([[term('Blue')]])
    await settled()
    expect(codes.failed()).toBe(false)
    expect(codes.term(BLUE, 'en')?.text).toBe('Blue')
  })

  test('survives a dictionary that throws', async () => {
    const { codes, asked } = scripted()
    codes.term(RED, 'en')
    await settled()
    asked[0]?.fail()
    await settled()
    expect(codes.failed()).toBe(true)
    expect(codes.term(RED, 'en')).toBeUndefined()
  })

  test('prefers the reader’s language, then English, then any', async () => {
    const { codes, asked } = scripted()
    codes.term(RED, 'es')
    codes.term(BLUE, 'es')
    await settled()
    asked[0]?.answer([[term('Red'), term('Rojo', 'es')], [term('Blau', 'de')]])
    await settled()
    expect(codes.term(RED, 'es')?.text).toBe('Rojo')
    expect(codes.term(RED, 'fr')?.text).toBe('Red')
    expect(codes.term(BLUE, 'es')).toMatchObject({ text: 'Blau', language: 'de' })
  })

  test('never asks for a code that is too long to be one', async () => {
    const { codes, asked } = scripted()
    codes.term({ system: 'urn:colours', code: 'x'.repeat(10_000) }, 'en')
    await settled()
    expect(asked).toEqual([])
  })

  test('stops telling who no longer listens', async () => {
    const { codes, asked } = scripted()
    const heard = vi.fn<() => void>()
    codes.subscribe(heard)()
    codes.term(RED, 'en')
    await settled()
    asked[0]?.answer([[term('Red')]])
    await settled()
    expect(heard).not.toHaveBeenCalled()
  })
})
