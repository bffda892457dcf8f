import { LANGUAGES } from '../../src/i18n/language'
import { RENDERERS } from '../../src/renderers/registry'
import { SAMPLES } from './samples.ts'

/** A phone, a sheet of A4 with margins of two centimetres at 96 dots per inch, a desktop; in CSS pixels. */
const WIDTHS = [
  { name: 'phone', width: 390, print: false },
  { name: 'print', width: 642, print: true },
  { name: 'desktop', width: 1280, print: false },
] as const

const options = new URLSearchParams(window.location.search)

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

/** Choices that hold for the whole sheet; choosing one loads it anew, so that its address tells what it shows. */
function form(): HTMLFormElement {
  const choice = (name: string, values: readonly string[]): HTMLElement => {
    const select = element('select', { name })
    for (const value of ['', ...values]) {
      select.append(element('option', { value, selected: options.get(name) === value }, value || '–'))
    }
    return element('label', {}, `${name} `, select)
  }
  const switched = (name: string, value: string): HTMLElement =>
    element(
      'label',
      {},
      element('input', { type: 'checkbox', name, value, checked: options.has(name) }),
      ` ${name}`,
    )
  const made = element(
    'form',
    {},
    choice('sample', [...SAMPLES.keys()]),
    choice(
      'renderer',
      RENDERERS.map(({ id }) => id),
    ),
    choice('lang', LANGUAGES),
    switched('dark', 'yes'),
    switched('dir', 'rtl'),
  )
  made.addEventListener('change', () => made.submit())
  return made
}

function frame(
  sample: string,
  renderer: string,
  { name, width, print }: (typeof WIDTHS)[number],
): HTMLElement {
  const query = new URLSearchParams({ sample, renderer, lang: options.get('lang') || 'en' })
  for (const key of ['dark', 'dir']) if (options.has(key)) query.set(key, options.get(key) ?? '')
  if (print) query.set('print', 'yes')
  const shown = element('iframe', {
    title: `${sample}, ${renderer}, ${name}`,
    src: `./frame.html?${query.toString()}`,
    width: String(width),
    loading: 'lazy',
  })
  return element('figure', {}, element('figcaption', {}, `${name}, ${width} px`), shown)
}

document.body.append(form())
for (const [sample, load] of SAMPLES) {
  if ((options.get('sample') || sample) !== sample) continue
  // In the order of the names.
  const bundle = await load()
  const section = element('section', {}, element('h2', {}, sample))
  for (const { id } of RENDERERS.filter((renderer) => renderer.matches(bundle))) {
    if ((options.get('renderer') || id) !== id) continue
    const row = element('div', { className: 'row' }, ...WIDTHS.map((width) => frame(sample, id, width)))
    section.append(element('h3', {}, id), row)
  }
  document.body.append(section)
}
