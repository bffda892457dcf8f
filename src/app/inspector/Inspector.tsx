import Box from '@mui/material/Box'
import { useState, useSyncExternalStore, type ReactElement } from 'react'
import type { EhrConnection } from '../../core/ehr/connection'
import { shortcutsOf } from '../../core/ehr/inspect'
import type { Accept, InspectorState } from '../../core/ehr/inspector'
import { useLanguage } from '../../i18n/LanguageContext'
import { Disclosure } from '../../ui/Disclosure'
import { FieldList } from '../../ui/FieldList'
import { Notice } from '../../ui/Notice'
import { useEhr } from '../ehr/EhrContext'
import { useServices } from '../ServicesContext'
import { AnswerView } from './AnswerView'
import { inspectorOf } from './inspectors'
import { messages } from './messages'
import { PathForm } from './PathForm'
import { PathList } from './PathList'

/** Reads from the chart's FHIR server and shows what it answers, for those who test it. Nothing outside an EHR. */
export function Inspector(): ReactElement | null {
  const connection = useEhr()
  return connection ? <Inspecting connection={connection} /> : null
}

/** `data-inspector` is a published contract: docs/dom-contract.md. */
function Inspecting({ connection }: { readonly connection: EhrConnection }): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const inspector = inspectorOf(connection, useServices())
  const state = useSyncExternalStore(inspector.subscribe, inspector.state)
  const tried = inspector.tried()
  const [path, setPath] = useState('asked' in state ? state.asked.path : '')
  const [accept, setAccept] = useState<Accept>('application/fhir+json')
  const ask = (wanted: string): void => {
    setPath(wanted)
    void inspector.ask(wanted, accept)
  }
  const forget = (): void => {
    setPath('')
    inspector.forget()
  }
  return (
    <div data-inspector={state.phase}>
      <p>{t('lead')}</p>
      <About connection={connection} />
      <PathForm
        path={path}
        accept={accept}
        isAsking={state.phase === 'asking'}
        onPath={setPath}
        onAccept={setAccept}
        onAsk={() => ask(path)}
        onCancel={inspector.cancel}
        onForget={tried.length > 0 && state.phase !== 'asking' ? forget : undefined}
      />
      <Disclosure summary={t('shortcuts')}>
        <PathList paths={shortcutsOf(connection)} onAsk={ask} />
      </Disclosure>
      {tried.length > 0 && (
        <Disclosure summary={t('tried')}>
          <PathList paths={tried} onAsk={ask} />
        </Disclosure>
      )}
      <Outcome state={state} base={connection.base} onAsk={ask} />
    </div>
  )
}

function About({ connection }: { readonly connection: EhrConnection }): ReactElement {
  const t = messages(useLanguage().language)
  const code = (value: string | undefined) =>
    value === undefined ? (
      t('notStated')
    ) : (
      <bdi dir="ltr" translate="no">
        {value}
      </bdi>
    )
  return (
    <FieldList
      fields={[
        { label: t('server'), value: code(connection.base) },
        { label: t('patient'), value: code(connection.patientId) },
        { label: t('encounter'), value: code(connection.encounterId) },
        { label: t('user'), value: code(connection.user) },
      ]}
    />
  )
}

interface OutcomeProps {
  readonly state: InspectorState
  readonly base: string
  readonly onAsk: (path: string) => void
}

/** Read out as it changes: the status is what a tester waits for. */
function Outcome({ state, base, onAsk }: OutcomeProps): ReactElement {
  const t = messages(useLanguage().language)
  return (
    <Box sx={{ marginBlockStart: 2 }}>
      <output>
        {state.phase === 'asking' && t('asking')}
        {state.phase === 'answered' && (
          <strong>{t('answer', { status: String(state.answer.status) })}</strong>
        )}
      </output>
      {state.phase === 'refused' && (
        <Notice severity="warning" title={t(`refused.${state.refusal}`)} announce="polite" />
      )}
      {state.phase === 'failed' && (
        <Notice severity="error" title={t(FAILURES[state.failure])} announce="polite" />
      )}
      {state.phase === 'answered' && <AnswerView {...state} base={base} onAsk={onAsk} />}
    </Box>
  )
}

const FAILURES = {
  network: 'failed.no-answer',
  interrupted: 'failed.no-answer',
  aborted: 'failed.no-answer',
  offline: 'failed.offline',
  timeout: 'failed.timeout',
  'too-large': 'failed.too-large',
  'session-expired': 'failed.session-expired',
  'foreign-address': 'refused.elsewhere',
} as const satisfies Record<Extract<InspectorState, { phase: 'failed' }>['failure'], string>
