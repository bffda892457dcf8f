import type { EhrConnection } from '../../core/ehr/connection'
import { createInspector, type Inspector } from '../../core/ehr/inspector'
import type { Services } from '../../platform/services'

const inspectors = new WeakMap<EhrConnection, Inspector>()

/** The inspector of a chart: one for each connection, so that a look at another screen loses nothing. The next patient ends it. */
export function inspectorOf(
  connection: EhrConnection,
  { clock, leaving }: Pick<Services, 'clock' | 'leaving'>,
): Inspector {
  const known = inspectors.get(connection)
  if (known) return known
  const inspector = createInspector(connection, () => clock().getTime())
  inspectors.set(connection, inspector)
  leaving.subscribe(inspector.forget)
  return inspector
}
