import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactElement } from 'react'
import { ACCEPTS, type Accept } from '../../core/ehr/inspector'
import { useLanguage } from '../../i18n/LanguageContext'
import { AS_TYPED, BOX_STYLE, LabelledBox } from '../../ui/LabelledBox'
import { messages } from './messages'

export interface PathFormProps {
  readonly path: string
  readonly accept: Accept
  readonly isAsking: boolean
  readonly onPath: (path: string) => void
  readonly onAccept: (accept: Accept) => void
  readonly onAsk: () => void
  readonly onCancel: () => void
  /** Absent while there is nothing to forget. */
  readonly onForget: (() => void) | undefined
}

/** The path to read, and the form to ask for it in. */
export function PathForm(props: PathFormProps): ReactElement {
  const { path, accept, isAsking, onPath, onAccept, onAsk, onCancel, onForget } = props
  const t = messages(useLanguage().language)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onAsk()
      }}
    >
      <LabelledBox
        label={t('pathLabel')}
        hint={t('pathHint')}
        renderBox={(id, hintId) => (
          <Box
            component="input"
            id={id}
            aria-describedby={hintId}
            data-shx-input="inspector"
            value={path}
            onChange={(event) => onPath(event.target.value)}
            {...AS_TYPED}
            sx={BOX_STYLE}
          />
        )}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', marginBlockEnd: 1.5 }}>
        <AcceptChoice accept={accept} onAccept={onAccept} />
        <Button type="submit" variant="contained">
          {t('read')}
        </Button>
        {isAsking && (
          <Button variant="outlined" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
        {onForget && <Button onClick={onForget}>{t('forget')}</Button>}
      </Box>
    </form>
  )
}

function AcceptChoice({ accept, onAccept }: Pick<PathFormProps, 'accept' | 'onAccept'>): ReactElement {
  const t = messages(useLanguage().language)
  return (
    <Box component="label" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      {t('acceptLabel')}
      <Box
        component="select"
        value={accept}
        onChange={(event) => onAccept(ACCEPTS.find((one) => one === event.target.value) ?? accept)}
        sx={{ ...BOX_STYLE, width: 'auto', padding: 1 }}
      >
        {ACCEPTS.map((one) => (
          <option key={one} value={one}>
            {one === '*/*' ? t('acceptAny') : one}
          </option>
        ))}
      </Box>
    </Box>
  )
}
