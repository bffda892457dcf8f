import { expect, test, vi } from 'vitest'
import { createFileReading, type FilesState } from '../../src/app/files/fileReading'
import { err, ok } from '../../src/core/result'
import type { Capture } from '../../src/platform/capture'

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47])
const picture = (name: string): File => new File([PNG], name)
const text = (name: string, content: string): File => new File([content], name)
const LINKS = ['shlink:/eyJhIjoxfQ', 'shlink:/eyJhIjoyfQ'] as const

function reading(readDocument: Capture['readDocument']) {
  const open = vi.fn<(text: string) => void>()
  const reject = vi.fn<(error: unknown) => void>()
  return { open, reject, files: createFileReading({ readDocument, open, reject }) }
}
const finds =
  (...texts: readonly string[]): Capture['readDocument'] =>
  async () =>
    ok({ texts, skippedPages: 0 })

test('one text file opens to the letter, byte-order mark included', async () => {
  const { files, open } = reading(finds())
  await files.read([text('card.txt', '\uFEFFshc:/1 2\n')])
  expect(open.mock.calls).toEqual([['\uFEFFshc:/1 2\n']])
  expect(files.state()).toEqual({ phase: 'idle' })
})

test('a picture opens by its code', async () => {
  const { files, open } = reading(finds(LINKS[0]))
  await files.read([picture('a.png')])
  expect(open.mock.calls).toEqual([[LINKS[0]]])
})

test('a web address is handed on to be named', async () => {
  const { files, open } = reading(finds('https://menu.example'))
  await files.read([picture('a.png')])
  expect(open.mock.calls).toEqual([['https://menu.example']])
})

test('of several links a person chooses', async () => {
  const { files, open } = reading(finds(...LINKS))
  await files.read([picture('two.png')])
  const state = files.state() as Extract<FilesState, { phase: 'choosing' }>
  expect(state.choices.map(({ kind, file }) => [kind, file])).toEqual([
    ['link', 'two.png'],
    ['link', 'two.png'],
  ])
  expect(open).not.toHaveBeenCalled()
  files.choose(state.choices[1]!)
  expect(open.mock.calls).toEqual([[LINKS[1]]])
  expect(files.state()).toEqual({ phase: 'idle' })
})

test('what was not read is told before the rest is opened', async () => {
  const { files, open } = reading(async (blob) =>
    (blob as File).name === 'bad.png'
      ? err({ code: 'IMAGE_NO_QR' })
      : ok({ texts: [LINKS[0]], skippedPages: (blob as File).name === 'long.pdf' ? 3 : 0 }),
  )
  await files.read([picture('good.png'), picture('bad.png')])
  expect(files.state()).toMatchObject({
    phase: 'choosing',
    remarks: [{ kind: 'failed', file: 'bad.png', error: { code: 'IMAGE_NO_QR' } }],
  })
  await files.read([picture('long.pdf')])
  expect(files.state()).toMatchObject({ remarks: [{ kind: 'pages-skipped', file: 'long.pdf', pages: 3 }] })
  expect(open).not.toHaveBeenCalled()
})

test('nothing readable is an error with its own words', async () => {
  const { files, open, reject } = reading(async () => err({ code: 'PDF_LOCKED' }))
  await files.read([picture('locked.pdf')])
  expect(reject.mock.calls).toEqual([[{ code: 'PDF_LOCKED' }]])
  expect(open).not.toHaveBeenCalled()
})

test('a file that the device refuses, and a part that breaks, are values', async () => {
  const { files, reject } = reading(() => Promise.reject(new Error('gone')))
  await files.read([picture('a.png')])
  const refused = Object.assign(text('b.txt', ''), { arrayBuffer: () => Promise.reject(new Error('no')) })
  await files.read([refused])
  expect(reject.mock.calls).toEqual([[{ code: 'FILE_UNREADABLE' }], [{ code: 'FILE_UNREADABLE' }]])
})

test('cancelling, and reading other files, drop what was under way', async () => {
  let answer: (() => void) | undefined
  const signals: (AbortSignal | undefined)[] = []
  const { files, open } = reading((_, options) => {
    signals.push(options?.signal)
    return new Promise((resolve) => {
      answer = () => resolve(ok({ texts: [LINKS[0]], skippedPages: 0 }))
    })
  })
  const first = files.read([picture('a.png')])
  await vi.waitFor(() => expect(answer).toBeDefined())
  expect(files.state()).toMatchObject({ phase: 'reading', file: 0, files: 1 })
  files.cancel()
  answer?.()
  await first
  expect(signals[0]?.aborted).toBe(true)
  expect(open).not.toHaveBeenCalled()
  expect(files.state()).toEqual({ phase: 'idle' })
})
