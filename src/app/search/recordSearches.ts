import type { EhrConnection } from '../../core/ehr/connection'
import { createRecordSearch, type RecordSearch } from '../../core/ehr/recordSearch'
import type { Session } from '../../core/session'
import type { Services } from '../../platform/services'

const searches = new WeakMap<EhrConnection, RecordSearch>()

/**
 * The search of a chart: one for each connection, outside the screens, so that it goes on and keeps its list while
 * another screen is shown. It ends with the connection, and with "Close and forget".
 */
export function recordSearchOf(
  connection: EhrConnection,
  { capture, session }: Pick<Services, 'capture' | 'session'>,
): RecordSearch {
  const known = searches.get(connection)
  if (known) return known
  const search = createRecordSearch({ chart: connection, readCodes: capture.readDocument })
  searches.set(connection, search)
  forgetWith(session, search)
  return search
}

/** What is said to be forgotten is. To cancel one opening is not to close: then another find may be opened. */
function forgetWith(session: Session, search: RecordSearch): void {
  let { phase } = session.state()
  session.subscribe(() => {
    const before = phase
    phase = session.state().phase
    if (phase === 'empty' && before !== 'opening') search.forget()
  })
}
