import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import type { LinkSummary } from '../../core/openSHX'
import { useLanguage } from '../../i18n/LanguageContext'
import { messages } from '../messages'

const LABEL_CHARACTERS = 80

/** Where a link leads and what its sender calls it: the sender's words as a quotation, never as the viewer's own. */
export function LinkBar({ link }: { readonly link: LinkSummary }): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const { label, host, expires, flags } = link
  const dated = expires?.toLocaleString(language, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <Box sx={{ marginBlockEnd: 2, overflowWrap: 'anywhere', '& p': { marginBlock: 0.25 } }}>
      {label !== undefined && label.trim() !== '' && (
        <p>
          {t('linkLabel')}{' '}
          <Box component="q" translate="no" sx={{ fontWeight: 700 }}>
            <bdi title={label.length > LABEL_CHARACTERS ? label : undefined}>{shortened(label)}</bdi>
          </Box>
        </p>
      )}
      <Box component="p" sx={{ color: 'text.secondary' }}>
        <bdi>{t('linkFrom', { host })}</bdi>
        {flags.includes('L') && <> {t('linkLongTerm')}</>}
        {dated !== undefined && <> {t('linkExpires', { date: dated })}</>}
      </Box>
    </Box>
  )
}

/** Cut between characters as people see them, not within one. */
function shortened(label: string): string {
  const characters = Array.from(new Intl.Segmenter().segment(label), ({ segment }) => segment)
  return characters.length > LABEL_CHARACTERS ? `${characters.slice(0, LABEL_CHARACTERS).join('')}…` : label
}
