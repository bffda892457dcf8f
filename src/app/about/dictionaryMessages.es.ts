import type { Translation } from '../../i18n/defineMessages'
import type { english } from './dictionaryMessages'

export const spanish = {
  title: 'Diccionarios y licencias',
  lead: 'Cuando el remitente solo indica un código, su nombre procede de estos diccionarios. Están en el propio servidor de este visor; no se consulta a nadie más. El código aparece siempre junto al nombre.',
  own: 'Los nombres de las vacunas, de sus fabricantes y de los resultados habituales son propios de este visor, también para códigos de CVX, MVX, LOINC y SNOMED CT.',
  none: 'Aquí no hay diccionarios instalados.',
  failed: 'No se pudo cargar la lista de diccionarios.',
  retry: 'Reintentar',
  loading: 'Cargando…',
  named: '{name} {version}',
  codes: { one: '{count} código', other: '{count} códigos' },
  licence: 'Licencia',
  source: 'Origen',
  notice: 'Aviso',
} satisfies Translation<typeof english>
