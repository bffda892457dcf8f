import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useId, useMemo, useState, useSyncExternalStore, type ReactElement } from 'react'
import type { OrganizedBundle } from '../../core/organizeResources'
import { ErrorBoundary } from '../../ui/ErrorBoundary'
import { Notice } from '../../ui/Notice'
import { usePrinting } from '../../ui/printing'
import type { ViewContext } from '../renderer'
import { createFormat } from './format'
import { GoTo } from './GoTo'
import { messages } from './messagesGlance'
import { Words } from './Words'
import { toGlance } from './glance/glance'
import { GLANCE } from './glanceStyles'
import type { GlanceGroup, GlanceItem, GlanceNote, GlanceSource } from './glance/types'

export interface GlanceProps extends GlanceSource {
  readonly bundle: OrganizedBundle
  readonly context: ViewContext
}

/**
 * A strip that says in ten seconds what matters. It repeats what follows: if it fails, nothing is lost but time. It then
 * fails as a whole and says so, because a strip without one of the allergies would be worse than none.
 */
export function Glance(props: GlanceProps): ReactElement {
  const failed = <Notice severity="warning">{messages(props.context.language)('failed')}</Notice>
  return (
    <ErrorBoundary name="glance" resetKey={props.context} fallback={failed}>
      <Strip {...props} />
    </ErrorBoundary>
  )
}

function Strip({
  bundle,
  context,
  items,
  sections,
  subject,
  isSummary = false,
}: GlanceProps): ReactElement | null {
  const version = useSyncExternalStore(context.codes.subscribe, context.codes.version)
  const groups = useMemo(
    () =>
      toGlance(
        { items, isSummary, ...(sections && { sections }), ...(subject && { subject }) },
        createFormat(bundle, context),
      ),
    // oxlint-disable-next-line react/exhaustive-deps -- a new version means better words for the same codes
    [bundle, context, items, sections, subject, isSummary, version],
  )
  const t = messages(context.language)
  const id = useId()
  if (groups.length === 0) return null
  return (
    <Box component="section" aria-labelledby={id} data-glance="" sx={GLANCE}>
      <h3 id={id}>{t('title')}</h3>
      <p>{t('intro')}</p>
      <dl>
        {groups.map((group) => (
          <Group key={group.id} group={group} context={context} />
        ))}
      </dl>
    </Box>
  )
}

/** So many at once; a few more are not worth a button. */
const FIRST = 8
const SLACK = 2

function Group({
  group,
  context,
}: {
  readonly group: GlanceGroup
  readonly context: ViewContext
}): ReactElement {
  const t = messages(context.language)
  const [all, showAll] = useState(false)
  const printing = usePrinting()
  const { id, title, items, notes } = group
  const shown = all || printing || items.length <= FIRST + SLACK ? items : items.slice(0, FIRST)
  const rest = items.length - FIRST
  return (
    <div data-glance-group={id}>
      <dt>{items.length > 1 ? t('countedTitle', { title, count: items.length }) : title}</dt>
      <dd>
        {items.length > 0 && (
          <ul>
            {shown.map((item, index) => (
              // Items may repeat, and never change their order.
              <Item key={index} item={item} context={context} />
            ))}
          </ul>
        )}
        {items.length > FIRST + SLACK && (
          <Link component="button" type="button" className="more screen-only" onClick={() => showAll(!all)}>
            {all ? t('fewer') : t('more', { count: rest })}
          </Link>
        )}
        {notes.map((note) => (
          <Note key={`${note.kind} ${note.text}`} note={note} />
        ))}
      </dd>
    </div>
  )
}

function Item({ item, context }: { readonly item: GlanceItem; readonly context: ViewContext }): ReactElement {
  return (
    <li>
      <GoTo goal={{ kind: 'ref', ref: item.ref }}>
        <bdi>
          <Words text={item.text} context={context} />
        </bdi>
        {item.detail !== undefined && (
          <>
            {': '}
            <bdi>
              <Words text={item.detail} context={context} />
            </bdi>
          </>
        )}
      </GoTo>
      {item.date !== undefined && <span className="when">{item.date}</span>}
      {item.marks.map(({ code, tone, text }) => (
        <span key={text} className="mark" data-mark={code} data-tone={tone}>
          <bdi>{text}</bdi>
        </span>
      ))}
    </li>
  )
}

function Note({ note }: { readonly note: GlanceNote }): ReactElement {
  const { kind, text, goal } = note
  const words = <span dir="auto">{text}</span>
  return (
    <div className="note" data-note={kind}>
      {goal ? <GoTo goal={goal}>{words}</GoTo> : words}
    </div>
  )
}
