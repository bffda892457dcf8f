import { LANGUAGES } from '../../i18n/language'
import { TABS, type ScreenConfig, type Tab } from '../screens'
import { list, oneOf, type Reader, type Readers } from './reader'

const someTabs = list(oneOf(TABS), 1)

/** Each screen once; the one where everything opens is added where it is missing. */
const tabs: Reader<readonly Tab[]> = {
  expected: someTabs.expected,
  read: (value, spot) => {
    const read = someTabs.read(value, spot)
    return read && [...new Set<Tab>([...read, 'data'])]
  },
}

export const screens: Readers<ScreenConfig> = {
  initialTab: oneOf(TABS),
  tabs,
  language: oneOf(['device', ...LANGUAGES]),
}
