import Box from '@mui/material/Box'
import type { ReactElement } from 'react'
import { field, text } from '../../core/fhir/shape'
import { formatAddress } from '../../core/fhir/person'
import type { Patient } from '../../core/fhir/types'
import { plainText } from '../../core/plainText'
import type { Format } from '../../renderers/tables/format'
import { sortedAddresses, sortedIdentifiers, sortedTelecoms } from '../../renderers/tables/formatPeople'
import { Copyable } from '../../ui/Copyable'
import { LINE_WITH_BUTTON } from '../../ui/copyStyles'
import { Disclosure } from '../../ui/Disclosure'
import { FieldList } from '../../ui/FieldList'
import { messages } from '../messages'

export interface SubjectDetailsProps {
  readonly subject: Patient
  readonly format: Format
}

interface Line {
  readonly label: string
  /** As it is shown: with what kind of number it is, and whether it is a former one. */
  readonly words: string
  /** As it is typed into a form. */
  readonly plain: string
}

/** Numbers, telephones and addresses of a person, one click away, each to be copied as it is typed into a form. */
export function SubjectDetails({ subject, format }: SubjectDetailsProps): ReactElement | null {
  const t = messages(format.context.language)
  const lines = linesOf(subject, format)
  if (lines.length === 0) return null
  return (
    <Disclosure summary={t('personDetails')}>
      <FieldList
        fields={lines.map(({ label, words, plain }) => ({
          label,
          value: (
            <Box sx={LINE_WITH_BUTTON}>
              <Copyable label={`${label}, ${words}`} text={plainText(plain)}>
                <bdi translate="no">{words}</bdi>
              </Copyable>
            </Box>
          ),
        }))}
      />
    </Disclosure>
  )
}

const line = (label: string, words: string | undefined, plain: string | undefined): readonly Line[] =>
  words === undefined ? [] : [{ label, words, plain: plain ?? words }]

function linesOf(subject: Patient, f: Format): readonly Line[] {
  const t = messages(f.context.language)
  return [
    ...sortedIdentifiers(subject.identifier, f).flatMap((identifier) =>
      line(t('personNumber'), f.identifier(identifier), text(field(identifier, 'value'))),
    ),
    ...sortedTelecoms(subject.telecom, f).flatMap((telecom) =>
      line(t('personTelecom'), f.telecom(telecom), text(field(telecom, 'value'))),
    ),
    ...sortedAddresses(subject.address, f).flatMap((address) =>
      line(t('personAddress'), f.address(address), formatAddress(address)),
    ),
  ]
}
