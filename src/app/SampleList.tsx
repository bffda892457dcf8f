import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { useEffect, useState, type ReactElement } from 'react'
import type { Language } from '../i18n/language'
import { useLanguage } from '../i18n/LanguageContext'
import type { Sample } from '../platform/samples'
import { Notice } from '../ui/Notice'
import { messages } from './messages'
import { useServices } from './ServicesContext'

/** The samples of this deployment, each one click from being open. */
export function SampleList({ viewData }: { readonly viewData: (text: string) => void }): ReactElement {
  const { language } = useLanguage()
  const { samples } = useServices()
  const t = messages(language)
  const [list, setList] = useState<readonly Sample[]>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let mounted = true
    void samples.list().then((found) => mounted && setList(found))
    return () => {
      mounted = false
    }
  }, [samples])

  const openSample = async (sample: Sample): Promise<void> => {
    setFailed(false)
    try {
      viewData(await sample.text())
    } catch {
      setFailed(true)
    }
  }
  return (
    <section aria-labelledby="samples-title">
      <Box component="h2" id="samples-title" sx={{ marginBlock: 0, fontSize: '1.25rem' }}>
        {t('samplesTitle')}
      </Box>
      <Box component="p" sx={{ marginBlock: 1, color: 'text.secondary' }}>
        {list?.length === 0 ? t('samplesNone') : list ? t('samplesLead') : t('samplesLoading')}
      </Box>
      {failed && <Notice severity="error" title={t('sampleFailed')} announce="assertive" />}
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
