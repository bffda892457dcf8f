import Box from '@mui/material/Box'
import { useMemo, type ReactElement } from 'react'
import type { BundleItem, OrganizedBundle } from '../../core/organizeResources'
import { Disclosure } from '../../ui/Disclosure'
import { ErrorBoundary } from '../../ui/ErrorBoundary'
import { FieldList } from '../../ui/FieldList'
import { JsonText } from '../../ui/JsonText'
import { SafeLink } from '../../ui/SafeLink'
import type { ViewContext } from '../renderer'
import { toDetails, type DetailField, type DetailValue } from './details'
import { knownDigest } from './digest'
import { DocumentList } from './DocumentList'
import { toDocuments } from './documents'
import { createFormat } from './format'
import { messages } from './messages'
import { TimelineView } from './TimelineView'
import { Words } from './Words'

export interface ResourceDetailsProps {
  readonly item: BundleItem
  readonly bundle: OrganizedBundle
  readonly context: ViewContext
}

/** Everything one entry says, in the order in which it says it, and its JSON one click away. */
export function ResourceDetails(props: ResourceDetailsProps): ReactElement {
  const t = messages(props.context.language)
  return (
    <Box sx={{ display: 'flow-root', paddingBlock: 1, overflowWrap: 'anywhere' }}>
      <ErrorBoundary name="documents" fallback={<p>{t('detailsFailed')}</p>} resetKey={props.item}>
        <Documents {...props} />
      </ErrorBoundary>
      <ErrorBoundary name="timeline" fallback={<p>{t('detailsFailed')}</p>} resetKey={props.item}>
        <TimelineView {...props} />
      </ErrorBoundary>
      <ErrorBoundary name="details" fallback={<p>{t('detailsFailed')}</p>} resetKey={props.item}>
        <Fields {...props} />
      </ErrorBoundary>
      <Disclosure summary={t('showJson')} prints={false}>
        <JsonText value={props.item.entry} />
      </Disclosure>
    </Box>
  )
}

/** Above everything else: a letter is read before what is said of it. */
function Documents({ item, bundle, context }: ResourceDetailsProps): ReactElement {
  const documents = useMemo(() => toDocuments(item, bundle, context), [item, bundle, context])
  return <DocumentList documents={documents} context={context} />
}

function Fields({ item, bundle, context }: ResourceDetailsProps): ReactElement {
  const fields = useMemo(
    () => toDetails(item, createFormat(bundle, context), knownDigest()),
    [item, bundle, context],
  )
  return <Nested fields={fields} context={context} />
}

interface NestedProps {
  readonly fields: readonly DetailField[]
  readonly context: ViewContext
}

function Nested({ fields, context }: NestedProps): ReactElement {
  return (
    <FieldList
      fields={fields.map(({ label, isEnglish, address, values }) => ({
        label: isEnglish ? <span lang="en">{label}</span> : label,
        value: (
          <>
            {address !== undefined && <Note>{address}</Note>}
            {values.map((value, index) => (
              // The values of an element have no identity but their order, which never changes.
              <Value key={index} value={value} context={context} />
            ))}
          </>
        ),
      }))}
    />
  )
}

interface ValueProps {
  readonly value: DetailValue
  readonly context: ViewContext
}

function Value({ value, context }: ValueProps): ReactElement {
  if (value.kind === 'fields') return <Group fields={value.fields} context={context} />
  if (value.kind === 'link') {
    return (
      <div>
        <SafeLink href={value.href}>{value.href}</SafeLink>
      </div>
    )
  }
  if (value.kind === 'json') {
    return (
      <Disclosure summary={messages(context.language)('tooDeep')}>
        <JsonText value={value.value} />
      </Disclosure>
    )
  }
  return (
    <Box dir="auto" sx={{ whiteSpace: 'pre-line' }}>
      <Words text={value.text} context={context} />
      {value.note !== undefined && <Note>{value.note}</Note>}
      {value.fields !== undefined && <Group fields={value.fields} context={context} />}
    </Box>
  )
}

/** Codes and addresses: left to right in every language, and not for translation. */
function Note({ children }: { readonly children: string }): ReactElement {
  return (
    <Box
      dir="ltr"
      translate="no"
      sx={{ color: 'text.secondary', fontSize: '0.8125rem', whiteSpace: 'pre-line', textAlign: 'start' }}
    >
      {children}
    </Box>
  )
}

function Group(props: NestedProps): ReactElement {
  return (
    <Box
      sx={{
        borderInlineStart: '2px solid',
        borderColor: 'divider',
        paddingInlineStart: 1.5,
        marginBlock: 0.5,
      }}
    >
      <Nested {...props} />
    </Box>
  )
}
