import { describe, expect, test } from 'vitest'
import { readCaptions } from '../../../src/core/shl/list'

const file = (name: string) => ({ location: `https://files.example/${name}` })
const entry = (name: string, display: unknown, note?: unknown) => ({
  item: { reference: `https://files.example/${name}`, display },
  ...(note !== undefined && { note }),
})

describe('what a sender says about the files (L-50)', () => {
  test('belongs to the file whose location it refers to, in whatever order', () => {
    const list = {
      resourceType: 'List',
      title: 'For Dr. Lee',
      note: [{ text: 'Before Friday' }],
      entry: [entry('b', 'Laboratory', [{ text: 'fasting' }]), entry('a', 'Summary')],
    }
    expect(readCaptions(list, [file('a'), file('b'), file('c')])).toEqual({
      title: 'For Dr. Lee',
      notes: ['Before Friday'],
      files: [
        { caption: 'Summary', notes: [] },
        { caption: 'Laboratory', notes: ['fasting'] },
        { notes: [] },
      ],
    })
  })

  test('goes by order where nothing refers to a location and there are as many', () => {
    const list = { entry: [{ item: { display: 'One' } }, { item: { display: 'Two' } }] }
    expect(readCaptions(list, [{}, {}])?.files.map(({ caption }) => caption)).toEqual(['One', 'Two'])
    expect(readCaptions(list, [{}, {}, {}])).toBeUndefined()
    expect(readCaptions(list, [{}])).toBeUndefined()
  })

  test('goes by location alone as soon as one entry refers to a file', () => {
    const list = { entry: [{ item: { display: 'One' } }, entry('a', 'Two')] }
    expect(readCaptions(list, [file('a'), file('b')])).toStrictEqual({
      notes: [],
      files: [{ caption: 'Two', notes: [] }, { notes: [] }],
    })
  })

  test('may be several things about one file: the first name, and every note', () => {
    const list = { entry: [entry('a', undefined, { text: 'x' }), entry('a', 'A', ['y']), entry('a', 'B')] }
    expect(readCaptions(list, [file('a')])?.files).toStrictEqual([{ caption: 'A', notes: ['x', 'y'] }])
  })

  test('is told where it is a title, a note, or a word about one of the files alone', () => {
    const files = [{}, {}]
    const blank = { notes: [] }
    expect(readCaptions({ title: 'T' }, files)).toStrictEqual({
      title: 'T',
      notes: [],
      files: [blank, blank],
    })
    expect(readCaptions({ note: 'N' }, files)).toStrictEqual({ notes: ['N'], files: [blank, blank] })
    expect(readCaptions({ entry: [{}, { note: 'N' }] }, files)).toStrictEqual({
      notes: [],
      files: [blank, { notes: ['N'] }],
    })
    expect(readCaptions({ entry: [{}, { item: { display: 'D' } }] }, files)).toStrictEqual({
      notes: [],
      files: [blank, { caption: 'D', notes: [] }],
    })
  })

  test('is cut where it is no caption any more', () => {
    const list = {
      title: 'x'.repeat(1_000),
      note: Array.from({ length: 99 }, () => ({ text: 'y'.repeat(1_000) })),
    }
    const captions = readCaptions(list, [])
    expect(captions?.title).toHaveLength(301)
    expect(captions?.notes).toHaveLength(10)
    expect(captions?.notes[0]).toHaveLength(301)
    expect(readCaptions({ title: 'x'.repeat(300) }, [])?.title).toBe('x'.repeat(300))
    expect(readCaptions({ title: 'x'.repeat(301) }, [])?.title).toBe(`${'x'.repeat(300)}…`)
  })

  test.each([undefined, null, 'text', 0, [], ['text']])('%j is no list', (value) => {
    expect(readCaptions(value, [file('a')])).toBeUndefined()
  })

  test.each<[unknown]>([
    [{}],
    [{ title: null, note: [null, {}, { text: null }], entry: [null, 1, {}, { item: null }] }],
    [{ entry: { item: { reference: {}, display: [] } } }],
    [{ entry: [{ item: [{ reference: 'https://files.example/a', display: { toString: 0 } }] }] }],
  ])('%j says nothing', (value) => {
    expect(readCaptions(value, [file('a')])).toBeUndefined()
  })

  test('is read in whatever shape it comes', () => {
    const captions = { title: '1', notes: ['plain words', '2'], files: [{ notes: [] }] }
    expect(readCaptions([{ title: 1, note: ['plain words', 2], entry: 'text' }], [file('a')])).toEqual(
      captions,
    )
  })
})
