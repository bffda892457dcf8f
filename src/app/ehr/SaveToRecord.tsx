import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useId, useState, type ReactElement } from 'react'
import type { EhrConnection } from '../../core/ehr/connection'
import { createSaver, type Saver } from '../../core/ehr/saver'
import type { ChangeMark } from '../../core/whatChanged'
import { useLanguage } from '../../i18n/LanguageContext'
import { useViewContext } from '../data/useViewContext'
import { useServices } from '../ServicesContext'
import { makeDocument, type Layout, type RecordToSave } from './makeDocument'
import { recordLayout } from './recordLayout'
import { recordKind, recordSubjects } from './recordSubjects'
import { SaveDialog, type SaveDialogProps } from './SaveDialog'
import { saveMessages } from './saveMessages'
import { createSaving } from './saving'
import { unreadSavesOf } from './unreadSaves'
import { useSaveTerms } from './useSaveTerms'

export interface SaveToRecordProps extends Omit<RecordToSave, 'context'> {
  readonly connection: EhrConnection
  /** Entries to be marked as new or changed. */
  readonly changes?: ReadonlyMap<string, ChangeMark> | undefined
  /** Lays the record out. Default: as it is shown, on paper. */
  readonly layoutOf?: (record: RecordToSave) => Layout
}

/** What was sent to a chart is remembered as long as its connection is, whichever record is shown meanwhile. */
const savers = new WeakMap<EhrConnection, Saver>()

function saverFor(connection: EhrConnection): Saver {
  const known = savers.get(connection)
  if (known) return known
  const saver = createSaver(connection)
  savers.set(connection, saver)
  return saver
}

/**
 * The button that saves the record to the chart, and the dialog behind it. Disabled, with the reason, where the EHR did
 * not allow it; not there at all where the deployment does not offer it.
 * `data-save-to-record` is a published contract: docs/dom-contract.md.
 */
export function SaveToRecord(props: SaveToRecordProps): ReactElement | null {
  const { connection, layoutOf = recordLayout, changes, ...own } = props
  const { language } = useLanguage()
  const { clock } = useServices()
  const t = saveMessages(language)
  const terms = useSaveTerms(connection)
  const record = { ...own, context: useViewContext(changes) }
  // With the record that is being decided about: an update may put another in its place meanwhile.
  const [opened, setOpened] = useState<Opened>()
  const reason = useId()
  if (!terms?.offered) return null
  const isGranted = connection.may('DocumentReference', 'c')
  const open = (): void => {
    const next = openedOn(record, connection, { layout: layoutOf(record), now: clock })
    setOpened(next)
    void next.saving.begin()
  }
  return (
    <Box sx={{ marginBlock: 1.5, '@media print': { display: 'none' } }}>
      <Button
        variant="outlined"
        disabled={!isGranted}
        aria-describedby={isGranted ? undefined : reason}
        onClick={open}
        data-save-to-record=""
      >
        {t('button')}
      </Button>
      {!isGranted && (
        <Box id={reason} sx={{ color: 'text.secondary', marginBlockStart: 0.5 }}>
          {t('notGranted')}
        </Box>
      )}
      {opened && (
        <SaveDialog
          {...opened}
          chart={connection.patient}
          forms={terms.forms}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Box>
  )
}

type Opened = Pick<SaveDialogProps, 'saving' | 'record' | 'followed'>

function openedOn(
  record: RecordToSave,
  connection: EhrConnection,
  { layout, now }: { readonly layout: Layout; readonly now: () => Date },
): Opened {
  const { organized, source } = record.verified
  const saving = createSaving({
    connection,
    saver: saverFor(connection),
    subjects: recordSubjects(organized),
    recordText: source.text,
    make: (form, about) => makeDocument(form, record, connection, { ...about, layout, now: now() }),
  })
  const about = { kind: recordKind(organized), at: now() }
  return { saving, record, followed: unreadSavesOf(connection).follow(saving, about) }
}
