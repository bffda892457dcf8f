import type { ComponentType, ReactElement } from 'react'
import { useLanguage } from '../i18n/LanguageContext'
import { LoadFailed } from './LoadFailed'
import { messages } from './messages'
import { useLoaded } from './useLoaded'

export interface LoadedScreenProps<Props> {
  /** The same function on every render; see `useLoaded`. */
  readonly load: () => Promise<ComponentType<Props>>
  readonly props: Props
}

/** A screen that is fetched when it is first shown. */
export function LoadedScreen<Props extends object>({ load, props }: LoadedScreenProps<Props>): ReactElement {
  const { language } = useLanguage()
  const loaded = useLoaded(load)
  switch (loaded.status) {
    case 'loading':
      return <output>{messages(language)('loading')}</output>
    case 'failed':
      return <LoadFailed retry={loaded.retry} />
    case 'ready':
      return <loaded.part {...props} />
    default:
      return loaded satisfies never
  }
}
