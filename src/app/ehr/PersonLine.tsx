import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import type { Patient } from '../../core/fhir/types'
import type { Format } from '../../renderers/tables/format'
import { messages } from '../messages'

export interface PersonLineProps {
  readonly label: string
  readonly patient: Patient
  readonly format: Format
}

/** A person in one line, by name and birth date. */
export function PersonLine({ label, patient, format }: PersonLineProps): ReactElement {
  const t = messages(format.context.language)
  const born = format.date(patient.birthDate)
  return (
    <Box component="span" sx={{ display: 'block' }}>
      {label}: <bdi translate="no">{format.name(patient.name) ?? t('nameNotStated')}</bdi>,{' '}
      {born === undefined ? t('birthDateNotStated') : t('bornOn', { date: born })}
    </Box>
  )
}
