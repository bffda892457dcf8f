import Box from '@mui/material/Box'
import { useId, type ReactElement } from 'react'
import type { VerifiedBundle } from '../../core/openSHX'
import { bundleKey } from '../../core/whatChanged'
import { useLanguage } from '../../i18n/LanguageContext'
import { rendererFor } from '../../renderers/registry'
import type { ViewContext } from '../../renderers/renderer'
import { createFormat } from '../../renderers/tables/format'
import { messages } from '../messages'
import { recordMessages } from './recordMessages'
import { useViewContext } from './useViewContext'

export interface RecordChooserProps {
  readonly bundles: readonly VerifiedBundle[]
  /** Position of the one that is shown. */
  readonly index: number
  readonly onChoose: (key: string) => void
}

/**
 * Chooses one of several records, each with what it is, whose it is, how much it holds and its verdict. One that must
 * not be relied on is counted beside the box, so that nobody has to open the list to learn of it.
 */
export function RecordChooser({ bundles, index, onChoose }: RecordChooserProps): ReactElement {
  const { language } = useLanguage()
  const context = useViewContext()
  const t = recordMessages(language)
  const id = useId()
  const choose = (position: number): void => {
    const chosen = bundles[position]
    if (chosen) onChoose(bundleKey(chosen))
  }
  const bad = bundles.filter(({ verdict }) => verdict.status === 'invalid').length
  return (
    <Box sx={{ marginBlock: 2 }}>
      <Box component="label" htmlFor={id} sx={{ display: 'block', fontWeight: 600 }}>
        {t('choose', { count: bundles.length })}
      </Box>
      <Box
        component="select"
        id={id}
        data-shx-chooser=""
        value={index}
        onChange={(event) => choose(Number(event.target.value))}
        sx={CHOOSER}
      >
        {bundles.map((bundle, position) => (
          // Positions are what is chosen.
          <option key={position} value={position}>
            {optionWords(bundle, position + 1, context)}
          </option>
        ))}
      </Box>
      {bad > 0 && (
        <Box sx={{ marginBlockStart: 0.5, color: 'error.main', fontWeight: 600 }}>
          {bad === bundles.length ? t('noneReliable') : t('someNotReliable', { count: bad })}
        </Box>
      )}
    </Box>
  )
}

const CHOOSER = {
  marginBlockStart: 0.5,
  padding: 1.25,
  borderRadius: 2,
  border: '2px solid',
  borderColor: 'text.secondary',
  backgroundColor: 'background.paper',
  color: 'text.primary',
  font: 'inherit',
  maxWidth: '100%',
  textOverflow: 'ellipsis',
} as const

/** `2. Vaccination record · Ana Ruiz (verified, 4 entries)`. Whom a record names that is not to be relied on stays with it. */
function optionWords({ organized, verdict }: VerifiedBundle, number: number, context: ViewContext): string {
  const { language } = context
  const t = recordMessages(language)
  const renderer = rendererFor(organized)
  const count = t('entries', { count: organized.items.length })
  const common = {
    number,
    title: renderer.title(language, organized),
    status: `${messages(language)(`status_${verdict.status}`)}, ${count}`,
  }
  const [first, ...others] = verdict.status === 'invalid' ? [] : renderer.subjects(organized)
  const name = first && createFormat(organized, context).name(first.name)
  if (name === undefined) return t('optionUnnamed', common)
  return t('option', { ...common, name: others.length > 0 ? t('severalPeople', { name }) : name })
}
