import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import { SEVERITY, type Problem } from '../../core/errors'
import { describeError } from '../../i18n/errors'
import type { Language } from '../../i18n/language'
import { useLanguage } from '../../i18n/LanguageContext'
import { Notice } from '../../ui/Notice'
import { messages } from '../messages'

/** Files and cards that could not be opened, or not as they should: beside the others, never instead of them. */
export function Problems({ problems }: { readonly problems: readonly Problem[] }): ReactElement | null {
  const { language } = useLanguage()
  const t = messages(language)
  if (problems.length === 0) return null
  const severe = problems.some(({ code }) => SEVERITY[code] === 'fatal' || SEVERITY[code] === 'error')
  return (
    <Box sx={{ marginBlock: 2 }}>
      <Notice
        severity={severe ? 'warning' : 'info'}
        title={t('problemsTitle', { count: problems.length })}
        announce="polite"
      >
        <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5 }}>
          {problems.map((problem, index) => (
            // The list of one opening never changes.
            <li key={index}>{sentenceOf(problem, language)}</li>
          ))}
        </Box>
      </Notice>
    </Box>
  )
}

function sentenceOf(problem: Problem, language: Language): string {
  const t = messages(language)
  const { title, advice } = describeError(problem, language)
  const where = [
    ...(problem.file === undefined ? [] : [t('problemFile', { file: problem.file + 1 })]),
    ...(problem.card === undefined ? [] : [t('problemCard', { card: problem.card + 1 })]),
  ].join(', ')
  return `${where === '' ? '' : `${where}: `}${title} ${advice} (${problem.code})`
}
