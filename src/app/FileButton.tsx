import Button from '@mui/material/Button'
import { useRef, type ReactElement } from 'react'
import { useLanguage } from '../i18n/LanguageContext'
import { FileIcon } from '../ui/icons'
import { useConfig } from './ConfigContext'
import { messages } from './messages'

export interface FileButtonProps {
  readonly openFiles: (files: readonly File[]) => void
}

/** Chooses files of any kind, several at once: what they are is told by their content. */
export function FileButton({ openFiles }: FileButtonProps): ReactElement | null {
  const { language } = useLanguage()
  const { features } = useConfig()
  const t = messages(language)
  const input = useRef<HTMLInputElement>(null)
  const onChoose = (): void => {
    const files = [...(input.current?.files ?? [])]
    // The same file chosen again is a new wish.
    if (input.current) input.current.value = ''
    if (files.length > 0) openFiles(files)
  }
  if (!features.files) return null
  return (
    <>
      <Button size="large" variant="outlined" startIcon={<FileIcon />} onClick={() => input.current?.click()}>
        {t('openFile')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        data-shx-input="file"
        aria-label={t('fileHint')}
        hidden
        onChange={onChoose}
      />
    </>
  )
}
