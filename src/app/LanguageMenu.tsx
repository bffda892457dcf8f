import Box from '@mui/material/Box'
import { useId, useState, type ReactElement } from 'react'
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from '../i18n/language'
import { useLanguage } from '../i18n/LanguageContext'
import { messages } from './messages'

/** The device's own list control: it works with every finger, keyboard and screen reader. */
export function LanguageMenu(): ReactElement {
  const { language, setLanguage } = useLanguage()
  const t = messages(language)
  const id = useId()
  const [failed, setFailed] = useState(false)
  const choose = async (chosen: string): Promise<void> => {
    if (isLanguage(chosen)) setFailed(!(await setLanguage(chosen)))
  }
  return (
    <>
      <Box component="label" htmlFor={id} sx={VISUALLY_HIDDEN}>
        {t('language')}
      </Box>
      <Box
        component="select"
        id={id}
        value={language}
        onChange={(event) => void choose(event.target.value)}
        sx={{
          font: 'inherit',
          padding: 0.75,
          borderRadius: 1,
          border: '1px solid',
          borderColor: 'text.secondary',
          backgroundColor: 'background.paper',
          color: 'text.primary',
        }}
      >
        {LANGUAGES.map((tag) => (
          <option key={tag} value={tag} lang={tag}>
            {LANGUAGE_NAMES[tag]}
          </option>
        ))}
      </Box>
      {failed && <span role="alert">{t('languageFailed')}</span>}
    </>
  )
}

const VISUALLY_HIDDEN = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const
