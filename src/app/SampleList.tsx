import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import type { Language } from '../i18n/language'
import { useLanguage } from '../i18n/LanguageContext'
import type { Sample, Samples } from '../platform/samples'
import { Notice } from '../ui/Notice'
import { messages } from './messages'
import { useServices } from './ServicesContext'

/** The samples of this deployment, each one click from being open. */
export function SampleList({ viewData }: { readonly viewData: (text: string) => void }): ReactElement {
  const { language } = useLanguage()
  const { samples } = useServices()
  const t = messages(language)
  const list = useSamples(samples)
  const { asked, openSample } = useAsking(viewData)
  return (
    <section aria-labelledby="samples-title">
      <Box component="h2" id="samples-title" sx={{ marginBlock: 0, fontSize: '1.25rem' }}>
        {t('samplesTitle')}
      </Box>
      <Box component="p" sx={{ marginBlock: 1, color: 'text.secondary' }}>
        {list?.length === 0 ? t('samplesNone') : list ? t('samplesLead') : t('samplesLoading')}
      </Box>
      <Box component="output" sx={{ display: 'block', minHeight: '1.5em' }}>
        {asked && !asked.failed && t('sampleLoading')}
      </Box>
      {asked?.failed && <Notice severity="error" title={t('sampleFailed')} announce="assertive" />}
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          margin: 0,
          padding: 0,
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 16rem), 1fr))',
        }}
      >
        {list?.map((sample) => (
          <li key={sample.id}>
            <SampleButton sample={sample} language={language} onOpen={() => void openSample(sample)} />
          </li>
        ))}
      </Box>
    </section>
  )
}

/** `undefined` until the list is there. */
function useSamples(samples: Samples): readonly Sample[] | undefined {
  const [list, setList] = useState<readonly Sample[]>()
  useEffect(() => {
    let mounted = true
    void samples.list().then((found) => mounted && setList(found))
    return () => {
      mounted = false
    }
  }, [samples])
  return list
}

/** Fetches a sample and opens it. Whoever has gone on, to another one or with a scan, wants it no more. */
function useAsking(viewData: (text: string) => void) {
  const [asked, setAsked] = useState<{ readonly id: string; readonly failed?: boolean }>()
  const latest = useRef<Sample>(undefined)
  useEffect(
    () => () => {
      latest.current = undefined
    },
    [],
  )
  const openSample = async (sample: Sample): Promise<void> => {
    latest.current = sample
    setAsked({ id: sample.id })
    const text = await sample.text().catch(() => undefined)
    if (latest.current !== sample) return
    if (text !== undefined) return viewData(text)
    setAsked({ id: sample.id, failed: true })
  }
  return { asked, openSample }
}

interface SampleButtonProps {
  readonly sample: Sample
  readonly language: Language
  readonly onOpen: () => void
}

function SampleButton({ sample, language, onOpen }: SampleButtonProps): ReactElement {
  return (
    <ButtonBase
      data-sample={sample.id}
      onClick={onOpen}
      sx={{
        width: '100%',
        height: '100%',
        display: 'block',
        textAlign: 'start',
        font: 'inherit',
        padding: 1.5,
        borderRadius: 2,
        border: '1px solid',
        borderColor: 'divider',
        '&:hover': { borderColor: 'primary.main', backgroundColor: 'action.hover' },
        '&:focus-visible': { outline: '3px solid', outlineColor: 'primary.main', outlineOffset: 1 },
      }}
    >
      <Box component="span" sx={{ display: 'block', fontWeight: 700, color: 'primary.main' }}>
        {wordsIn(sample.title, language)}
      </Box>
      <Box component="span" sx={{ display: 'block', color: 'text.secondary', fontSize: '0.9rem' }}>
        {wordsIn(sample.description, language)}
      </Box>
    </ButtonBase>
  )
}

const wordsIn = (words: Readonly<Record<string, string>>, language: Language): string =>
  words[language] ?? words['en'] ?? ''
