import type { AppearanceConfig, Colours } from '../appearance'
import { ownFile } from './addresses'
import { byLanguage } from './byLanguage'
import { readable } from './colour'
import { parts, text, type Readers } from './reader'

/** Characters of a footer: some lines. */
const LONGEST_FOOTER = 500

export const appearance: Readers<AppearanceConfig> = {
  title: text(60),
  logo: ownFile,
  colours: parts<Colours>({ light: readable('light'), dark: readable('dark') }),
  footer: byLanguage(LONGEST_FOOTER),
}
