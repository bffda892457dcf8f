import { defineMessages } from '../../i18n/defineMessages'
import type { Language } from '../../i18n/language'
import type { Bracket } from './writer'

/** The words of the narrative: what stands in brackets for what cannot be shown, and what is said about it below. */
export const english = {
  label: 'Text written by the sender',
  table: 'Table',
  languages: 'Languages of this text',
  removed: 'removed',
  struckOut: 'struck out',
  added: 'added',
  hidden: 'hidden by the sender',
  rightToLeft: 'right to left',
  leftToRight: 'left to right',
  formula: 'formula',
  pictureNotShown: 'picture not shown',
  contentNotShown: 'embedded content not shown',
  override: 'text direction changed here',
  cutHere: 'the text is cut off here',
  link: 'link',
  links: 'Links in this text',
  openLink: 'Open link {number}: {host}',
  droppedTitle: 'Not everything in this text is shown as the sender made it',
  droppedCode: {
    one: '{count} script or style sheet was left out.',
    other: '{count} scripts or style sheets were left out.',
  },
  droppedPictures: { one: '{count} picture was not loaded.', other: '{count} pictures were not loaded.' },
  droppedLinks: {
    one: '{count} link cannot be opened from here.',
    other: '{count} links cannot be opened from here.',
  },
  droppedFields: {
    one: '{count} form field is shown as text.',
    other: '{count} form fields are shown as text.',
  },
  droppedEmbedded: {
    one: '{count} embedded part was left out.',
    other: '{count} embedded parts were left out.',
  },
  droppedOther: {
    one: '{count} unknown element is shown by its text alone.',
    other: '{count} unknown elements are shown by their text alone.',
  },
  droppedLooks: 'The sender’s colours and layout are not shown. Text that they would have hidden is.',
  cut: 'This text is too long to be shown whole. Its end is missing here; it is complete in the source data.',
  plain: 'This browser cannot show formatted text safely. Below is the text as it was sent, with its markup.',
} as const

export const messages = defineMessages(english, {
  es: () => import('./messages.es').then(({ spanish }) => spanish),
})

/** The words that become part of the text. */
export type NarrativeWords = Readonly<
  Record<Bracket | 'pictureNotShown' | 'contentNotShown' | 'override' | 'cutHere' | 'link', string>
>

export function narrativeWords(language: Language): NarrativeWords {
  const t = messages(language)
  return {
    removed: t('removed'),
    struckOut: t('struckOut'),
    added: t('added'),
    hidden: t('hidden'),
    rightToLeft: t('rightToLeft'),
    leftToRight: t('leftToRight'),
    formula: t('formula'),
    pictureNotShown: t('pictureNotShown'),
    contentNotShown: t('contentNotShown'),
    override: t('override'),
    cutHere: t('cutHere'),
    link: t('link'),
  }
}
