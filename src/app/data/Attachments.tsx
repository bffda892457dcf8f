import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactElement } from 'react'
import type { ResolvedAttachment } from '../../core/resolveSHX'
import { useLanguage } from '../../i18n/LanguageContext'
import { saveFile } from '../../platform/exportFile'
import { useOpenDocument, type OpenableDocument } from '../../ui/document/openDocument'
import { useConfig } from '../ConfigContext'
import { messages } from '../messages'
import { linkMessages } from './linkMessages'

/** Documents that came with a link and are neither cards nor FHIR: named, and saved when somebody asks. */
export function Attachments({
  attachments,
}: {
  readonly attachments: readonly ResolvedAttachment[]
}): ReactElement | null {
  const { language } = useLanguage()
  const t = messages(language)
  const link = linkMessages(language)
  const open = useOpenDocument()
  const { features } = useConfig()
  if (attachments.length === 0) return null
  return (
    <section>
      <Box component="h2" sx={{ marginBlock: '1rem 0', fontSize: '1.125rem' }}>
        {t('attachmentsTitle')}
      </Box>
      <Box component="p" sx={{ marginBlock: 0.5, color: 'text.secondary' }}>
        {t('attachmentsLead')}
      </Box>
      {attachments.map((attachment, index) => (
        <div key={attachment.file}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <span>
              {t('attachment', {
                number: index + 1,
                type: attachment.type,
                size: sizeIn(language, attachment.bytes.length),
              })}
            </span>
            {open && (
              <Button
                variant="outlined"
                onClick={() => open(toOpenable(attachment, link('documentNumber', { number: index + 1 })))}
              >
                {link('openDocument')}
              </Button>
            )}
            {features.save && (
              <Button onClick={() => saveFile(attachment.bytes, nameFor(attachment, index))}>
                {t('download')}
              </Button>
            )}
          </Box>
        </div>
      ))}
    </section>
  )
}

const toOpenable = ({ file, type, bytes }: ResolvedAttachment, title: string): OpenableDocument => ({
  document: { path: `${file}`, declaredType: type, content: { kind: 'bytes', bytes } },
  title,
  marks: [],
  facts: [],
})

const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['application/pdf', 'pdf'],
  ['image/png', 'png'],
  ['image/jpeg', 'jpg'],
  ['image/gif', 'gif'],
  ['image/webp', 'webp'],
])

/** A name without health data, and an ending that only a recognised content gets. */
const nameFor = ({ type }: ResolvedAttachment, index: number): string =>
  `document-${index + 1}.${EXTENSIONS.get(type) ?? 'bin'}`

const sizeIn = (language: string, bytes: number): string =>
  bytes < 1_000_000
    ? new Intl.NumberFormat(language, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 }).format(
        bytes / 1000,
      )
    : new Intl.NumberFormat(language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(
        bytes / 1_000_000,
      )
