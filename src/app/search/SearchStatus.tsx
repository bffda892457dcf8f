import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactElement, ReactNode } from 'react'
import type { RecordSearch } from '../../core/ehr/recordSearch'
import { findsIn, isSettled, type SearchState } from '../../core/ehr/recordSearchState'
import type { Language } from '../../i18n/language'
import { useLanguage } from '../../i18n/LanguageContext'
import { Notice } from '../../ui/Notice'
import { messages } from './messages'
import { describeListFailure } from './words'

type Begun = Exclude<SearchState, { phase: 'idle' }>
type Searched = Extract<Begun, { documents: unknown }>

export interface SearchStatusProps {
  readonly search: RecordSearch
  readonly state: Begun
}

/** Where the search is, and what can be done about it. */
export function SearchStatus({ search, state }: SearchStatusProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const again = (
    <Button variant="outlined" onClick={() => void search.start()}>
      {t('again')}
    </Button>
  )
  return (
    <Box sx={{ marginBlockStart: 2 }}>
      <Announcement state={state} language={language} />
      {state.phase === 'failed' && (
        <Notice severity="error" title={describeListFailure(state.failure, language)} action={again} />
      )}
      {(state.phase === 'listing' || state.phase === 'reading') && (
        <>
          <Progress state={state} />
          <Button variant="outlined" onClick={search.cancel}>
            {t('cancel')}
          </Button>
        </>
      )}
      {state.phase === 'resting' && <Resting search={search} state={state} again={again} />}
      {state.phase === 'finished' && <Finished search={search} state={state} again={again} />}
    </Box>
  )
}

/**
 * For screen readers, and only what changes what one would do: that it has begun, that something was found, that it has
 * ended. The pages and documents that pass by are there to be read, not to be heard.
 */
function Announcement({
  state,
  language,
}: {
  readonly state: Begun
  readonly language: Language
}): ReactElement {
  const t = messages(language)
  const found = 'documents' in state ? findsIn(state.documents).length : 0
  const said = [
    ...(state.phase === 'listing' || state.phase === 'reading' ? [t('searching')] : []),
    ...(found > 0 ? [t('announceFound', { count: found })] : []),
    ...endOf(state, language),
  ]
  return (
    <Box
      component="output"
      sx={{
        position: 'absolute',
        inlineSize: 1,
        blockSize: 1,
        overflow: 'hidden',
        clipPath: 'inset(50%)',
        whiteSpace: 'nowrap',
      }}
    >
      {said.join(' ')}
    </Box>
  )
}

function endOf(state: Begun, language: Language): readonly string[] {
  const t = messages(language)
  if (state.phase === 'failed') return [describeListFailure(state.failure, language)]
  if (state.phase === 'resting') return [t(`rest.${state.why}`)]
  if (state.phase !== 'finished') return []
  return [t('finished'), ...(findsIn(state.documents).length === 0 ? [t('nothingFound')] : [])]
}

function Progress({
  state,
}: {
  readonly state: Extract<Begun, { phase: 'listing' | 'reading' }>
}): ReactElement {
  const t = messages(useLanguage().language)
  const isListing = state.phase === 'listing'
  const count = isListing ? 0 : state.through
  const done = isListing ? 0 : state.documents.slice(0, state.through).filter(isSettled).length
  const words = !isListing
    ? t('progress', { done, count })
    : state.named > 0
      ? t('listingNamed', { count: state.named })
      : t('listing')
  return (
    <Box sx={{ marginBlockEnd: 2 }}>
      <Box component="p" sx={{ marginBlock: 0, fontWeight: 600 }}>
        {words}
      </Box>
      <Box
        component="progress"
        aria-label={words}
        {...(!isListing && { value: done, max: Math.max(count, 1) })}
        sx={{ inlineSize: '100%' }}
      />
    </Box>
  )
}

const waitingIn = ({ documents }: Searched): number => documents.filter((one) => !isSettled(one)).length

const SEVERITY = {
  found: 'success',
  limit: 'info',
  cancelled: 'info',
  'session-expired': 'error',
  offline: 'warning',
} as const

interface RestingProps {
  readonly search: RecordSearch
  readonly state: Extract<Begun, { phase: 'resting' }>
  readonly again: ReactNode
}

function Resting({ search, state, again }: RestingProps): ReactElement {
  const t = messages(useLanguage().language)
  const { why } = state
  const goOn = (
    <Button variant="contained" onClick={() => void search.goOn()}>
      {t('goOn')}
    </Button>
  )
  return (
    <Notice
      severity={SEVERITY[why]}
      title={t(`rest.${why}`)}
      // After the end of the connection nothing more can be asked for.
      action={
        why === 'session-expired' ? undefined : (
          <>
            {goOn}
            {again}
          </>
        )
      }
    >
      {t('remaining', { count: waitingIn(state) })}
      {(why === 'session-expired' || why === 'offline') && ` ${t(`rest.${why}.advice`)}`}
    </Notice>
  )
}

interface FinishedProps {
  readonly search: RecordSearch
  readonly state: Extract<Begun, { phase: 'finished' }>
  readonly again: ReactNode
}

function Finished({ search, state, again }: FinishedProps): ReactElement {
  const t = messages(useLanguage().language)
  if (findsIn(state.documents).length > 0) {
    return <Notice severity="success" title={t('finished')} action={again} />
  }
  if (state.documents.length === 0) return <Notice severity="info" title={t('noDocuments')} action={again} />
  const wasQuick = !state.closely && state.documents.some(({ document }) => document.likelihood !== 'likely')
  const closely = (
    <Button variant="contained" onClick={() => void search.start({ closely: true })}>
      {t('closely')}
    </Button>
  )
  return (
    <Notice
      severity="info"
      title={t('nothingFound')}
      action={
        <>
          {wasQuick && closely}
          {again}
        </>
      }
    >
      {wasQuick && `${t('wasQuick')} `}
      {t('nothingFoundAdvice')}
    </Notice>
  )
}
