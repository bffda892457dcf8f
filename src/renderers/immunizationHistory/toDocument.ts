import type { OrganizedBundle } from '../../core/organizeResources'
import type { DocumentPart } from '../document'
import type { ViewContext } from '../renderer'
import { tableParts } from '../tables/toParts'
import type { DiseaseLine } from './byDisease'
import type { Forecast } from './forecasts'
import { messages } from './messages'
import { toModel } from './model'

/** A vaccination record for paper: by disease, what is recommended, then every entry, what does not count apart. */
export function toDocument(bundle: OrganizedBundle, context: ViewContext): readonly DocumentPart[] {
  const { doses, groups, diseases, forecasts, rest } = toModel(bundle, context)
  const t = messages(context.language)
  return [
    { kind: 'text', weight: 'strong', lines: [doses === 0 ? t('noDoses') : t('doses', { count: doses })] },
    ...(diseases.length === 0 ? [] : diseaseParts(diseases, context)),
    ...(forecasts.length === 0 ? [] : forecastParts(forecasts, context)),
    ...groups.flatMap(({ lead, table }): readonly DocumentPart[] => {
      const [heading, ...rows] = tableParts([table], bundle, context, 2)
      // Below the heading of the rows that it is about: in front of it, it would belong to those before.
      const about = lead === undefined ? [] : [{ kind: 'note', severity: 'warning', text: lead } as const]
      return [...(heading ? [heading] : []), ...about, ...rows]
    }),
    ...(rest.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: t('alsoHere') } as const,
          ...tableParts(rest, bundle, context, 3),
        ]),
  ]
}

function diseaseParts(lines: readonly DiseaseLine[], context: ViewContext): readonly DocumentPart[] {
  const t = messages(context.language)
  return [
    { kind: 'heading', level: 2, text: t('byDisease') },
    { kind: 'text', weight: 'quiet', lines: [t('byDiseaseLead')] },
    {
      kind: 'fields',
      fields: lines.map(({ label, doses, dates, remark }) => ({
        label,
        lines: [doses, ...dates.map(({ text }) => text), ...(remark === undefined ? [] : [remark])],
      })),
    },
  ]
}

function forecastParts(forecasts: readonly Forecast[], context: ViewContext): readonly DocumentPart[] {
  const t = messages(context.language)
  return [
    { kind: 'heading', level: 2, text: t('forecasts') },
    { kind: 'text', weight: 'quiet', lines: [t('forecastsLead')] },
    {
      kind: 'fields',
      fields: forecasts.map(({ label, status, lines }) => ({ label, lines: [status, ...lines] })),
    },
  ]
}
