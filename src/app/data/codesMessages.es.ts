import type { Translation } from '../../i18n/defineMessages'
import type { english } from './codesMessages'

export const spanish = {
  codesFailed: 'No se pudieron cargar los nombres de algunos códigos. Se muestran los códigos.',
  codesRetry: 'Cargar los nombres',
} satisfies Translation<typeof english>
