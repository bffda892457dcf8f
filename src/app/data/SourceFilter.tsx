import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo, type ReactElement } from 'react'
import type { OrganizedBundle } from '../../core/organizeResources'
import { useLanguage } from '../../i18n/LanguageContext'
import { kindsIn, type SourceKind } from '../../renderers/tables/sourceKinds'
import { sourceFilterMessages } from './sourceFilterMessages'

export interface SourceFilterProps {
  readonly bundle: OrganizedBundle
  /** Whose entries alone are shown; `undefined`: everybody's. */
  readonly only: SourceKind | undefined
  readonly onChange: (only: SourceKind | undefined) => void
}

/**
 * Chooses whose entries are shown, where a record has entries from several sides. While something is hidden the reader
 * is told how much, and one button shows all of it again. Printing shows all of it in any case.
 */
export function SourceFilter({ bundle, only, onChange }: SourceFilterProps): ReactElement | null {
  const { language } = useLanguage()
  const t = sourceFilterMessages(language)
  const { total, counts } = useMemo(() => kindsIn(bundle), [bundle])
  if (counts.size < 2) return null
  const hidden = only === undefined ? 0 : total - (counts.get(only) ?? 0)
  return (
    <>
      <Box component="fieldset" aria-label={t('lead')} sx={CHIPS}>
        <Box component="span" sx={{ alignSelf: 'center', color: 'text.secondary' }}>
          {t('lead')}
        </Box>
        {[...counts].map(([kind, count]) => (
          <Button
            key={kind}
            size="small"
            variant={kind === only ? 'contained' : 'outlined'}
            aria-pressed={kind === only}
            data-filter={kind}
            onClick={() => onChange(kind === only ? undefined : kind)}
          >
            {t('chip', { kind: t(kind), count })}
          </Button>
        ))}
      </Box>
      <Box component="output" sx={only === undefined ? {} : HIDES}>
        {only !== undefined && (
          <>
            <span>{t('hides', { count: hidden })}</span>
            <Button size="small" variant="outlined" data-show-all="" onClick={() => onChange(undefined)}>
              {t('showAll')}
            </Button>
          </>
        )}
      </Box>
    </>
  )
}

const CHIPS = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 1,
  margin: 0,
  marginBlock: 1.5,
  padding: 0,
  border: 0,
  '@media print': { display: 'none' },
} as const

/** Stays in sight: nobody may scroll through what is left and take it for everything. */
const HIDES = {
  position: 'sticky',
  insetBlockStart: 0,
  zIndex: 1,
  display: 'flex',
  flexWrap: 'wrap',
  gap: 1,
  alignItems: 'center',
  paddingBlock: 1,
  marginBlockEnd: 1,
  fontWeight: 600,
  backgroundColor: 'background.paper',
  '@media print': { display: 'none' },
} as const
