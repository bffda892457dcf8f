import { COPY_FIELDS, type CopyField, type CopyingConfig } from '../copying'
import { byLanguage } from './byLanguage'
import { list, oneOf, whole, type Reader, type Readers } from './reader'

/** Characters of a label. */
const LONGEST_LABEL = 60

const copyField: Reader<CopyField> = whole(
  { field: oneOf(COPY_FIELDS) },
  { label: byLanguage(LONGEST_LABEL) },
)

export const copying: Readers<CopyingConfig> = { copyFields: list(copyField) }
