import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  title: 'At a glance',
  intro:
    'Put together by this viewer from what follows. What is not coded, or not in this record, is not here.',
  failed: 'The overview could not be made. Read the record itself: everything is in it.',
  alerts: 'Alerts',
  allergies: 'Allergies and intolerances',
  problems: 'Current problems',
  medications: 'Current medication',
  pregnancy: 'Pregnancy',
  devices: 'Devices and implants',
  directives: 'Advance directives',
  results: 'Results out of the ordinary',
  dueVaccines: 'Vaccinations due',
  immunizations: 'Vaccinations',

  countedTitle: '{title} ({count})',
  times: { one: '{text} (once)', other: '{text} ({count} entries)' },
  more: { one: 'Show {count} more', other: 'Show {count} more' },
  fewer: 'Show fewer',
  highCriticality: 'High criticality',
  severeReaction: 'Severe reaction',
  severe: 'Severe',
  until: 'period over: {period}',
  latest: 'latest: {text}',

  notIncluded: 'Not included in this record. That says nothing about whether there is anything.',
  notIncludedInDocument: 'Not included in this document. That says nothing about whether there is anything.',
  none_nilknown: 'None known, the author states.',
  none_notasked: 'Unknown: not asked.',
  none_withheld: 'Information withheld.',
  none_unavailable: 'Unknown: no information available.',
  none_notstarted: 'Unknown: not collected yet.',
  none_closed: 'This list is no longer kept.',
  none_other: 'Left empty: {reason}',
  none_unexplained: 'Left empty without a reason.',
  onlyText: 'Only in the author’s text: read it there.',
  saysMore: 'The author’s text says more than the coded data.',
  missing: {
    one: '{count} entry is mentioned, but not included.',
    other: '{count} entries are mentioned, but not included.',
  },
  otherEntries: {
    one: '{count} entry of another kind is in this section.',
    other: '{count} entries of other kinds are in this section.',
  },
  noneCurrent: {
    one: '{count} entry, not stated as current.',
    other: '{count} entries, none of them stated as current.',
  },
  aboutOthers: 'About somebody else',
  notListedOthers: {
    one: 'Not listed: {count} entry that is about another person than this record.',
    other: 'Not listed: {count} entries that are about other people than this record.',
  },
  notCurrent: { one: 'Not listed: {count} that is over.', other: 'Not listed: {count} that are over.' },
  retracted: {
    one: 'Not listed: {count} entered in error or refuted.',
    other: 'Not listed: {count} entered in error or refuted.',
  },
  qualified: {
    one: 'Not listed: {count} with a qualifier that this viewer does not understand.',
    other: 'Not listed: {count} with a qualifier that this viewer does not understand.',
  },
  statedNothingKnown: '{text}: that says nothing about whether there is anything.',
  contradiction: 'Contradictory: “{text}” is stated as well.',
  resultsJudged: {
    one: '{count} test; its newest result is neither flagged nor outside its range.',
    other: '{count} tests; no newest result is flagged or outside its range.',
  },
  resultsFlagged: {
    one: '{flagged} of {count} test: its newest result is flagged or outside its range.',
    other: '{flagged} of {count} tests: the newest result is flagged or outside its range.',
  },
  unjudged: {
    one: '{count} test came with neither a flag nor a range.',
    other: '{count} tests came with neither a flag nor a range.',
  },

  aboveRange: 'Above the range given',
  belowRange: 'Below the range given',

  trendsTitle: 'Over time',
  trendTest: 'Test',
  trendPicture: 'Course',
  trendText: {
    one: '{label}: {count} value, {values}.',
    other: '{label}: {count} values, from the oldest to the newest: {values}.',
  },
  trendBand: 'The range given is {range}.',
  trendBandsDiffer: 'The ranges given differ; see each value.',
  trendEarlier: {
    one: '{count} earlier value is in the table of all results.',
    other: '{count} earlier values are in the table of all results.',
  },
  trendLeftOut: {
    one: '{count} value that was taken back, cancelled or has no date is not here; see the table of all results.',
    other:
      '{count} values that were taken back, cancelled or have no date are not here; see the table of all results.',
  },
  trendUnit: '{label} ({unit})',
  trendRange: 'range {range}',
} as const

export const messages = defineMessages(english, {
  es: () => import('./messagesGlance.es').then(({ spanish }) => spanish),
})
