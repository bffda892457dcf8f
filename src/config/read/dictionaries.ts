import type { DictionaryConfig } from '../dictionaries'
import { number, type Readers } from './reader'

const YEAR = 24 * 365

export const dictionaries: Readers<DictionaryConfig> = {
  dictionaryMaxAgeHours: number(0, YEAR),
  dictionaryCeilingMegabytes: number(0, 500),
}
