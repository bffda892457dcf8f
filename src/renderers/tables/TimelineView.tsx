import Box from '@mui/material/Box'
import { useMemo, type ReactElement } from 'react'
import type { BundleItem, OrganizedBundle } from '../../core/organizeResources'
import type { Language } from '../../i18n/language'
import type { ViewContext } from '../renderer'
import { createFormat } from './format'
import { GoTo } from './GoTo'
import { sourceMessages } from './messagesSources'
import { toTimeline, type TimelineStep } from './timeline'

export interface TimelineViewProps {
  readonly item: BundleItem
  readonly bundle: OrganizedBundle
  readonly context: ViewContext
}

/** Who says what an entry says, how it is marked, and what happened to it. Nothing, where there is nothing to say. */
export function TimelineView({ item, bundle, context }: TimelineViewProps): ReactElement | null {
  const timeline = useMemo(() => toTimeline(item, createFormat(bundle, context)), [item, bundle, context])
  if (!timeline) return null
  const t = sourceMessages(context.language)
  const { sources, labels, steps } = timeline
  return (
    <Box data-sources="" sx={FRAME}>
      <Titled title={t('title')} lines={sources} />
      <Titled title={t('labels')} lines={labels} />
      {steps.length > 0 && (
        <>
          <Title>{t('history')}</Title>
          <TimelineSteps steps={steps} language={context.language} />
        </>
      )}
    </Box>
  )
}

const FRAME = {
  marginBlockEnd: 1.5,
  paddingBlock: 1,
  paddingInline: 1.5,
  borderRadius: 1,
  backgroundColor: 'action.hover',
} as const

interface TitledProps {
  readonly title: string
  readonly lines: readonly string[]
}

function Titled({ title, lines }: TitledProps): ReactElement | null {
  if (lines.length === 0) return null
  return (
    <>
      <Title>{title}</Title>
      {lines.map((line) => (
        <div key={line} dir="auto">
          {line}
        </div>
      ))}
    </>
  )
}

function Title({ children }: { readonly children: string }): ReactElement {
  return (
    <Box
      sx={{
        color: 'text.secondary',
        fontSize: '0.8125rem',
        fontWeight: 600,
        '* + &': { marginBlockStart: 1 },
      }}
    >
      {children}
    </Box>
  )
}

export interface TimelineStepsProps {
  readonly steps: readonly TimelineStep[]
  readonly language: Language
}

/** What happened, one below the other along a line. */
export function TimelineSteps({ steps, language }: TimelineStepsProps): ReactElement {
  return (
    <Box component="ol" data-timeline="" sx={STEPS}>
      {steps.map(({ when, what, lines, ref }, index) => (
        // What happened does not change its order.
        <li key={index}>
          <div dir="auto">
            <strong>{what}</strong> · {when}
          </div>
          {lines.map((line) => (
            <div key={line} dir="auto">
              {line}
            </div>
          ))}
          {ref !== undefined && <GoTo goal={{ kind: 'ref', ref }}>{sourceMessages(language)('goTo')}</GoTo>}
        </li>
      ))}
    </Box>
  )
}

const STEPS = {
  listStyle: 'none',
  margin: 0,
  marginInlineStart: '5px',
  padding: 0,
  borderInlineStart: '2px solid',
  borderColor: 'divider',
  '& > li': { position: 'relative', paddingInlineStart: 2, paddingBlock: 0.5 },
  '& > li::before': {
    content: '""',
    position: 'absolute',
    insetInlineStart: '-6px',
    insetBlockStart: '0.75em',
    width: '10px',
    height: '10px',
    borderRadius: '50%',
    backgroundColor: 'text.secondary',
  },
} as const
