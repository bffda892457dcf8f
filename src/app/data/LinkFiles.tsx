import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import { formatDate } from '../../core/fhir/date'
import type { FileFacts, LinkFacts } from '../../core/shl/linkFacts'
import type { Language } from '../../i18n/language'
import { useLanguage } from '../../i18n/LanguageContext'
import { Disclosure } from '../../ui/Disclosure'
import { linkMessages } from './linkMessages'

/** What the link's server says about its files: the sender's words as quotations, the rest in ours. */
export function LinkFiles({ about }: { readonly about: LinkFacts }): ReactElement | null {
  const { language } = useLanguage()
  const t = linkMessages(language)
  const { title, notes, files } = about
  const says = title !== undefined || notes.length > 0 || files.length > 1 || files.some(saysSomething)
  if (!says) return null
  return (
    <Disclosure summary={t('filesTitle', { count: files.length })}>
      {title !== undefined && <Quotation words={title} />}
      <Notes notes={notes} />
      <Box component="ol" sx={{ marginBlock: 0.5, paddingInlineStart: 3, overflowWrap: 'anywhere' }}>
        {files.map((file, index) => (
          // Positions are what files are told by.
          <li key={index} data-link-file={file.status ?? ''}>
            {file.caption === undefined ? (
              t('fileNumber', { number: index + 1 })
            ) : (
              <Quotation words={file.caption} />
            )}
            : {factsOf(file, language).join('; ')}
            <Notes notes={file.notes} />
          </li>
        ))}
      </Box>
    </Disclosure>
  )
}

const saysSomething = ({ caption, notes, lastUpdated, status }: FileFacts): boolean =>
  caption !== undefined || notes.length > 0 || lastUpdated !== undefined || status !== undefined

const Quotation = ({ words }: { readonly words: string }): ReactElement => (
  <Box component="q" translate="no" sx={{ fontWeight: 700 }}>
    <bdi>{words}</bdi>
  </Box>
)

function Notes({ notes }: { readonly notes: readonly string[] }): ReactElement | null {
  const { language } = useLanguage()
  if (notes.length === 0) return null
  return (
    <Box sx={{ color: 'text.secondary' }}>
      {linkMessages(language)('senderNote')}:{' '}
      {notes.map((note, index) => (
        // Notes may repeat, and never change their order.
        <Box key={index} component="q" sx={{ display: 'block' }}>
          <bdi>{note}</bdi>
        </Box>
      ))}
    </Box>
  )
}

function factsOf(file: FileFacts, language: Language): readonly string[] {
  const t = linkMessages(language)
  return [
    t(`kind_${kindOf(file.contentType)}`),
    ...(file.lastUpdated === undefined ? [] : [updatedWords(file.lastUpdated, language)]),
    ...(file.status === undefined ? [] : [statusWords(file.status, language)]),
    ...(file.opened ? [] : [t('fileNotOpened')]),
  ]
}

const KINDS = [
  [/^application\/smart-health-card$/, 'card'],
  [/^application\/(?:fhir\+)?json$/, 'fhir'],
  [/^application\/smart-api-access$/, 'live'],
  [/^application\/pdf$/, 'pdf'],
  [/^image\//, 'picture'],
  [/^text\//, 'text'],
] as const

/** A media type in everyday words, whatever its letters and parameters. */
function kindOf(contentType: string | undefined): (typeof KINDS)[number][1] | 'other' | 'unstated' {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type === '') return 'unstated'
  return KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? 'other'
}

function updatedWords(stated: string, language: Language): string {
  const t = linkMessages(language)
  const date = formatDate(stated, language)
  return date === undefined
    ? t('fileUpdatedAsStated', { text: stated.slice(0, 40) })
    : t('fileUpdated', { date })
}

/** A status that the standard does not know is quoted, never guessed. */
function statusWords(status: string, language: Language): string {
  const t = linkMessages(language)
  switch (status) {
    case 'finalized':
    case 'can-change':
    case 'no-longer-valid':
      return t(`status_${status}`)
    default:
      return t('status_unknown', { text: status.slice(0, 40) })
  }
}
