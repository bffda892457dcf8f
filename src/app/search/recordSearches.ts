import type { EhrConnection } from '../../core/ehr/connection'
import { createRecordSearch, type RecordSearch } from '../../core/ehr/recordSearch'
import type { Services } from '../../platform/services'

const searches = new WeakMap<EhrConnection, RecordSearch>()

/**
 * The search of a chart: one for each connection, outside the screens, so that it goes on and keeps its list while
 * another screen is shown. To close a record keeps the list, of which another may be opened; the next patient does not.
 */
export function recordSearchOf(
  connection: EhrConnection,
  { capture, leaving }: Pick<Services, 'capture' | 'leaving'>,
): RecordSearch {
  const known = searches.get(connection)
  if (known) return known
  const search = createRecordSearch({ chart: connection, readCodes: capture.readDocument })
  searches.set(connection, search)
  leaving.subscribe(search.forget)
  return search
}
