import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import type { Refusal } from '../../config/config'
import { useLanguage } from '../../i18n/LanguageContext'
import { Notice } from '../../ui/Notice'
import { expectation } from './expectation'
import { messages } from './messages'

/** Tells whoever set the viewer up which settings could not be used, and why. */
export function Rejected({ rejected }: { readonly rejected: readonly Refusal[] }): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const keys = rejected.map(({ path }) => path).join(', ')
  return (
    <Notice severity="warning" title={t('rejected', { keys })}>
      <Box component="ul" sx={{ marginBlockEnd: 0, paddingInlineStart: 2.5 }}>
        {rejected.map(({ path, expected, given }) => (
          <li key={path}>
            <bdi>{path}</bdi>: {expectation(expected, language)}
            {given !== '' && (
              <>
                {' '}
                {t('given')} <code>{given}</code>
              </>
            )}
          </li>
        ))}
      </Box>
    </Notice>
  )
}
