import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo, type ReactElement } from 'react'
import { formatBytes } from '../../core/fhir/attachment'
import { curlOf, type InspectedBody, type Issue } from '../../core/ehr/inspect'
import type { Answered, Asked } from '../../core/ehr/inspector'
import { useLanguage } from '../../i18n/LanguageContext'
import { CopyButton } from '../../ui/CopyButton'
import { Disclosure } from '../../ui/Disclosure'
import { FieldList } from '../../ui/FieldList'
import { JsonText } from '../../ui/JsonText'
import { Notice } from '../../ui/Notice'
import { Copying } from '../copy/Copying'
import { messages } from './messages'
import { PathList } from './PathList'

export interface AnswerViewProps {
  readonly asked: Asked
  readonly answer: Answered
  readonly base: string
  readonly onAsk: (path: string) => void
}

/** An answer of the server, whatever its status. `data-answer` is a published contract: docs/dom-contract.md. */
export function AnswerView({ asked, answer, base, onAsk }: AnswerViewProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const { next, previous, references } = answer.leads
  return (
    <div data-answer={answer.status}>
      <FieldList
        fields={[
          { label: t('pathLabel'), value: <Code>{asked.path}</Code> },
          { label: t('contentType'), value: <Code>{answer.contentType ?? '–'}</Code> },
          { label: t('duration'), value: t('milliseconds', { count: answer.milliseconds }) },
          { label: t('size'), value: formatBytes(answer.bytes, language) },
        ]}
      />
      {answer.issues.length > 0 && <Issues issues={answer.issues} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, marginBlock: 1 }}>
        {previous !== undefined && (
          <Button variant="outlined" onClick={() => onAsk(previous)}>
            {t('previous')}
          </Button>
        )}
        {next !== undefined && (
          <Button variant="outlined" onClick={() => onAsk(next)}>
            {t('next')}
          </Button>
        )}
      </Box>
      {references.length > 0 && (
        <Disclosure summary={t('references', { count: references.length })}>
          <PathList paths={references} onAsk={onAsk} />
        </Disclosure>
      )}
      <Body body={answer.body} />
      <Disclosure summary={t('curl')}>
        <JsonText value={curlOf(asked, base)} />
        <Copying>
          <CopyButton id="curl" label={t('copy')} done={t('copied')} text={curlOf(asked, base)} />
        </Copying>
      </Disclosure>
    </div>
  )
}

function Code({ children }: { readonly children: string }): ReactElement {
  return (
    <bdi dir="ltr" translate="no">
      {children}
    </bdi>
  )
}

/** In the server's own words, which are nobody's to translate. */
function Issues({ issues }: { readonly issues: readonly Issue[] }): ReactElement {
  const t = messages(useLanguage().language)
  return (
    <Box sx={{ marginBlock: 1.5 }}>
      <Notice severity="info" title={t('outcome')}>
        <Box component="ul" translate="no" sx={{ marginBlock: 0.5, paddingInlineStart: 2.5 }}>
          {issues.map(({ severity, code, words }, index) => (
            <li key={index}>
              <bdi>{[severity, code].filter((part) => part !== undefined).join(' · ')}</bdi>
              {words !== undefined && (
                <q>
                  <bdi>{words.slice(0, 2_000)}</bdi>
                </q>
              )}
            </li>
          ))}
        </Box>
      </Notice>
    </Box>
  )
}

/** Characters that a page lays out without stopping. */
const LONGEST = 300_000

function Body({ body }: { readonly body: InspectedBody }): ReactElement {
  const t = messages(useLanguage().language)
  const text = useMemo(() => textOf(body), [body])
  if (text === undefined) return <p>{t(body.kind === 'empty' ? 'empty' : 'binary')}</p>
  const isCut = text.length > LONGEST
  return (
    <Box component="section" aria-label={t('content')} sx={{ marginBlock: 1.5 }}>
      {isCut && <p>{t('cut', { count: LONGEST })}</p>}
      <JsonText value={isCut ? text.slice(0, LONGEST) : text} />
    </Box>
  )
}

function textOf(body: InspectedBody): string | undefined {
  if (body.kind === 'text') return body.text
  return body.kind === 'json' ? JSON.stringify(body.value, undefined, 2) : undefined
}
