import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  nextPatient: 'Next patient',
  closedTitle: 'The record is closed',
  closedAdvice:
    'It can be brought back for a few seconds, without asking its sender again. Then it is forgotten.',
  secondsLeft: { one: '{count} second left', other: '{count} seconds left' },
  bringBack: 'Bring it back',
  forgetNow: 'Forget it now',
  broughtBack: 'The record is open again.',
  forgotten: 'The record is forgotten.',
  idleTitle: 'Is somebody there?',
  idleText: {
    one: 'Nobody has used this page for nearly {count} minute. What is open will be forgotten, so that the next person at this machine does not see it.',
    other:
      'Nobody has used this page for nearly {count} minutes. What is open will be forgotten, so that the next person at this machine does not see it.',
  },
  stay: 'Keep it open',
  idleLeftTitle: 'Closed, because nobody used the page',
  idleLeftAdvice: 'What was open has been forgotten. Scan the card or open the link again.',
  leftTitle: 'Ready for the next patient',
  leftAdvice:
    'This page has forgotten the last one. What was saved, printed or copied is still where you put it.',
} as const

export const messages = defineMessages(english, {
  es: async () => (await import('./messages.es')).spanish,
})
