import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactElement } from 'react'
import type { BuildFacts, BuiltPart } from '../../core/buildFacts'
import { useLanguage } from '../../i18n/LanguageContext'
import { formatDay } from '../../i18n/values'
import { useServices } from '../ServicesContext'
import { useLoaded } from '../useLoaded'
import { messages } from './messages'

/** What the viewer is built with, fetched when somebody asks for it. */
export function BuiltWith(): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const [isAsked, setAsked] = useState(false)
  return (
    <>
      <p>{t('builtLead')}</p>
      {isAsked ? (
        <Box ref={takeFocus} tabIndex={-1} sx={{ '&:focus': { outline: 'none' } }}>
          <Facts />
        </Box>
      ) : (
        <Button variant="outlined" onClick={() => setAsked(true)}>
          {t('builtShow')}
        </Button>
      )}
    </>
  )
}

/** The button that had the focus is gone. */
const takeFocus = (place: HTMLElement | null): void => place?.focus({ preventScroll: true })

function Facts(): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const loaded = useLoaded(useServices().buildFacts)
  switch (loaded.status) {
    case 'loading':
      return <output>{t('builtLoading')}</output>
    case 'failed':
      return (
        <output>
          {t('builtFailed')} <Button onClick={loaded.retry}>{t('builtRetry')}</Button>
        </output>
      )
    case 'ready':
      return <List facts={loaded.part} />
    default:
      return loaded satisfies never
  }
}

function List({ facts: { commit, parts, texts } }: { readonly facts: BuildFacts }): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const day = commit && formatDay(commit.date, language)
  return (
    <>
      <output>{t('builtCount', { count: parts.length })}</output>
      {commit && day !== undefined && (
        <p>
          {t('builtFrom', { day })}{' '}
          <Box component="bdi" dir="ltr" translate="no" sx={{ overflowWrap: 'anywhere' }}>
            {commit.id}
          </Box>
        </p>
      )}
      <Box component="ul" sx={{ listStyle: 'none', padding: 0, marginBlockEnd: 0 }}>
        {parts.map((part) => (
          <Box component="li" key={`${part.name} ${part.version ?? ''}`} sx={{ marginBlock: 0.5 }}>
            <Part part={part} text={part.text === undefined ? undefined : texts[part.text]} />
          </Box>
        ))}
      </Box>
    </>
  )
}

interface PartProps {
  readonly part: BuiltPart
  readonly text: string | undefined
}

/** Names and licences are their owners' words, in whatever language those are. */
function Part({ part: { name, version, licence }, text }: PartProps): ReactElement {
  const line = (
    <bdi translate="no">
      <strong>{name}</strong> {version} ({licence.replace(/^\((.*)\)$/, '$1')})
    </bdi>
  )
  if (text === undefined) return line
  return (
    <details data-built-with={name}>
      <Box component="summary" sx={{ cursor: 'pointer', paddingBlock: 0.5 }}>
        {line}
      </Box>
      <Box
        component="pre"
        dir="ltr"
        lang="en"
        tabIndex={0}
        aria-label={name}
        sx={{ overflow: 'auto', maxHeight: '20rem', whiteSpace: 'pre-wrap', fontSize: '0.8125rem' }}
      >
        {text}
      </Box>
    </details>
  )
}
