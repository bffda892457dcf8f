import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import type { LinkSummary } from '../../core/openSHX'
import { useLanguage } from '../../i18n/LanguageContext'
import { Disclosure } from '../../ui/Disclosure'
import { messages } from '../messages'
import { linkMessages } from './linkMessages'

const LABEL_CHARACTERS = 80

export interface LinkBarProps {
  readonly link: LinkSummary
  /** Whether the link's server has been asked for anything yet. */
  readonly asked: boolean
}

/** Where a link leads and what its sender calls it: the sender's words as a quotation, never as the viewer's own. */
export function LinkBar({ link, asked }: LinkBarProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const { label, host, expires, flags, recipient } = link
  const dated = expires?.toLocaleString(language, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <Box sx={{ marginBlockEnd: 2, overflowWrap: 'anywhere', '& p': { marginBlock: 0.25 } }}>
      <SenderLabel label={label} />
      <Box component="p" sx={{ color: 'text.secondary' }}>
        <bdi>{t('linkFrom', { host })}</bdi>
        {flags.includes('L') && <> {t('linkLongTerm')}</>}
        {dated !== undefined && <> {t('linkExpires', { date: dated })}</>}
      </Box>
      {asked && recipient !== undefined && (
        <Box component="p" sx={{ color: 'text.secondary' }}>
          <bdi>{linkMessages(language)('sentAs', { name: recipient })}</bdi>
        </Box>
      )}
    </Box>
  )
}

/** What the sender calls the link, as a quotation; a long one is cut, and whole one click away. */
function SenderLabel({ label }: { readonly label: string | undefined }): ReactElement | null {
  const { language } = useLanguage()
  const t = messages(language)
  if (label === undefined || label.trim() === '') return null
  const short = shortened(label)
  return (
    <>
      <p>
        {t('linkLabel')}{' '}
        <Box component="q" translate="no" sx={{ fontWeight: 700 }}>
          <bdi>{short}</bdi>
        </Box>
      </p>
      {short !== label && (
        <Disclosure summary={linkMessages(language)('wholeLabel')}>
          <Box component="q" translate="no">
            <bdi>{label}</bdi>
          </Box>
        </Disclosure>
      )}
    </>
  )
}

export interface OwnWordsProps {
  readonly label: string | undefined
  readonly expires: Date | undefined
}

/** What a link says of itself when nothing more of it could be read. */
export function OwnWords({ label, expires }: OwnWordsProps): ReactElement {
  const { language } = useLanguage()
  const date = expires?.toLocaleString(language, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <Box sx={{ overflowWrap: 'anywhere', '& p': { marginBlock: 0.25 } }}>
      <SenderLabel label={label} />
      {date !== undefined && <p>{messages(language)('linkExpires', { date })}</p>}
    </Box>
  )
}

/** Cut between characters as people see them, not within one. */
function shortened(label: string): string {
  const characters = Array.from(new Intl.Segmenter().segment(label), ({ segment }) => segment)
  return characters.length > LABEL_CHARACTERS ? `${characters.slice(0, LABEL_CHARACTERS).join('')}…` : label
}
