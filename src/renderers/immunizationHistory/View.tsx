import Box from '@mui/material/Box'
import { useMemo, type ReactElement } from 'react'
import type { OrganizedBundle } from '../../core/organizeResources'
import { FieldList } from '../../ui/FieldList'
import { Notice } from '../../ui/Notice'
import { Section } from '../../ui/Section'
import type { ViewContext } from '../renderer'
import { ResourceTables } from '../tables/ResourceTables'
import { Words } from '../tables/Words'
import type { DiseaseLine } from './byDisease'
import type { Forecast } from './forecasts'
import { messages } from './messages'
import { toModel } from './model'

export interface ViewProps {
  readonly bundle: OrganizedBundle
  readonly context: ViewContext
}

export function View({ bundle, context }: ViewProps): ReactElement {
  const { doses, groups, diseases, forecasts, rest } = useMemo(
    () => toModel(bundle, context),
    [bundle, context],
  )
  const t = messages(context.language)
  return (
    <>
      <Box component="p" sx={{ marginBlock: 1, fontWeight: 600 }}>
        {doses === 0 ? t('noDoses') : t('doses', { count: doses })}
      </Box>
      {diseases.length > 0 && (
        <Section title={t('byDisease')} level={3}>
          <Box component="p" sx={{ marginBlock: 1, color: 'text.secondary' }}>
            {t('byDiseaseLead')}
          </Box>
          <Diseases lines={diseases} />
        </Section>
      )}
      {forecasts.length > 0 && (
        <Section title={t('forecasts')} level={3}>
          <Box component="p" sx={{ marginBlock: 1, color: 'text.secondary' }}>
            {t('forecastsLead')}
          </Box>
          <Forecasts forecasts={forecasts} context={context} />
        </Section>
      )}
      {groups.map(({ state, lead, table }) => (
        <Box key={state} data-group={state}>
          {lead !== undefined && (
            <Box sx={{ marginBlockStart: 2 }}>
              <Notice severity="warning">{lead}</Notice>
            </Box>
          )}
          <ResourceTables tables={[table]} bundle={bundle} context={context} headingLevel={3} />
        </Box>
      ))}
      {rest.length > 0 && (
        <Section title={t('alsoHere')} level={3}>
          <ResourceTables tables={rest} bundle={bundle} context={context} headingLevel={4} />
        </Section>
      )}
    </>
  )
}

/** Each disease with its doses, the newest first: what a vaccination book shows at a glance. */
function Diseases({ lines }: { readonly lines: readonly DiseaseLine[] }): ReactElement {
  return (
    <FieldList
      isCompact
      fields={lines.map(({ label, doses, dates, remark }) => ({
        label,
        value: (
          <>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
              <strong>{doses}</strong>
              {dates.map(({ ref, text }) => (
                <span key={ref} dir="auto">
                  {text}
                </span>
              ))}
            </Box>
            {remark !== undefined && (
              <Box component="div" sx={{ color: 'warning.main' }}>
                {remark}
              </Box>
            )}
          </>
        ),
      }))}
    />
  )
}

/** What is due, what is not, and what must not be given, each in words in front of its dates. */
function Forecasts({
  forecasts,
  context,
}: {
  readonly forecasts: readonly Forecast[]
  readonly context: ViewContext
}): ReactElement {
  return (
    <FieldList
      isCompact
      fields={forecasts.map(({ code, label, status, lines, isUrgent }) => ({
        label,
        value: (
          <Box data-forecast={code}>
            <Box component="strong" sx={isUrgent ? { color: 'error.main' } : {}}>
              {status}
            </Box>
            {lines.map((line) => (
              <div key={line} dir="auto">
                <Words text={line} context={context} />
              </div>
            ))}
          </Box>
        ),
      }))}
    />
  )
}
