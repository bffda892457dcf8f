import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { SxProps, Theme } from '@mui/material/styles'
import { useEffect, useId, useSyncExternalStore, type ReactElement } from 'react'
import type { EhrConnection } from '../../core/ehr/connection'
import { formatInstant } from '../../i18n/values'
import { askBeforeUnload } from '../../platform/unload'
import { Notice } from '../../ui/Notice'
import { useViewContext } from '../data/useViewContext'
import { chartFormat } from './chartWords'
import { PersonLine } from './PersonLine'
import { WhyBlocked } from './SaveBlocked'
import { Results } from './SaveResults'
import { saveMessages } from './saveMessages'
import { isInChart } from './saving'
import { unreadSavesOf, type SaveEnd, type UnreadSave } from './unreadSaves'
import { Wait } from './SaveWait'

export interface UnreadSavesNoticeProps {
  readonly connection: EhrConnection
}

/**
 * What became of saves whose dialog went away with its record, above every screen until somebody says to have read it.
 * `data-save-unread` is a published contract: docs/dom-contract.md.
 */
export function UnreadSavesNotice({ connection }: UnreadSavesNoticeProps): ReactElement {
  const unread = unreadSavesOf(connection)
  const saves = useSyncExternalStore(unread.subscribe, unread.list)
  const isSaving = saves.some(({ end }) => end.phase === 'saving')
  useEffect(() => (isSaving ? askBeforeUnload() : undefined), [isSaving])
  const onRead = (id: number): void => {
    unread.dismiss(id)
    // The button that was pressed is gone with the notice.
    document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true })
  }
  return (
    <>
      {saves.map((save) => (
        <Unread key={save.id} save={save} chart={connection.patient} onRead={() => onRead(save.id)} />
      ))}
    </>
  )
}

interface UnreadProps {
  readonly save: UnreadSave
  readonly chart: EhrConnection['patient']
  readonly onRead: () => void
}

function Unread({ save, chart, onRead }: UnreadProps): ReactElement {
  const context = useViewContext()
  const t = saveMessages(context.language)
  const title = useId()
  const { kind, at, end } = save
  const isOver = end.phase !== 'saving'
  return (
    <Box component="section" aria-labelledby={title} data-save-unread={end.phase} sx={FRAME}>
      <Box component="h2" id={title} sx={{ marginBlock: 0, fontSize: '1.125rem' }}>
        {t('unreadWhat', { kind: t(`kind_${kind}`) })}
      </Box>
      <PersonLine label={t('ofChart')} patient={chart} format={chartFormat(chart, context)} />
      <Box component="p" sx={{ marginBlock: 1 }}>
        {t('unreadWhen', { date: formatInstant(at, context.language) ?? '' })}
      </Box>
      <End save={save} />
      {isOver && !isAllInChart(end) && <p>{t('unreadAgain')}</p>}
      {isOver && (
        <Button variant="contained" onClick={onRead} data-save-read="">
          {t('unreadClose')}
        </Button>
      )}
    </Box>
  )
}

const isAllInChart = (end: SaveEnd): boolean =>
  end.phase === 'done' && end.left.length === 0 && end.saved.every(isInChart)

function End({ save: { end, stop } }: { readonly save: UnreadSave }): ReactElement {
  const t = saveMessages(useViewContext().language)
  switch (end.phase) {
    case 'saving':
      return <Wait words={t(`step_${end.step}`)} stop={t('stop')} onStop={stop} />
    case 'blocked':
      return <WhyBlocked {...end} />
    case 'changed':
      return <Notice severity="warning" announce="assertive" title={t('unreadChanged')} />
    case 'done':
      return <Results {...end} />
    default:
      return end satisfies never
  }
}

const FRAME: SxProps<Theme> = {
  marginBlockEnd: 2,
  padding: 2,
  border: '2px solid',
  borderColor: 'divider',
  borderRadius: 2,
  backgroundColor: 'background.paper',
  overflowWrap: 'anywhere',
  '@media print': { display: 'none' },
}
