import Box from '@mui/material/Box'
import { useMemo, type ReactElement } from 'react'
import { text } from '../../core/fhir/shape'
import type { Patient } from '../../core/fhir/types'
import type { OrganizedBundle } from '../../core/organizeResources'
import { plainText } from '../../core/plainText'
import { peopleOf } from '../../core/samePatient'
import { useLanguage } from '../../i18n/LanguageContext'
import { coverage } from '../../renderers/coverage'
import type { Renderer, ViewContext } from '../../renderers/renderer'
import { createFormat } from '../../renderers/tables/format'
import { Copyable } from '../../ui/Copyable'
import { Notice } from '../../ui/Notice'
import { PersonIcon } from '../../ui/icons'
import { messages } from '../messages'
import { SubjectDetails } from './SubjectDetails'
import { recordMessages } from './recordMessages'

export interface SubjectsProps {
  readonly bundle: OrganizedBundle
  readonly renderer: Renderer
  readonly context: ViewContext
}

/** Whose record this is, as the record says. It is no proof of who stands at the desk. */
export function Subjects({ bundle, renderer, context }: SubjectsProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const subjects = useMemo(() => renderer.subjects(bundle), [renderer, bundle])
  // An insurance card names a family; any other record is of one person.
  const differ = useMemo(
    () => renderer.id !== coverage.id && peopleOf(subjects.map((subject) => [subject])).kind === 'different',
    [renderer, subjects],
  )
  return (
    <Box sx={{ display: 'flex', gap: 1.5, marginBlock: 2 }}>
      <PersonIcon sx={{ marginBlockStart: 0.5 }} />
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        {subjects.length === 0 ? (
          <div>{t('noSubject')}</div>
        ) : (
          // Two people may share name and birth date.
          subjects.map((subject, index) => (
            <Subject key={index} subject={subject} bundle={bundle} context={context} />
          ))
        )}
        {differ && (
          <Box sx={{ marginBlock: 1 }} data-shx-people="different">
            <Notice severity="warning">{recordMessages(language)('severalInOne')}</Notice>
          </Box>
        )}
        <Box sx={{ color: 'text.secondary', fontSize: '0.9rem' }}>{t('comparePhotoId')}</Box>
      </Box>
    </Box>
  )
}

interface SubjectProps {
  readonly subject: Patient
  readonly bundle: OrganizedBundle
  readonly context: ViewContext
}

function Subject({ subject, bundle, context }: SubjectProps): ReactElement {
  const t = messages(context.language)
  const format = createFormat(bundle, context)
  const born = format.date(subject.birthDate)
  const name = format.name(subject.name)
  return (
    <div>
      <Copyable label={t('personName')} text={name && plainText(name)}>
        <Box component="strong" translate="no" sx={{ fontSize: '1.25rem' }}>
          <bdi>{name ?? t('nameNotStated')}</bdi>
        </Box>
        {','}
      </Copyable>{' '}
      <Box component="span" sx={{ display: 'inline-block', maxWidth: '100%' }}>
        <Copyable label={t('personBorn')} text={text(subject.birthDate)}>
          {born === undefined ? t('birthDateNotStated') : t('bornOn', { date: born })}
        </Copyable>
      </Box>
      <SubjectDetails subject={subject} format={format} />
    </div>
  )
}
