import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import { typeOf, type BundleItem } from '../../core/organizeResources'
import { Disclosure } from '../../ui/Disclosure'
import { JsonText } from '../../ui/JsonText'
import { Notice } from '../../ui/Notice'
import type { ViewContext } from '../renderer'
import { messages } from './messages'

export interface EntryListProps {
  readonly items: readonly BundleItem[]
  /** In words: entries that are not included. */
  readonly missing?: readonly string[]
  readonly context: ViewContext
}

/** What is shown where something failed: it needs nothing but the list of entries, which cannot fail. */
export function EntryList({ items, missing = [], context }: EntryListProps): ReactElement {
  return (
    <Notice severity="error" title={messages(context.language)('sectionFailed')}>
      <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5 }}>
        {items.map(({ ref, position, resource, entry }) => (
          <li key={position} data-ref={ref} data-view="json">
            <Disclosure summary={<bdi>{`${typeOf(resource)} ${ref}`.trim()}</bdi>}>
              <JsonText value={entry} />
            </Disclosure>
          </li>
        ))}
        {missing.map((words) => (
          <li key={words}>
            <bdi>{words}</bdi>
          </li>
        ))}
      </Box>
    </Notice>
  )
}
