import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useId, useState, type ReactElement } from 'react'
import type { Language } from '../i18n/language'
import { directionOf, languageName } from './senderText/languageNames'
import type { LanguagePart } from './senderText/languageParts'
import { messages } from './senderText/messages'

export interface NarrativeLanguagesProps {
  readonly parts: readonly LanguagePart[]
  readonly language: Language
  /** Shows the text of one language. */
  readonly show: (part: LanguagePart) => ReactElement | null
}

/** One text in several languages, the reader's own first. All of them stay in the page, and all of them are printed. */
export function NarrativeLanguages({ parts, language, show }: NarrativeLanguagesProps): ReactElement {
  const id = useId()
  const ordered = parts.toSorted((a, b) => Number(isOf(b, language)) - Number(isOf(a, language)))
  const [choice, choose] = useState<string>()
  const isThere = ordered.some(({ tag }) => tag === choice)
  const chosen = isThere ? choice : ordered[0]?.tag
  const idOf = (tag: string, what: 'tab' | 'panel'): string => `${id}-${what}-${tag.toLowerCase()}`
  return (
    <>
      <Tabs
        value={chosen}
        onChange={(_, tag: string) => choose(tag)}
        aria-label={messages(language)('languages')}
        variant="scrollable"
        scrollButtons="auto"
        sx={{ '@media print': { display: 'none' } }}
      >
        {ordered.map(({ tag }) => (
          <Tab
            key={tag}
            value={tag}
            id={idOf(tag, 'tab')}
            aria-controls={idOf(tag, 'panel')}
            label={languageName(tag, language)}
            sx={{ textTransform: 'none' }}
          />
        ))}
      </Tabs>
      {ordered.map((part) => (
        <Box
          key={part.tag}
          role="tabpanel"
          id={idOf(part.tag, 'panel')}
          aria-labelledby={idOf(part.tag, 'tab')}
          lang={part.tag}
          dir={directionOf(part.tag)}
          hidden={part.tag !== chosen}
          sx={{ '@media print': { '&[hidden]': { display: 'block !important' } } }}
        >
          <PrintedName>{languageName(part.tag, language)}</PrintedName>
          {show(part)}
        </Box>
      ))}
    </>
  )
}

/** On paper there are no tabs, and all of the texts. */
const PrintedName = ({ children }: { readonly children: string }): ReactElement => (
  <Box
    component="p"
    sx={{ display: 'none', margin: 0, fontWeight: 700, '@media print': { display: 'block' } }}
  >
    {children}
  </Box>
)

const isOf = ({ tag }: LanguagePart, language: Language): boolean =>
  tag.split('-')[0]?.toLowerCase() === language
