import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactElement } from 'react'
import type { Config } from '../../config/config'
import { describeScanned, type ScannedFacts } from '../../core/scanner/scanned'
import { useLanguage } from '../../i18n/LanguageContext'
import { FieldList } from '../../ui/FieldList'
import { CameraIcon } from '../../ui/icons'
import { Notice } from '../../ui/Notice'
import { LoadFailed } from '../LoadFailed'
import { CameraView } from '../photo/CameraView'
import { useServices } from '../ServicesContext'
import { useLoaded } from '../useLoaded'
import { Beginning } from './Beginning'
import { messages } from './messages'

type TestState =
  | { readonly phase: 'idle' }
  /** `since`: when the test began. */
  | { readonly phase: 'testing'; readonly since: Date }
  /** `seconds` from the beginning of the test, the browser's own question included. */
  | { readonly phase: 'done'; readonly facts: ScannedFacts; readonly seconds: number }

export interface CameraTestProps {
  readonly config: Pick<Config, 'cameraFacing' | 'cameraPauseSeconds'>
}

/**
 * Shows what the camera reads. Opens nothing and keeps nothing. `data-shx-camera-test` is a published contract:
 * docs/dom-contract.md.
 */
export function CameraTest({ config }: CameraTestProps): ReactElement {
  const { language } = useLanguage()
  const { clock } = useServices()
  const t = messages(language)
  const [state, setState] = useState<TestState>({ phase: 'idle' })
  const start = (): void => setState({ phase: 'testing', since: clock() })
  const finish = (text: string): void =>
    setState((before) =>
      before.phase === 'testing'
        ? {
            phase: 'done',
            facts: describeScanned(text),
            seconds: (clock().getTime() - before.since.getTime()) / 1000,
          }
        : before,
    )
  return (
    <div data-shx-camera-test={state.phase}>
      <p>{t('cameraLead')}</p>
      {state.phase === 'testing' && <Testing config={config} onText={finish} />}
      {state.phase === 'done' && <Result {...state} />}
      {state.phase === 'testing' ? (
        <Button variant="outlined" sx={{ marginBlockStart: 1.5 }} onClick={() => setState({ phase: 'idle' })}>
          {t('cameraStop')}
        </Button>
      ) : (
        <Button variant="outlined" startIcon={<CameraIcon />} onClick={start}>
          {t(state.phase === 'done' ? 'cameraAgain' : 'cameraGo')}
        </Button>
      )}
    </div>
  )
}

interface TestingProps extends CameraTestProps {
  readonly onText: (text: string) => void
}

/** The camera as the Photo screen has it. What keeps it from starting is said there, too. */
function Testing({ config, onText }: TestingProps): ReactElement {
  const { language } = useLanguage()
  const { capture } = useServices()
  const loaded = useLoaded(capture.loadCamera)
  if (loaded.status === 'loading') return <output>{messages(language)('cameraLoading')}</output>
  if (loaded.status === 'failed') return <LoadFailed retry={loaded.retry} />
  return (
    <CameraView
      createCamera={loaded.part}
      config={config}
      onText={(text) => {
        onText(text)
        return Promise.resolve(undefined)
      }}
    />
  )
}

interface ResultProps {
  readonly facts: ScannedFacts
  readonly seconds: number
}

function Result({ facts, seconds }: ResultProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const isWhole = facts.grade === 'whole'
  return (
    <Box sx={{ display: 'grid', gap: 2, marginBlock: 2 }}>
      <Notice
        severity={isWhole ? 'success' : 'warning'}
        announce="polite"
        title={t(isWhole ? 'cameraGood' : 'cameraOther')}
      />
      <FieldList
        fields={[
          { label: t('fieldGrade'), value: t(`grade_${facts.grade}`) },
          { label: t('fieldCharacters'), value: t('characters', { count: facts.characters }) },
          { label: t('fieldBeginning'), value: <Beginning {...facts} /> },
          { label: t('fieldTime'), value: t('seconds', { seconds: Math.round(seconds * 10) / 10 }) },
        ]}
      />
    </Box>
  )
}
