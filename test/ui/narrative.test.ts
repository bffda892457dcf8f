import { describe, expect, test } from 'vitest'
import { narrativeWords } from '../../src/ui/senderText/messages'
import { MAXIMUM_LENGTH, MAXIMUM_NODES, rewriteNarrative } from '../../src/ui/senderText/rewriteNarrative'
import { NARRATIVES, shownText } from '../fixtures/narratives'
import { secondsFor, SOON } from '../support/duration'

const words = narrativeWords('en')
const rewrite = (source: string) => rewriteNarrative(source, words)

describe('a narrative is written anew from what may be shown', () => {
  test.each(NARRATIVES)('$name', ({ input, expected, dropped = {}, links = [], tags = [] }) => {
    const outcome = rewrite(input)
    expect(shownText(outcome.html)).toBe(expected)
    expect(Object.fromEntries(Object.entries(outcome.dropped).filter(([, count]) => count > 0))).toEqual(
      dropped,
    )
    expect(outcome.links).toEqual(links)
    expect(outcome.cut).toBe(false)
    for (const tag of tags) expect(outcome.html).toMatch(new RegExp(`<${tag}[ >]`))
  })
})

function isBalanced(html: string): boolean {
  const open: string[] = []
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z\d]*)[^>]*>/g)) {
    if (slash === '/' && open.pop() !== name) return false
    if (slash === '' && !/^(?:br|hr|img|col)$/.test(name)) open.push(name)
  }
  return open.length === 0
}

describe('the outcome', () => {
  const outcomes = NARRATIVES.map(({ input }) => rewrite(input).html)

  test('holds no element, attribute or address that is not on the list', () => {
    const attributes = /\s([\w-]+)=/g
    for (const html of outcomes) {
      for (const [tag = '', name = ''] of html.matchAll(/<\/?([a-z][^\s>]*)[^>]*>/g)) {
        expect(name).toMatch(
          /^(?:abbr|b|big|blockquote|br|caption|cite|code|col|colgroup|d[dlt]|dfn|div|em|h[1-6r]|i|img|kbd|li|ol|p|pre|q|samp|small|span|strong|su[bp]|table|tbody|t[dhrt]|tfoot|thead|ul|var)$/,
        )
        for (const [, attribute = ''] of tag.replaceAll(/"[^"]*"/g, '""').matchAll(attributes)) {
          expect(attribute).toMatch(
            /^(?:colspan|rowspan|span|align|valign|dir|lang|title|alt|src|start|reversed|type|value)$/,
          )
        }
        expect(/\ssrc="(?!data:image\/(?:png|jpeg|gif);base64,)/.test(tag)).toBe(false)
      }
    }
  })

  test('numbers steps as their author did', () => {
    expect(rewrite('<ol start="4" type="a"><li value="7">Stop</li></ol>').html).toBe(
      '<ol start="4" type="a"><li value="7">Stop</li></ol>',
    )
    expect(rewrite('<ol start="x" type="disc"><li>a</li></ol><p start="4" value="7">b</p>').html).toBe(
      '<ol><li>a</li></ol><p>b</p>',
    )
  })

  test('is balanced, so that no parser moves anything', () => {
    expect(outcomes.filter((html) => !isBalanced(html))).toEqual([])
  })

  test('is stable: written anew once more it shows the same text', () => {
    for (const html of outcomes) expect(shownText(rewrite(html).html)).toBe(shownText(html))
  })

  test('is in the words of the reader', async () => {
    const { spanish } = await import('../../src/ui/senderText/messages.es')
    const { html } = rewriteNarrative('<del>5</del> mg', { ...words, removed: spanish.removed })
    expect(html).toBe('[eliminado: 5] mg')
  })
})

describe('ids that something leads to', () => {
  const ids = ['a', 'b&c', 'constructor']

  test('are marked by numbers of ours, the first element of each', () => {
    const { html, places } = rewriteNarrative(
      '<p id="b&amp;c">x</p><p id="b&amp;c">y</p><a name="a">z</a><p id="other" data-place="7">w</p>',
      words,
      ids,
    )
    expect(html).toBe('<p data-place="1">x</p><p>y</p><span data-place="0">z</span><p>w</p>')
    expect([...places]).toEqual([1, 0])
  })

  test('are not there when nobody asks for them', () => {
    expect(rewrite('<p id="a">x</p>')).toMatchObject({ html: '<p>x</p>', places: new Set() })
  })
})

describe('limits', () => {
  test('a text that is too long is cut, and says so where it ends', () => {
    const outcome = rewrite(`<p>${'a'.repeat(MAXIMUM_LENGTH)}</p>`)
    expect(outcome.cut).toBe(true)
    expect(outcome.html.endsWith('[the text is cut off here]')).toBe(true)
  })

  test('too many elements are cut', () => {
    const outcome = rewrite('<p>x</p>'.repeat(MAXIMUM_NODES))
    expect(outcome.cut).toBe(true)
    expect(outcome.html.match(/<p>/g)?.length).toBe(MAXIMUM_NODES / 2)
  })

  test('elements nested beyond any sense are cut', () => {
    expect(rewrite(`${'<div>'.repeat(5000)}x`).cut).toBe(true)
    expect(rewrite(`${'<div>'.repeat(50)}x${'</div>'.repeat(50)}`).cut).toBe(false)
  })

  // Each of these takes minutes where the reading is not linear.
  test.each([
    ['tags that never end', '<b '],
    ['elements that never end', '<b>'],
    ['end tags of nothing', '</b>'],
    ['scripts that never end', '<script>'],
    ['comments that never end', '<!--'],
    ['character data that never ends', '<![CDATA['],
    ['instructions that never end', '<?'],
    ['quotes that never end', '<b =">="'],
    ['formatting across paragraphs', '<p><b><i>x'],
    ['cells in cells', '<td>'],
    ['styles that never end', '<p style="/*'],
    ['ampersands', '&#x'],
  ])('%s take no time', (_name, piece) => {
    const source = piece.repeat(MAXIMUM_LENGTH / piece.length)
    expect(secondsFor(() => rewrite(source))).toBeLessThan(SOON)
  })
})
