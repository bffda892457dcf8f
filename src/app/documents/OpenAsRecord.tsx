import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo, type ReactElement } from 'react'
import { readInput } from '../../core/readInput'
import { useLanguage } from '../../i18n/LanguageContext'
import { useServices } from '../ServicesContext'
import { messages } from './messages'

/** A document that is itself a record, or a file of cards, can be opened as one. It is checked like any other scan. */
export function OpenAsRecord({ text }: { readonly text: string }): ReactElement | null {
  const { language } = useLanguage()
  const t = messages(language)
  const { session } = useServices()
  const isRecord = useMemo(() => isHealthData(text), [text])
  if (!isRecord) return null
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
      <Button variant="contained" data-shx-action="open-record" onClick={() => void session.open(text)}>
        {t('openRecord')}
      </Button>
      <Box sx={{ flex: '1 1 14rem', color: 'text.secondary', fontSize: '0.8125rem' }}>
        {t('openRecordHint')}
      </Box>
    </Box>
  )
}

/** Not a link: opening one asks a server, and that is not what a document is opened for. */
function isHealthData(text: string): boolean {
  const read = readInput(text, { allowLoopback: false, allowedHosts: [] })
  return read.ok && (read.value.kind === 'resource' || read.value.kind === 'file')
}
