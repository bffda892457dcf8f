import type { Config } from '../../config/config'
import type { Tab } from '../../config/screens'

/** Screens that take something in. */
const ENTRANCES: readonly Tab[] = ['scan', 'photo', 'start']

type NextTabConfig = Pick<Config, 'initialTab' | 'tabs' | 'features'>

/**
 * Where the next person's card is brought in: the screen that the deployment begins with, if it takes a scan or a
 * picture, else the box for scans, else whatever it offers.
 */
export function nextTab({ initialTab, tabs, features }: NextTabConfig): Tab {
  const entrances = ENTRANCES.filter((tab) => tabs.includes(tab) && (tab !== 'photo' || features.camera))
  return initialTab === 'photo' && entrances.includes('photo') ? 'photo' : (entrances[0] ?? 'scan')
}
