/** What is kept of the words for codes. */
export interface DictionaryConfig {
  /** Hours after which a dictionary of codes is fetched again from the viewer's own host; an older copy serves while it cannot be had. 720 are 30 days. */
  readonly dictionaryMaxAgeHours: number
  /** Megabytes of dictionaries that are kept in the browser; the oldest go first. 0 keeps none. */
  readonly dictionaryCeilingMegabytes: number
}

export const dictionaries: DictionaryConfig = { dictionaryMaxAgeHours: 720, dictionaryCeilingMegabytes: 5 }
