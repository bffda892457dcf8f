import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState, type ReactElement } from 'react'
import type { VerifiedBundle } from '../../core/openSHX'
import type { ChangeMark } from '../../core/whatChanged'
import { useLanguage } from '../../i18n/LanguageContext'
import { isFramed } from '../../platform/framePolicy'
import { useViewContext } from '../data/useViewContext'
import { messages } from './messages'
import { PrintStyles } from './PrintStyles'
import { SAVE_ACTIONS } from './saveActions'
import { useSaving, type Saving } from './useSaving'

export interface SaveMenuProps {
  readonly verified: VerifiedBundle
  /** Host of the link that it came by, where it came by one. */
  readonly from?: string | undefined
  /** What the sender states of its file: `no-longer-valid` and others. */
  readonly status?: string | undefined
  /** Entries to be marked as new or changed. */
  readonly changes?: ReadonlyMap<string, ChangeMark> | undefined
}

/**
 * What can be done with the record that is open. An action is added as one entry of `SAVE_ACTIONS` with its label in
 * `messages.ts` and `messages.es.ts`; whatever is heavy is fetched with `import()` inside its `run`.
 */
export function SaveMenu({ verified, from, status, changes }: SaveMenuProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const context = useViewContext(changes)
  const { saving, run, cancel } = useSaving()
  const request = { verified, context, from, status }
  return (
    <Box sx={{ marginBlock: 1.5, '@media print': { display: 'none' } }}>
      <Button
        variant="outlined"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        data-save-menu=""
      >
        {t('menu')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)} transitionDuration={0}>
        {SAVE_ACTIONS.filter(({ offered }) => offered(request)).map((action) => (
          <MenuItem
            key={action.id}
            data-save-action={action.id}
            onClick={() => {
              setAnchor(null)
              void run(action, request)
            }}
          >
            {t(action.label)}
          </MenuItem>
        ))}
      </Menu>
      <SavingLine saving={saving} onCancel={cancel} />
      <PrintStyles request={request} />
    </Box>
  )
}

interface SavingLineProps {
  readonly saving: Saving
  readonly onCancel: () => void
}

/** How far it is, and how it ended. */
function SavingLine({ saving, onCancel }: SavingLineProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  return (
    <>
      <Box component="output" data-saving={saving.status} sx={{ marginInlineStart: 1.5 }}>
        {saving.status === 'busy' && (
          <>
            {saving.page === undefined ? t('making') : t('makingPage', { page: saving.page })}{' '}
            <Button size="small" onClick={onCancel}>
              {t('cancel')}
            </Button>
          </>
        )}
        {saving.status === 'cancelled' && t('cancelled')}
        {saving.status === 'saved' && <Saved name={saving.name} />}
      </Box>
      {saving.status === 'failed' && <p role="alert">{t('failed')}</p>}
    </>
  )
}

/** A page around the viewer may swallow a download without a word to anybody. */
function Saved({ name }: { readonly name: string }): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  return (
    <>
      {t('saved', { name })}
      {isFramed() && ` ${t('framed')}`}
    </>
  )
}
