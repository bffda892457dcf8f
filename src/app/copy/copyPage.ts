import { loadLanguage, type Translate } from '../../i18n/defineMessages'
import { bestLanguage, DEFAULT_LANGUAGE, LANGUAGE_DIRECTIONS, type Language } from '../../i18n/language'
import { copyHere } from '../../platform/clipboard'
import { takeText, type ToCopy } from '../../platform/copyPopup'
import { messages, type english } from './messages'

/**
 * The page of the copy window: it copies what it is handed and closes. Where the browser wants a click for that, or does
 * not do it at all, it says so, with a button and with the text to be selected. Plain elements: nobody waits for it.
 */
export function showCopyPage(root: Element): void {
  const taken = takeText((toCopy) => void copyFirst(root, toCopy))
  if (!taken) void inWords('').then((t) => root.replaceChildren(paragraph(t('alone'))))
}

async function copyFirst(root: Element, toCopy: ToCopy): Promise<void> {
  await inFront()
  if (await isCopied(toCopy)) return
  const t = await inWords(toCopy.language)
  const box = boxWith(toCopy.text, t('theText'))
  const line = paragraph(t('pressToCopy'))
  line.setAttribute('role', 'status')
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = t('copy')
  Object.assign(button.style, { font: 'inherit', padding: '12px 24px', minHeight: '44px' })
  const tryAgain = async (): Promise<void> => {
    if (await isCopied(toCopy)) return
    line.textContent = t('byHand')
    box.focus()
    box.select()
  }
  button.addEventListener('click', () => void tryAgain())
  root.replaceChildren(line, button, box)
  Object.assign((root as HTMLElement).style, { display: 'block', padding: '16px' })
  button.focus()
}

/** Milliseconds for a new window to get the focus, without which nothing may copy. */
const FOCUS_PATIENCE = 1000

const inFront = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.hasFocus()) return resolve()
    window.addEventListener('focus', () => resolve(), { once: true })
    setTimeout(resolve, FOCUS_PATIENCE)
  })

/**
 * Milliseconds for the text to reach the clipboard after the browser says that it did: what is on its way is lost with
 * its window, and the clipboard would go on holding what was copied before, perhaps of another patient.
 */
const SETTLE = 300

async function isCopied({ text, done }: ToCopy): Promise<boolean> {
  if (!(await copyHere(text))) return false
  setTimeout(done, SETTLE)
  return true
}

async function inWords(asked: string): Promise<Translate<typeof english>> {
  const language = bestLanguage([asked, ...navigator.languages])
  const shown = await loadLanguage(language).then(
    (): Language => language,
    (): Language => DEFAULT_LANGUAGE,
  )
  document.documentElement.lang = shown
  document.documentElement.dir = LANGUAGE_DIRECTIONS[shown]
  return messages(shown)
}

function paragraph(text: string): HTMLParagraphElement {
  const line = document.createElement('p')
  line.textContent = text
  Object.assign(line.style, { margin: '16px 0' })
  return line
}

/** The text, for whoever copies it by hand. */
function boxWith(text: string, label: string): HTMLTextAreaElement {
  const box = document.createElement('textarea')
  box.value = text
  box.readOnly = true
  box.rows = 4
  box.setAttribute('aria-label', label)
  Object.assign(box.style, {
    display: 'block',
    boxSizing: 'border-box',
    width: '100%',
    marginBlockStart: '16px',
    font: 'inherit',
  })
  return box
}
