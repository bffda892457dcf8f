import type { ReactElement } from 'react'
import type { ChartDocument } from '../../core/ehr/chartDocument'
import { formatDate } from '../../core/fhir/date'
import { field } from '../../core/fhir/shape'
import { useLanguage } from '../../i18n/LanguageContext'
import { messages } from './messages'

/** A document in the chart's own words, with its date. */
export function DocumentName({ document }: { readonly document: ChartDocument }): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const { title, date } = document
  // Of the period of a stay its beginning, which is also what it is sorted by.
  const day = formatDate(field(date, 'start') ?? field(date, 'end') ?? date, language) ?? t('undated')
  return (
    <>
      {title === undefined ? (
        t('untitled')
      ) : (
        <bdi translate="no">{title.length > LONGEST ? `${title.slice(0, LONGEST)}…` : title}</bdi>
      )}
      {' · '}
      <bdi>{day}</bdi>
    </>
  )
}

/** Characters of a title; longer ones are somebody's note. */
const LONGEST = 160
