// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { copySelection, copyText, type CopyPorts } from '../../src/platform/clipboard'

const BASE = new URL('https://viewer.example/app/')

function ports(change: Partial<CopyPorts> = {}) {
  const tried: string[] = []
  const note =
    <T>(name: string, value: T) =>
    (text: string): T => {
      tried.push(`${name} ${text}`)
      return value
    }
  const all: CopyPorts = {
    write: () => {
      tried.push('write')
      return Promise.reject(new Error('denied'))
    },
    select: note('select', false),
    inWindow: note('window', Promise.resolve('refused' as const)),
    ...change,
  }
  return { all, tried }
}

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

test('the browser’s own way is enough where it works', async () => {
  const write = vi.fn<CopyPorts['write']>(() => Promise.resolve())
  const { all, tried } = ports({ write })
  expect(await copyText('A 1', BASE, all)).toBe('copied')
  expect(write.mock.calls).toEqual([['A 1']])
  expect(tried).toEqual([])
})

test('a frame that denies it copies by a selection', async () => {
  const { all, tried } = ports({ select: () => true })
  expect(await copyText('A 1', BASE, all)).toBe('copied')
  expect(tried).toEqual(['write'])
})

test('a browser without the interface is no error', async () => {
  const { all } = ports({
    write: () => {
      throw new TypeError('undefined is not an object')
    },
    select: () => true,
  })
  expect(await copyText('A 1', BASE, all)).toBe('copied')
})

test('the window is the last way, and says what became of it', async () => {
  const { all, tried } = ports()
  expect(await copyText('A 1', BASE, all)).toBe('refused')
  expect(tried).toEqual(['write', 'select A 1', 'window A 1'])
  const { all: open } = ports({ inWindow: () => Promise.resolve('copied-in-window') })
  expect(await copyText('A 1', BASE, open)).toBe('copied-in-window')
})

test('a way that never answers is given up before the click is forgotten', async () => {
  vi.useFakeTimers()
  const { all } = ports({ write: () => new Promise(() => undefined), select: () => true })
  const copied = copyText('A 1', BASE, all)
  await vi.advanceTimersByTimeAsync(900)
  expect(await copied).toBe('copied')
})

// happy-dom has no `execCommand`: each test says what it does.
const command = (run: () => boolean) => Object.assign(document, { execCommand: vi.fn<() => boolean>(run) })

beforeEach(() => command(() => false))

test('what is selected for copying is the text to the letter, and nothing of it stays in the page', () => {
  const button = document.createElement('button')
  document.body.append(button)
  button.focus()
  let selected: string | undefined
  command(() => {
    const box = document.activeElement as HTMLTextAreaElement
    selected = box.value.slice(box.selectionStart, box.selectionEnd)
    return true
  })
  expect(copySelection('  0012\t34\n')).toBe(true)
  expect(selected).toBe('  0012\t34\n')
  expect(document.querySelector('textarea')).toBeNull()
  expect(document.activeElement).toBe(button)
})

test('in front of the page, the selection is made inside the dialog', () => {
  const dialog = document.createElement('dialog')
  const button = document.createElement('button')
  dialog.append(button)
  document.body.append(dialog)
  button.focus()
  let host: Element | null | undefined
  command(() => {
    host = document.activeElement?.parentElement
    return true
  })
  copySelection('A 1')
  expect(host).toBe(dialog)
})

test('a selection that cannot be copied is no exception', () => {
  command(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  expect(copySelection('A 1')).toBe(false)
  expect(document.querySelector('textarea')).toBeNull()
})
