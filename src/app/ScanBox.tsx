import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react'
import { readContent } from '../core/content'
import { MAXIMUM_INPUT_CHARACTERS } from '../core/readInput'
import { sniffType } from '../core/sniffType'
import { useLanguage } from '../i18n/LanguageContext'
import { FileIcon, ScanIcon } from '../ui/icons'
import { AS_TYPED, BOX_STYLE, LabelledBox } from '../ui/LabelledBox'
import { messages } from './messages'
import { useServices } from './ServicesContext'

export interface ScanBoxProps {
  /** Opens a text and shows the Data screen. */
  readonly viewData: (text: string) => void
  /** Shows the Data screen with what the session says already. */
  readonly showData: () => void
}

/**
 * Takes what a barcode scanner types, what is pasted, and what is in a file.
 *
 * The box is not controlled by React: a scanner types several hundred characters in a fifth of a second, and a render
 * a key would lose some.
 */
export function ScanBox({ viewData, showData }: ScanBoxProps): ReactElement {
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
        <FileButton viewData={viewData} showData={showData} />
      </Box>
    </form>
  )
}

/** Enter ends a scan, and so does the Tab that some scanners send; half-typed JSON only gets its new line. */
function endsScan({ key, shiftKey, nativeEvent }: KeyboardEvent, text: string): boolean {
  if (shiftKey || nativeEvent.isComposing) return false
  if (key === 'Tab') return /(shc|shlink):/i.test(text)
  return key === 'Enter' && !(/^\s*[[{"]/.test(text) && readContent(text).kind === 'not-json')
}

function FileButton({ viewData, showData }: ScanBoxProps): ReactElement {
  const { language } = useLanguage()
  const { session } = useServices()
  const t = messages(language)
  const input = useRef<HTMLInputElement>(null)

  const onChoose = async (): Promise<void> => {
    const file = input.current?.files?.[0]
    if (!file) return
    const read = await readFile(file)
    // The same file chosen again is a new wish.
    if (input.current) input.current.value = ''
    if (typeof read === 'string') return viewData(read)
    session.reject(read)
    showData()
  }
  return (
    <>
      <Button size="large" variant="outlined" startIcon={<FileIcon />} onClick={() => input.current?.click()}>
        {t('openFile')}
      </Button>
      <input
        ref={input}
        type="file"
        data-shx-input="file"
        aria-label={t('fileHint')}
        hidden
        onChange={() => void onChoose()}
      />
    </>
  )
}

/** The text of a chosen file, or why it is none. */
async function readFile(file: File) {
  if (file.size > MAXIMUM_INPUT_CHARACTERS) {
    return { code: 'INPUT_TOO_LARGE', maximumBytes: MAXIMUM_INPUT_CHARACTERS } as const
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const type = sniffType(bytes)
    return type === undefined
      ? new TextDecoder().decode(bytes)
      : ({ code: 'FILE_TYPE_UNSUPPORTED', type } as const)
  } catch {
    return { code: 'FILE_UNREADABLE' } as const
  }
}
