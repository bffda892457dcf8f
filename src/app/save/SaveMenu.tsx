import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState, type ReactElement } from 'react'
import type { VerifiedBundle } from '../../core/openSHX'
import { useLanguage } from '../../i18n/LanguageContext'
import { messages } from './messages'
import { SAVE_ACTIONS, type SaveAction } from './saveActions'

export interface SaveMenuProps {
  readonly verified: VerifiedBundle
}

/**
 * What can be done with the record that is open. An action is added as one entry of `SAVE_ACTIONS` with its label in
 * `messages.ts` and `messages.es.ts`; whatever is heavy is fetched with `import()` inside its `run`.
 */
export function SaveMenu({ verified }: SaveMenuProps): ReactElement {
  const { language } = useLanguage()
  const t = messages(language)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [failed, setFailed] = useState(false)
  const choose = async (action: SaveAction): Promise<void> => {
    setAnchor(null)
    setFailed(false)
    try {
      await action.run(verified)
    } catch {
      setFailed(true)
    }
  }
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
        {SAVE_ACTIONS.filter(({ offered }) => offered(verified)).map((action) => (
          <MenuItem key={action.id} data-save-action={action.id} onClick={() => void choose(action)}>
            {t(action.label)}
          </MenuItem>
        ))}
      </Menu>
      {failed && <p role="alert">{t('failed')}</p>}
    </Box>
  )
}
