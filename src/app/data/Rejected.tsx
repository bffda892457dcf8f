import type { ReactElement } from 'react'
import type { RejectedPayload } from '../../core/resolveSHX'
import { useLanguage } from '../../i18n/LanguageContext'
import { Disclosure } from '../../ui/Disclosure'
import { JsonText } from '../../ui/JsonText'
import { messages } from '../messages'

/** What stands in cards that lack something, for whoever has to mend them. It is text, not a record. */
export function Rejected({
  rejected = [],
}: {
  readonly rejected: readonly RejectedPayload[] | undefined
}): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  return (
    <>
      {rejected.map(({ text }, index) => (
        // The list of one opening never changes.
        <Disclosure key={index} summary={t('rejectedPayload', { number: index + 1 })}>
          <JsonText value={text} />
        </Disclosure>
      ))}
    </>
  )
}
