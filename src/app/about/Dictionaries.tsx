import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactElement } from 'react'
import type { Dictionary } from '../../core/codes/shards'
import { useLanguage } from '../../i18n/LanguageContext'
import { FieldList } from '../../ui/FieldList'
import { SafeLink } from '../../ui/SafeLink'
import { useServices } from '../ServicesContext'
import { useLoaded } from '../useLoaded'
import { dictionaryMessages } from './dictionaryMessages'

/** Which dictionaries this deployment has, from where, and what their licences want to be said. */
export function Dictionaries(): ReactElement {
  const { language } = useLanguage()
  const t = dictionaryMessages(language)
  return (
    <>
      <p>{t('lead')}</p>
      <List />
      <Box component="p" sx={{ marginBlockEnd: 0 }}>
        {t('own')}
      </Box>
    </>
  )
}

function List(): ReactElement {
  const { language } = useLanguage()
  const t = dictionaryMessages(language)
  const loaded = useLoaded(useServices().dictionaries)
  switch (loaded.status) {
    case 'loading':
      return <Box component="output">{t('loading')}</Box>
    case 'failed':
      return (
        <Box component="output">
          {t('failed')} <Button onClick={loaded.retry}>{t('retry')}</Button>
        </Box>
      )
    case 'ready':
      if (loaded.part.length === 0) return <p>{t('none')}</p>
      return (
        <Box component="ul" sx={{ listStyle: 'none', padding: 0, margin: 0 }}>
          {loaded.part.map((dictionary, index) => (
            // One dictionary may be there in several languages, under one name.
            <Entry key={index} dictionary={dictionary} />
          ))}
        </Box>
      )
    default:
      return loaded satisfies never
  }
}

function Entry({ dictionary }: { readonly dictionary: Dictionary }): ReactElement {
  const { language } = useLanguage()
  const t = dictionaryMessages(language)
  const { id, name, version, source, licence, notice, terms } = dictionary
  const isAddress = source.startsWith('https://')
  return (
    <Box component="li" data-dictionary={id} sx={{ marginBlock: 2 }}>
      <Box sx={{ fontWeight: 600 }}>
        {t('named', { name, version })}{' '}
        <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
          {t('codes', { count: terms })}
        </Box>
      </Box>
      <FieldList
        fields={[
          { label: t('licence'), value: licence },
          { label: t('source'), value: isAddress ? <SafeLink href={source}>{source}</SafeLink> : source },
          ...(notice === undefined ? [] : [{ label: t('notice'), value: notice }]),
        ]}
      />
    </Box>
  )
}
