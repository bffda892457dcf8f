// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Narrative } from '../../src/ui/Narrative'

// Whether the sanitiser holds is for a real browser to say (test/e2e): happy-dom's tree walker leaves out elements.

// A page takes seconds in happy-dom when the machine is busy with other tests.
vi.setConfig({ testTimeout: 60_000 })

afterEach(() => {
  cleanup()
  vi.resetModules()
  vi.doUnmock('dompurify')
})

const section = () => screen.getByRole('region', { name: 'Text written by the sender' })

describe('the narrative', () => {
  test('is framed and named as the sender’s', () => {
    render(<Narrative div={{ status: 'generated', div: '<div><p>Aspirin</p></div>' }} language="en" />)
    expect(section().textContent).toContain('Aspirin')
  })

  test('takes its div as text, as a list and without a status', () => {
    for (const div of [
      '<div>Aspirin</div>',
      { div: ['<div>Aspirin</div>'] },
      { div: '<div>Aspirin</div>' },
    ]) {
      render(<Narrative div={div} language="en" />)
      expect(section().textContent).toContain('Aspirin')
      cleanup()
    }
  })

  test('is not there when there is nothing to read', () => {
    for (const div of [undefined, null, 5, {}, [], { div: 7 }, { div: '<div> &nbsp;<p/></div>' }]) {
      const { container } = render(<Narrative div={div} language="en" />)
      expect(container.innerHTML).toBe('')
      cleanup()
    }
  })

  test('says what it left out', () => {
    render(
      <Narrative
        div='<div><p>a</p><img src="https://a.example/1"/><img src="https://a.example/2"/><script>1</script></div>'
        language="en"
      />,
    )
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '1 script or style sheet was left out.',
      '2 pictures were not loaded.',
    ])
  })

  test('offers its links below the text, by host, in a tab that knows nothing of this one', () => {
    render(<Narrative div='<div>See <a href="https://clinic.example/x?y=1">this</a></div>' language="en" />)
    const link = screen.getByRole('link', { name: 'Open link 1: clinic.example' })
    expect(link.getAttribute('href')).toBe('https://clinic.example/x?y=1')
    expect(link.getAttribute('target')).toBe('_blank')
    expect(link.getAttribute('rel')).toBe('noopener noreferrer')
    expect(section().textContent).toContain('this [link 1]')
  })

  test('is shown one language at a time, the reader’s first, and loses none', () => {
    const div = '<div><div lang="ar"><p>فول</p></div><div lang="en"><p>Peanut</p></div></div>'
    render(<Narrative div={div} language="en" />)
    const tabs = screen.getAllByRole('tab')
    expect(tabs.map(({ textContent }) => textContent)).toEqual(['English', 'Arabic'])
    const panels = [...document.querySelectorAll('[role=tabpanel]')] as HTMLElement[]
    expect(panels.map(({ lang, dir, hidden }) => [lang, dir, hidden])).toEqual([
      ['en', 'ltr', false],
      ['ar', 'rtl', true],
    ])
    fireEvent.click(tabs[1] ?? document.body)
    expect(panels.map(({ hidden }) => hidden)).toEqual([true, false])
    expect(panels[1]?.textContent).toContain('فول')
  })

  test('says that it was cut', () => {
    render(<Narrative div={'<div>x'.repeat(300)} language="en" />)
    expect(document.body.textContent).toContain('too long to be shown whole')
  })

  test('is shown as the text that was sent where the sanitiser does not work', async () => {
    vi.doMock('dompurify', () => ({ default: { isSupported: false, sanitize: (html: string) => html } }))
    vi.resetModules()
    const { Narrative: Unsupported } = await import('../../src/ui/Narrative')
    render(<Unsupported div="<div>5 mg <img src=x onerror=1></div>" language="en" />)
    expect(document.querySelector('img')).toBeNull()
    expect(document.querySelector('pre')?.textContent).toBe('<div>5 mg <img src=x onerror=1></div>')
    expect(document.body.textContent).toContain('cannot show formatted text safely')
  })
})
