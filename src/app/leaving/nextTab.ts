import type { ScreenConfig, Tab } from '../../config/screens'

/** Screens that take something in. */
const ENTRANCES: readonly Tab[] = ['scan', 'photo', 'start']

/**
 * Where the next person's card is brought in: the screen that the deployment begins with, if it takes a scan or a
 * picture, else the box for scans, else whatever it offers.
 */
export function nextTab({ initialTab, tabs }: Pick<ScreenConfig, 'initialTab' | 'tabs'>): Tab {
  if (initialTab === 'photo' && tabs.includes('photo')) return 'photo'
  return ENTRANCES.find((tab) => tabs.includes(tab)) ?? 'scan'
}
