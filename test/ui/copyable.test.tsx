// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { Copyable } from '../../src/ui/Copyable'
import { CopyButton } from '../../src/ui/CopyButton'
import { CopyProvider, type Copy } from '../../src/ui/CopyProvider'

afterEach(cleanup)

function show(copy: Copy) {
  return render(
    <CopyProvider copy={copy}>
      <Copyable label="Plan" text="P-77">
        <b>Gold PPO</b>
      </Copyable>
      <Copyable label="Group" text="G-1">
        G-1
      </Copyable>
    </CopyProvider>,
  )
}

test('the plain text is copied while the richer form is shown', async () => {
  const copy = vi.fn<Copy>(() => Promise.resolve(true))
  const { container } = show(copy)
  await userEvent.click(screen.getByRole('button', { name: 'Copy: Plan' }))
  expect(copy.mock.calls).toEqual([['P-77']])
  expect(container.textContent).toContain('Gold PPO')
  expect(container.textContent).not.toContain('P-77')
})

test('it works by keyboard, and what was copied is read out', async () => {
  show(() => Promise.resolve(true))
  await userEvent.tab()
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  expect(screen.getByRole('status').textContent).toBe('Copied: Group')
  expect(screen.getByRole('button', { name: 'Copy: Group' }).getAttribute('data-copy')).toBe('copied')
  expect(screen.getByRole('button', { name: 'Copy: Plan' }).getAttribute('data-copy')).toBe('idle')
})

test('where it cannot be copied, the text is there, selected, with what to press', async () => {
  show(() => Promise.resolve(false))
  await userEvent.click(screen.getByRole('button', { name: 'Copy: Plan' }))
  const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Plan' })
  expect(box.value).toBe('P-77')
  expect(document.activeElement).toBe(box)
  expect([box.selectionStart, box.selectionEnd]).toEqual([0, 4])
  expect(screen.getByRole('alert').textContent).toContain('Ctrl+C')
  expect(screen.getByRole('status').textContent).toBe('')
})

const boxes = () => screen.queryAllByRole('textbox').map((box) => box.getAttribute('aria-label'))
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

test('what to press is read out with the text', async () => {
  show(() => Promise.resolve(false))
  await press('Copy: Plan')
  const words = screen.getByRole('textbox').getAttribute('aria-describedby') ?? ''
  expect(document.querySelector(`[id="${words}"]`)).toBe(screen.getByRole('alert'))
})

test('one box at a time is open', async () => {
  show(() => Promise.resolve(false))
  await press('Copy: Plan')
  await press('Copy: Group')
  expect(boxes()).toEqual(['Group'])
  expect(document.activeElement).toBe(screen.getByRole('textbox'))
  await press('Copy: Group')
  expect(boxes()).toEqual(['Group'])
})

test.each([
  ['Escape in the box', () => userEvent.keyboard('{Escape}')],
  ['its button', () => press('Close: Plan')],
  [
    'Escape on the button that opened it',
    async () => {
      screen.getByRole('button', { name: 'Copy: Plan' }).focus()
      await userEvent.keyboard('{Escape}')
    },
  ],
])('the box is closed by %s, and the focus is on the button that opened it', async (_, close) => {
  const escaped = vi.fn<() => void>()
  document.addEventListener('keydown', escaped)
  show(() => Promise.resolve(false))
  await press('Copy: Plan')
  await close()
  document.removeEventListener('keydown', escaped)
  expect(boxes()).toEqual([])
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Copy: Plan' }))
  expect(document.activeElement?.getAttribute('data-copy')).toBe('idle')
  expect(escaped).not.toHaveBeenCalled()
})

test('Escape is left alone where no box is open', async () => {
  const escaped = vi.fn<() => void>()
  show(() => Promise.resolve(true))
  await userEvent.tab()
  document.addEventListener('keydown', escaped)
  await userEvent.keyboard('{Escape}')
  document.removeEventListener('keydown', escaped)
  expect(escaped).toHaveBeenCalledTimes(1)
})

test('a copy that works closes the box of one that did not', async () => {
  show((text) => Promise.resolve(text === 'G-1'))
  await press('Copy: Plan')
  expect(boxes()).toEqual(['Plan'])
  await press('Copy: Group')
  expect(boxes()).toEqual([])
  expect(screen.getByRole('status').textContent).toBe('Copied: Group')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Copy: Group' }))
})

test('whoever is in a box when it closes by itself is led to its button', async () => {
  const waiting: ((copied: boolean) => void)[] = []
  const slow = new Promise<boolean>((resolve) => waiting.push(resolve))
  show((text) => (text === 'G-1' ? slow : Promise.resolve(false)))
  await press('Copy: Plan')
  await press('Copy: Group')
  screen.getByRole('textbox', { name: 'Plan' }).focus()
  await act(async () => {
    waiting[0]?.(true)
    await slow
  })
  expect(boxes()).toEqual([])
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Copy: Plan' }))
})

test('the button adds no text to what is selected with the mouse', () => {
  const { container } = show(() => Promise.resolve(true))
  expect([...container.querySelectorAll('button')].map((button) => button.textContent)).toEqual(['', ''])
})

test('a button in words says when it has copied everything', async () => {
  const copy = vi.fn<Copy>(() => Promise.resolve(true))
  render(
    <CopyProvider copy={copy}>
      <CopyButton id="text" label="Copy all" done="Copied" text={'A: 1\nB: 2'} />
    </CopyProvider>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Copy all' }))
  expect(copy.mock.calls).toEqual([['A: 1\nB: 2']])
  expect(screen.getByRole('button', { name: 'Copied' })).toBeTruthy()
})

test('nothing offers to copy where nothing can', () => {
  const { container } = render(
    <>
      <Copyable label="Plan" text="P-77">
        Gold PPO
      </Copyable>
      <CopyButton id="text" label="Copy all" done="Copied" text="A" />
    </>,
  )
  expect(container.textContent).toBe('Gold PPO')
  expect(container.querySelector('button')).toBeNull()
})
