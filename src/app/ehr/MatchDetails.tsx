import Box from '@mui/material/Box'
import type { SxProps, Theme } from '@mui/material/styles'
import type { ReactElement } from 'react'
import type { ChartMatch, FieldMatch } from '../../core/ehr/chartPatient'
import type { Patient } from '../../core/fhir/types'
import type { OrganizedBundle } from '../../core/organizeResources'
import type { ViewContext } from '../../renderers/renderer'
import { createFormat, type Format } from '../../renderers/tables/format'
import { chartFormat } from './chartWords'
import { patientMessages } from './patientMessages'

export interface MatchDetailsProps {
  readonly match: ChartMatch
  readonly chart: Patient
  readonly bundle: OrganizedBundle
  readonly context: ViewContext
}

/** What was compared, person by person: the chart's value beside the record's. */
export function MatchDetails({ match, chart, bundle, context }: MatchDetailsProps): ReactElement {
  const t = patientMessages(context.language)
  const { subjects, tooMany } = match
  const [ofChart, ofRecord] = [chartFormat(chart, context), createFormat(bundle, context)]
  return (
    <>
      {subjects.length === 0 && <p>{t('nobody')}</p>}
      {tooMany && <p>{t('tooMany')}</p>}
      {subjects.map((subject, index) => (
        // Two people may share name and birth date.
        <Box component="table" key={index} sx={TABLE} data-match-subject={subject.kind}>
          <Caption match={match} index={index} context={context} />
          <thead>
            <tr>
              <th scope="col">{t('compared')}</th>
              <th scope="col">{t('inChart')}</th>
              <th scope="col">{t('inRecord')}</th>
            </tr>
          </thead>
          <tbody>
            {subject.fields.map((field) => (
              <tr key={field.field}>
                <th scope="row">
                  {t(`field_${field.field}`)}
                  <Box sx={field.answer === 'different' ? DIFFERENT : {}}>{t(`answer_${field.answer}`)}</Box>
                </th>
                <Value
                  label={t('inChart')}
                  words={valueOf(field, chart, 'chart', ofChart)}
                  context={context}
                />
                <Value
                  label={t('inRecord')}
                  words={valueOf(field, subject.subject.patient, 'record', ofRecord)}
                  context={context}
                />
              </tr>
            ))}
          </tbody>
        </Box>
      ))}
    </>
  )
}

interface CaptionProps extends Pick<MatchDetailsProps, 'match' | 'context'> {
  readonly index: number
}

/** Which of several people, and as what the record names them. */
function Caption({ match, index, context }: CaptionProps): ReactElement | null {
  const t = patientMessages(context.language)
  const count = match.subjects.length
  const role = match.subjects[index]?.subject.role
  if (count === 1 && role !== 'subscriber') return null
  const person = t('personOf', { number: index + 1, count })
  if (role !== 'insured' && role !== 'subscriber') return <caption>{person}</caption>
  return (
    <caption>
      {person}: {t(role === 'insured' ? 'roleInsured' : 'roleSubscriber')}
    </caption>
  )
}

function valueOf(
  { field, identifiers }: FieldMatch,
  patient: Patient,
  side: 'chart' | 'record',
  format: Format,
): string | undefined {
  switch (field) {
    case 'name':
      return format.name(patient.name)
    case 'birthDate':
      return format.date(patient.birthDate)
    case 'identifier':
      return format.identifier(identifiers?.[side])
    default:
      return field satisfies never
  }
}

interface ValueProps {
  /** Whose it is; seen where there is no room for the heads of columns. */
  readonly label: string
  readonly words: string | undefined
  readonly context: ViewContext
}

function Value({ label, words, context }: ValueProps): ReactElement {
  return (
    <td data-label={label}>
      {words === undefined ? (
        patientMessages(context.language)('notStated')
      ) : (
        <bdi translate="no">{words}</bdi>
      )}
    </td>
  )
}

const DIFFERENT: SxProps<Theme> = { fontWeight: 700, color: 'error.main' }

const TABLE: SxProps<Theme> = {
  borderCollapse: 'collapse',
  marginBlock: 1,
  overflowWrap: 'anywhere',
  '& caption': { textAlign: 'start', fontWeight: 600, paddingBlockEnd: 0.5 },
  '& th, & td': {
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: 400,
    paddingBlock: 0.5,
    paddingInlineEnd: 2,
    borderBlockStart: '1px solid',
    borderColor: 'divider',
  },
  '& thead th': { fontWeight: 600 },
  // On a phone, and at 400 % zoom, the values stand one below the other: three columns would break names apart.
  '& thead': { display: { xs: 'none', sm: 'table-header-group' } },
  '& tbody th, & tbody td': { display: { xs: 'block', sm: 'table-cell' } },
  '& tbody td': {
    borderBlockStartWidth: { xs: 0, sm: 1 },
    '&::before': { display: { xs: 'inline', sm: 'none' }, content: 'attr(data-label) ": "' },
  },
}
