import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useRef, type ClipboardEvent, type KeyboardEvent, type ReactElement } from 'react'
import { readContent } from '../core/content'
import { useLanguage } from '../i18n/LanguageContext'
import { ScanIcon } from '../ui/icons'
import { AS_TYPED, BOX_STYLE, LabelledBox } from '../ui/LabelledBox'
import { FileButton, type FileButtonProps } from './FileButton'
import { messages } from './messages'

export interface ScanBoxProps extends FileButtonProps {
  /** Opens a text and shows the Data screen. */
  readonly viewData: (text: string) => void
}

/**
 * Takes what a barcode scanner types, what is pasted, and what is in files.
 *
 * The box is not controlled by React: a scanner types several hundred characters in a fifth of a second, and a render
 * a key would lose some.
 */
export function ScanBox({ viewData, openFiles }: ScanBoxProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => box.current?.focus({ preventScroll: true }), [])

  const submit = (): void => {
    const text = box.current?.value ?? ''
    if (box.current) box.current.value = ''
    viewData(text)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (!endsScan(event, event.currentTarget.value)) return
    event.preventDefault()
    submit()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <LabelledBox
        label={t('boxLabel')}
        hint={t('boxHint')}
        renderBox={(id, hintId) => (
          <Box
            component="textarea"
            ref={box}
            id={id}
            aria-describedby={hintId}
            data-shx-input="text"
            onKeyDown={onKeyDown}
            onPaste={pasteAtOnce}
            rows={4}
            {...AS_TYPED}
            sx={{ ...BOX_STYLE, fontFamily: 'ui-monospace, Menlo, Consolas, monospace', resize: 'vertical' }}
          />
        )}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Button type="submit" variant="contained" size="large" startIcon={<ScanIcon />}>
          {t('open')}
        </Button>
        <FileButton openFiles={openFiles} />
      </Box>
    </form>
  )
}

const LONG_TEXT_CHARACTERS = 2_000

/** A browser's editor takes seconds over a record of a thousand lines; put in as one value it takes none. */
function pasteAtOnce(event: ClipboardEvent<HTMLTextAreaElement>): void {
  const text = event.clipboardData.getData('text/plain')
  if (text.length < LONG_TEXT_CHARACTERS) return
  event.preventDefault()
  const { selectionStart, selectionEnd } = event.currentTarget
  event.currentTarget.setRangeText(text, selectionStart, selectionEnd, 'end')
}

/** Enter ends a scan, and so does the Tab that some scanners send; half-typed JSON only gets its new line. */
function endsScan({ key, shiftKey, nativeEvent }: KeyboardEvent, text: string): boolean {
  if (shiftKey || nativeEvent.isComposing) return false
  if (key === 'Tab') return /(shc|shlink):/i.test(text)
  return key === 'Enter' && !(/^\s*[[{"]/.test(text) && readContent(text).kind === 'not-json')
}
