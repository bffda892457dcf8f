import type { Language } from '../i18n/language'

/** The screens a reader can be dropped into. */
export const TABS = ['start', 'scan', 'photo', 'search', 'data', 'about'] as const
export type Tab = (typeof TABS)[number]

/**
 * What a reader meets first. It decides nothing about trust, hosts, scopes or what is kept, so that these keys, and no
 * others, may also stand in the address of the page: `?initialTab=scan&tabs=scan,data&lang=es`.
 */
export interface ScreenConfig {
  /**
   * The screen that is shown first, when nothing is being opened. A desk with a scanner wants `scan`, a tablet with a
   * camera `photo`. Where that screen is not among `tabs`, the first of those.
   */
  readonly initialTab: Tab
  /**
   * The screens that are offered, in their order. `data` is always offered: whatever is opened appears there. `search`
   * is offered inside an EHR alone, and while the feature `recordSearch` is on.
   */
  readonly tabs: readonly Tab[]
  /** The language of whoever has chosen none. device: the one of the device that is spoken here, else English. */
  readonly language: Language | 'device'
}

export const screens: ScreenConfig = { initialTab: 'start', tabs: TABS, language: 'device' }
