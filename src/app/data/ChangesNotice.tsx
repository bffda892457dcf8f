import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import type { ReactElement } from 'react'
import type { VerifiedBundle } from '../../core/openSHX'
import { typeOf, type BundleItem } from '../../core/organizeResources'
import { bundleKey, type BundleChanges, type Changes } from '../../core/whatChanged'
import { useLanguage } from '../../i18n/LanguageContext'
import { rendererFor } from '../../renderers/registry'
import type { ViewContext } from '../../renderers/renderer'
import { createFormat, type Format } from '../../renderers/tables/format'
import { Notice } from '../../ui/Notice'
import { useServices } from '../ServicesContext'
import { linkMessages } from './linkMessages'
import { showEntry } from './showEntry'
import { useViewContext } from './useViewContext'

/** Entries that are named; more are counted. */
const MOST_NAMED = 20

export interface ChangesNoticeProps {
  readonly changes: Changes
  readonly bundles: readonly VerifiedBundle[]
  /** Position of the bundle that is shown. */
  readonly index: number
  readonly onChoose: (key: string) => void
}

/** What is new, changed or gone since the reader looked, with a way to each; until the reader has seen it. */
export function ChangesNotice({ changes, bundles, index, onChoose }: ChangesNoticeProps): ReactElement {
  const { language } = useLanguage()
  const { session } = useServices()
  const t = linkMessages(language)
  const context = useViewContext()
  const count = changes.bundles.reduce((sum, one) => sum + countOf(one), changes.removed.length)
  return (
    <Box sx={{ marginBlock: 2 }} data-shx-changes={count}>
      <Notice
        severity="info"
        announce="polite"
        title={t('changesTitle', { count })}
        action={
          <Button variant="outlined" onClick={session.acknowledge}>
            {t('seen')}
          </Button>
        }
      >
        <Box component="ul" sx={{ marginBlock: 0.5, paddingInlineStart: 2.5 }}>
          {bundles.map((bundle, position) => {
            const own = changes.bundles[position]
            if (!own || countOf(own) === 0) return null
            const key = bundleKey(bundle)
            if (position === index)
              return <ChangesHere key={key} bundle={bundle} own={own} context={context} />
            return (
              <li key={key}>
                <Link component="button" type="button" onClick={() => onChoose(key)}>
                  {t('changesElsewhere', { number: position + 1, count: countOf(own) })}
                </Link>
              </li>
            )
          })}
          {changes.removed.map((bundle) => (
            <li key={bundleKey(bundle)}>
              {t('recordGone', { title: rendererFor(bundle.organized).title(language, bundle.organized) })}
            </li>
          ))}
        </Box>
      </Notice>
    </Box>
  )
}

const countOf = ({ marks, removed }: BundleChanges): number => marks.size + removed.length

interface ChangesHereProps {
  readonly bundle: VerifiedBundle
  readonly own: BundleChanges
  readonly context: ViewContext
}

function ChangesHere({ bundle, own, context }: ChangesHereProps): ReactElement {
  const { language } = useLanguage()
  const t = linkMessages(language)
  const format = createFormat(bundle.organized, context)
  const marked = bundle.organized.items.filter(({ ref }) => own.marks.has(ref))
  const rest = Math.max(0, marked.length - MOST_NAMED)
  return (
    <>
      {marked.slice(0, MOST_NAMED).map((item) => (
        <li key={item.position}>
          {t(`change_${own.marks.get(item.ref) ?? 'new'}`)}:{' '}
          <Link component="button" type="button" onClick={() => showEntry(item.ref)}>
            <bdi>{nameOf(item, format)}</bdi>
          </Link>
        </li>
      ))}
      {rest > 0 && <li>{t('moreChanges', { count: rest })}</li>}
      {own.removed.map((item) => (
        <li key={`removed ${item.position}`}>
          {t('change_removed')}: <bdi>{nameOf(item, format)}</bdi>
        </li>
      ))}
    </>
  )
}

/** The kind of entry, and what it is called where it has a name. */
function nameOf(item: BundleItem, format: Format): string {
  const type = typeOf(item.resource)
  const kind = format.speech.type(type) ?? (type === '' ? item.ref : type)
  const label = format.label(item.resource, item)
  return label === undefined ? kind : `${kind}: ${label}`
}
