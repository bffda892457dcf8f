import Box from '@mui/material/Box'
import type { ReactElement, ReactNode } from 'react'
import { version } from '../../../package.json'
import type { Config } from '../../config/config'
import { useLanguage } from '../../i18n/LanguageContext'
import { messages as appMessages } from '../messages'
import { useEhr } from '../ehr/EhrContext'
import { messages as inspectorMessages } from '../inspector/messages'
import { LoadedScreen } from '../LoadedScreen'
import { Panel } from '../Panel'
import { SampleList } from '../SampleList'
import { BuiltWith } from './BuiltWith'
import { CameraTest } from './CameraTest'
import { Dictionaries } from './Dictionaries'
import { dictionaryMessages } from './dictionaryMessages'
import { messages } from './messages'
import { ScannerTest } from './ScannerTest'

export interface AboutProps {
  readonly config: Pick<Config, 'title' | 'features' | 'cameraFacing' | 'cameraPauseSeconds'>
  readonly viewData: (text: string) => void
}

const loadInspector = async () => (await import('../inspector/Inspector')).Inspector

/** What this is, what it does with data, and whether the equipment of the desk works with it. One panel a subject. */
export function About({ config, viewData }: AboutProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const inspects = useEhr() !== undefined && config.features.recordInspector
  return (
    <>
      <Panel>
        <Box component="h1" sx={{ marginBlock: 0, fontSize: '1.5rem' }}>
          {t('title')}
        </Box>
        <p>{t('what')}</p>
        <p>{t('checks')}</p>
        <Box component="p" data-shx-version={version} sx={{ marginBlockEnd: 0, color: 'text.secondary' }}>
          {config.title !== '' && `${appMessages(language)('appName')}, `}
          {t('version', { version })}
        </Box>
      </Panel>
      <Subject title={appMessages(language)('aboutTitle')}>
        <Privacy />
      </Subject>
      {config.features.samples && (
        <Panel>
          <SampleList viewData={viewData} />
        </Panel>
      )}
      <Subject title={t('scannerTitle')}>
        <ScannerTest />
      </Subject>
      {config.features.camera && (
        <Subject title={t('cameraTitle')}>
          <CameraTest config={config} />
        </Subject>
      )}
      {inspects && (
        <Subject title={inspectorMessages(language)('title')}>
          <LoadedScreen load={loadInspector} props={{}} />
        </Subject>
      )}
      <Subject title={dictionaryMessages(language)('title')}>
        <Dictionaries />
      </Subject>
      <Subject title={t('builtTitle')}>
        <BuiltWith />
      </Subject>
    </>
  )
}

function Subject({
  title,
  children,
}: {
  readonly title: string
  readonly children: ReactNode
}): ReactElement {
  return (
    <Panel>
      <Box component="h2" sx={{ marginBlock: 0, fontSize: '1.25rem' }}>
        {title}
      </Box>
      {children}
    </Panel>
  )
}

function Privacy(): ReactElement {
  const { language } = useLanguage()
  const t = appMessages(language)
  return (
    <Box component="ul" sx={{ marginBlockEnd: 0, paddingInlineStart: 2.5, '& li': { marginBlock: 0.5 } }}>
      <li>{t('aboutPrivate')}</li>
      <li>{t('aboutContacts')}</li>
      <li>{t('aboutIdentity')}</li>
    </Box>
  )
}
