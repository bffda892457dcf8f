import { expect, test, vi } from 'vitest'
import { openBrought } from '../../src/app/files/openBrought'
import type { ShxError } from '../../src/core/errors'

const LINK = 'shlink:/eyJhIjoxfQ'

function bring(texts: readonly string[], files: readonly File[] = []) {
  const open = vi.fn<(text: string) => void>()
  const read = vi.fn<(files: readonly File[]) => void>()
  const reject = vi.fn<(error: ShxError) => void>()
  openBrought({ kind: 'brought', texts, files }, { open, read, reject, textName: 'shared text' })
  return { open, read, reject, names: () => read.mock.calls[0]?.[0].map(({ name }) => name) }
}
const picture = new File(['x'], 'photo.png')

test('a link inside a message opens as it was written, whatever is around it', () => {
  const message = `Look: https://viewer.example/#${LINK}`
  expect(bring(['https://news.example/', message, 'A title']).open.mock.calls).toEqual([[message]])
})

test('the same link as address and as text is one thing', () => {
  expect(bring([LINK, LINK]).open.mock.calls).toEqual([[LINK]])
})

test('a web address is opened as text, to be named', () => {
  expect(bring(['https://menu.example/', 'Menu']).open.mock.calls).toEqual([['https://menu.example/']])
})

test('files are read like any others, and a caption beside them is no second thing', () => {
  const brought = bring(['Holiday'], [picture])
  expect(brought.names()).toEqual(['photo.png'])
  expect(brought.open).not.toHaveBeenCalled()
})

test('a link beside a picture, and two links, are read together, so that a person can choose', async () => {
  const brought = bring([LINK], [picture])
  expect(brought.names()).toEqual(['photo.png', 'shared text'])
  expect(await brought.read.mock.calls[0]?.[0][1]?.text()).toBe(LINK)
  expect(bring([LINK, 'shlink:/eyJhIjoyfQ']).names()).toEqual(['shared text', 'shared text'])
})

test('nothing, and what was lost, say so', () => {
  expect(bring([]).reject.mock.calls).toEqual([[{ code: 'INPUT_EMPTY' }]])
  const reject = vi.fn<(error: ShxError) => void>()
  openBrought({ kind: 'lost' }, { open: () => undefined, read: () => undefined, reject, textName: '' })
  expect(reject.mock.calls).toEqual([[{ code: 'SHARE_LOST' }]])
})
