import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useState, type ReactElement } from 'react'
import type { DocumentRemark } from '../../core/document/documentRemarks'
import { readDocument, type ReadDocument } from '../../core/document/readDocument'
import type { DocumentKind } from '../../core/document/recogniseDocument'
import type { SentDocument } from '../../core/document/sentDocuments'
import { formatBytes } from '../../core/fhir/attachment'
import type { Patient } from '../../core/fhir/types'
import type { Language } from '../../i18n/language'
import { useLanguage } from '../../i18n/LanguageContext'
import { saveFile } from '../../platform/exportFile'
import { documentMessages } from '../../renderers/tables/messagesDocuments'
import type { OpenableDocument } from '../../ui/document/openDocument'
import { FieldList } from '../../ui/FieldList'
import { Notice } from '../../ui/Notice'
import { useConfig } from '../ConfigContext'
import { DocumentBody } from './DocumentBody'
import { messages } from './messages'

export interface DocumentContentProps {
  readonly opened: OpenableDocument
  /** How many documents this one is inside of. */
  readonly depth: number
}

/** Documents inside documents are followed this far. */
const MAXIMUM_DEPTH = 3

const NOBODY: readonly Patient[] = []

type Readable = Extract<ReadDocument, { ok: true }>

/** Reads a document and shows it, with what it is and what does not fit together about it. */
export function DocumentContent({ opened, depth }: DocumentContentProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const read = useRead(opened)
  if (!read) return <output>{t('opening')}</output>
  if (!read.ok) return <Notice severity="error" title={t(`reason_${read.reason}`)} announce="assertive" />
  return (
    <>
      <Facts opened={opened} read={read} language={language} />
      <Remarks read={read} language={language} />
      <Save read={read} language={language} />
      <DocumentBody
        read={read}
        title={opened.title}
        patients={opened.patients ?? NOBODY}
        showFile={innerDocuments(opened, depth)}
      />
    </>
  )
}

/** A letter inside of a letter: under the same marks, and only so far. */
const innerDocuments = (opened: OpenableDocument, depth: number) => (document: SentDocument) =>
  depth < MAXIMUM_DEPTH ? (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <DocumentContent opened={{ ...opened, document, facts: [] }} depth={depth + 1} />
    </Box>
  ) : (
    <TooDeep />
  )

function TooDeep(): ReactElement {
  const { language } = useLanguage()
  return <Notice severity="warning" title={messages(language)('cannotShow')} />
}

/** `undefined` while it is read. A document that has been closed meanwhile is forgotten. */
function useRead({ document }: OpenableDocument): ReadDocument | undefined {
  const [read, setRead] = useState<{ readonly document: SentDocument; readonly result: ReadDocument }>()
  useEffect(() => {
    let current = true
    void (async () => {
      const result = await readDocument(document)
      if (current) setRead({ document, result })
    })()
    return () => {
      current = false
    }
  }, [document])
  return read?.document === document ? read.result : undefined
}

interface PartProps {
  readonly read: Readable
  readonly language: Language
}

function Facts({ opened, read, language }: PartProps & { readonly opened: OpenableDocument }): ReactElement {
  const t = messages(language)
  const kind = documentMessages(language)(`kind_${read.recognised.kind}`)
  const declared = opened.document.declaredType
  const says = declared === undefined || declared.toLowerCase() === read.recognised.type
  const type = says ? kind : t('typeDeclared', { kind, type: declared })
  return (
    <FieldList
      fields={[
        ...opened.facts.filter(({ value }) => value !== opened.title),
        { label: t('type'), value: type },
        { label: t('size'), value: formatBytes(read.bytes.length, language) },
      ]}
    />
  )
}

function Remarks({ read, language }: PartProps): ReactElement {
  const t = messages(language)
  const { body } = read
  return (
    <>
      {read.remarks.map((remark) => (
        <RemarkNotice key={remark.code} remark={remark} language={language} />
      ))}
      {read.guessed && <Notice severity="warning" title={t('guessed')} />}
      {body.view === 'html' && body.leftOut > 0 && (
        <Notice severity="warning" title={t('leftOut', { count: body.leftOut })} />
      )}
    </>
  )
}

interface RemarkNoticeProps {
  readonly remark: DocumentRemark
  readonly language: Language
}

function RemarkNotice({ remark, language }: RemarkNoticeProps): ReactElement {
  const t = messages(language)
  switch (remark.code) {
    case 'type-differs':
      return (
        <Notice severity="warning" title={t('typeDiffers')} announce="polite">
          {t('typeDiffersText', { declared: remark.declared, found: remark.found })}
        </Notice>
      )
    case 'size-differs': {
      const [counted, declared] = [remark.counted, remark.declared].map((bytes) =>
        formatBytes(bytes, language),
      )
      const same = counted === declared
      const values = same
        ? { counted: `${remark.counted} B`, declared: `${remark.declared} B` }
        : { counted: counted ?? '', declared: declared ?? '' }
      return <Notice severity="warning" title={t('sizeDiffers', values)} announce="polite" />
    }
    case 'hash-differs':
      return <Notice severity="error" title={t('hashDiffers')} announce="assertive" />
    case 'hash-unreadable':
      return <Notice severity="info" title={t('hashUnreadable')} />
    default:
      return remark satisfies never
  }
}

/** What may do something in the program that opens it. */
const ACTIVE: ReadonlySet<DocumentKind> = new Set([
  'html',
  'svg',
  'rtf',
  'xml',
  'cda',
  'office',
  'archive',
  'other',
])

function Save({ read, language }: PartProps): ReactElement | null {
  const t = messages(language)
  const { features } = useConfig()
  const { kind, extension } = read.recognised
  if (!features.save) return null
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
      {/* A name without health data: what is saved on a shared machine is seen by others. */}
      <Button
        variant="outlined"
        data-shx-action="save-document"
        onClick={() => saveFile(read.bytes, `document.${extension}`)}
      >
        {t('save')}
      </Button>
      {ACTIVE.has(kind) && (
        <Box sx={{ flex: '1 1 14rem', color: 'text.secondary', fontSize: '0.8125rem' }}>{t('saveHint')}</Box>
      )}
    </Box>
  )
}
