import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import { plainText } from '../../core/plainText'
import { Copyable } from '../../ui/Copyable'
import { LINE_WITH_BUTTON } from '../../ui/copyStyles'
import type { ViewContext } from '../renderer'
import type { Limits } from './limits'
import { messages } from './messages'
import type { PersonOnCard } from './people'

const TABLE = {
  width: '100%',
  borderCollapse: 'collapse',
  '& th, & td': {
    paddingBlock: 0.75,
    paddingInlineEnd: 1.5,
    textAlign: 'start',
    verticalAlign: 'top',
    // Not `anywhere`: an amount must not be broken after one of its digits.
    overflowWrap: 'break-word',
    borderBlockEnd: '1px solid',
    borderColor: 'divider',
    fontWeight: 400,
  },
  '& thead th': { color: 'text.secondary', fontSize: '0.875rem' },
} as const

export interface LimitsTableProps {
  readonly limits: Limits
  readonly context: ViewContext
}

/** Deductibles and the most that is paid out of pocket. An empty cell says so: it is not $0. */
export function LimitsTable({ limits, context }: LimitsTableProps): ReactElement {
  const t = messages(context.language)
  return (
    <Box component="table" data-limits sx={TABLE}>
      <thead>
        <tr>
          <th scope="col">{t('limit')}</th>
          {limits.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {limits.rows.map(({ label, cells }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {cells.map((lines, position) => (
              <td key={limits.columns[position]} dir="auto">
                {lines.length === 0 ? (
                  <Box component="span" sx={{ color: 'text.secondary' }}>
                    {t('notStated')}
                  </Box>
                ) : (
                  lines.map((line, index) => (
                    // Lines repeat, and never change their order.
                    <Box key={index} sx={{ fontWeight: index === 0 ? 600 : 400 }}>
                      {line}
                    </Box>
                  ))
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

export interface PeopleTableProps {
  readonly people: readonly PersonOnCard[]
  readonly context: ViewContext
}

/** Everybody on the card with their numbers; the one whom this coverage is about is marked in words. */
export function PeopleTable({ people, context }: PeopleTableProps): ReactElement {
  const t = messages(context.language)
  return (
    <Box component="table" data-people sx={TABLE}>
      <thead>
        <tr>
          <th scope="col">{t('person')}</th>
          <th scope="col">{t('memberId')}</th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ name, number, isInsured, isSubscriber }, index) => {
          const roles = [isInsured && t('thisPerson'), isSubscriber && t('isSubscriber')].filter(
            (role) => role !== false,
          )
          return (
            // People may have the same name, and never change places.
            <tr key={index}>
              <th scope="row">
                <Box component="bdi" sx={{ fontWeight: isInsured ? 700 : 400 }}>
                  {name ?? t('notStated')}
                </Box>
                {roles.length > 0 && ` (${roles.join(', ')})`}
              </th>
              <td>
                {number === undefined ? (
                  t('notStated')
                ) : (
                  <Box sx={LINE_WITH_BUTTON}>
                    <Copyable
                      label={name === undefined ? t('memberId') : `${t('memberId')}, ${name}`}
                      text={plainText(number)}
                    >
                      <Box component="bdi" translate="no" sx={{ userSelect: 'all' }}>
                        {number}
                      </Box>
                    </Copyable>
                  </Box>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </Box>
  )
}
