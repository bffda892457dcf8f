import type { Config } from '../config/config'
import type { Tab } from '../config/screens'
import { useEhr } from './ehr/EhrContext'

/** The screens that a deployment offers, without those that have no use here and now: a search needs a chart. */
export function useOfferedTabs({ tabs, features }: Pick<Config, 'tabs' | 'features'>): readonly Tab[] {
  const hasSearch = useEhr() !== undefined && features.recordSearch
  return tabs.filter((name) => (name !== 'search' || hasSearch) && (name !== 'photo' || features.camera))
}

/** A search that was asked for before the chart was there is shown when it is; until then, the first screen. */
export const shownTab = (tab: Tab, offered: readonly Tab[]): Tab =>
  (tab === 'search' || tab === 'photo') && !offered.includes(tab) ? (offered[0] ?? 'data') : tab
