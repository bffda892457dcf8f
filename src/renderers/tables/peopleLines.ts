import { formatAddress } from '../../core/fhir/person'
import { field, flatList } from '../../core/fhir/shape'
import type { Format } from './format'
import { isMaker, sortedAddresses, sortedIdentifiers, sortedTelecoms } from './formatPeople'
import { copied, linesOf } from './lines'
import type { CellLine } from './table'

/** One line for each Identifier, those in use first; its number is copied. */
export const identifierLines = (value: unknown, f: Format): readonly CellLine[] =>
  linesOf(sortedIdentifiers(flatList(value), f), f, (identifier) =>
    copied(f.identifier(identifier), isMaker(identifier) ? undefined : field(identifier, 'value')),
  )

/** One line for each telephone, e-mail or other ContactPoint, the one to try first on top. */
export const telecomLines = (value: unknown, f: Format): readonly CellLine[] =>
  linesOf(sortedTelecoms(flatList(value), f), f, (telecom) =>
    copied(f.telecom(telecom), field(telecom, 'value')),
  )

/** One line for each Address, those in use first; copied in one line without what it is for. */
export const addressLines = (value: unknown, f: Format): readonly CellLine[] =>
  linesOf(sortedAddresses(flatList(value), f), f, (address) =>
    copied(f.address(address), formatAddress(address)),
  )
