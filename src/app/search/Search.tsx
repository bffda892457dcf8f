import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useRef, useSyncExternalStore, type ReactElement } from 'react'
import type { EhrConnection } from '../../core/ehr/connection'
import { useLanguage } from '../../i18n/LanguageContext'
import { Notice } from '../../ui/Notice'
import { useEhr } from '../ehr/EhrContext'
import { Panel } from '../Panel'
import { useServices } from '../ServicesContext'
import { DocumentList } from './DocumentList'
import { FoundList } from './FoundList'
import { messages } from './messages'
import { recordSearchOf } from './recordSearches'
import { SearchStatus } from './SearchStatus'

export interface SearchProps {
  readonly viewData: (text: string) => void
}

/** Looks for cards and links among the documents of the chart. Only offered where there is one. */
export function Search({ viewData }: SearchProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const connection = useEhr()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const title = (
    <Box
      component="h1"
      ref={heading}
      tabIndex={-1}
      sx={{ marginBlock: 0, fontSize: '1.5rem', '&:focus': { outline: 'none' } }}
    >
      {t('title')}
    </Box>
  )
  if (connection && mayBeSearched(connection)) {
    return <Searching connection={connection} viewData={viewData} title={title} />
  }
  return (
    <Panel>
      {title}
      <Box sx={{ marginBlockStart: 2 }}>
        {connection ? (
          <Notice severity="warning" title={t('notGranted')}>
            {t('notGrantedAdvice')}
          </Notice>
        ) : (
          <Notice severity="info" title={t('noChart')}>
            {t('noChartAdvice')}
          </Notice>
        )}
      </Box>
    </Panel>
  )
}

const mayBeSearched = ({ may }: EhrConnection): boolean => may('DocumentReference', 's') && may('Binary', 'r')

interface SearchingProps extends SearchProps {
  readonly connection: EhrConnection
  readonly title: ReactElement
}

/** `data-record-search` and `data-searched` are a published contract: docs/dom-contract.md. */
function Searching({ connection, viewData, title }: SearchingProps): ReactElement {
  const search = recordSearchOf(connection, useServices())
  const state = useSyncExternalStore(search.subscribe, search.state)
  // The best find opens in front of whoever waits for it here, and of nobody else.
  useEffect(() => search.watch(viewData), [search, viewData])
  return (
    <div data-record-search={state.phase === 'resting' ? state.why : state.phase}>
      <Panel>
        {title}
        {state.phase === 'idle' ? (
          <Offer onStart={() => void search.start()} />
        ) : (
          <SearchStatus search={search} state={state} />
        )}
      </Panel>
      {'documents' in state && (
        <>
          <FoundList documents={state.documents} viewData={viewData} />
          <DocumentList state={state} />
        </>
      )}
    </div>
  )
}

function Offer({ onStart }: { readonly onStart: () => void }): ReactElement {
  const t = messages(useLanguage().language)
  return (
    <>
      <p>{t('lead')}</p>
      <Box component="p" sx={{ color: 'text.secondary' }}>
        {t('privacy')}
      </Box>
      <Button variant="contained" data-shx-action="search" onClick={onStart}>
        {t('start')}
      </Button>
    </>
  )
}
