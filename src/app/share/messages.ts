import { defineMessages } from '../../i18n/defineMessages'

export const english = {
  share: 'Share…',
  title: 'Share this record',
  close: 'Close',
  card: 'The card',
  link: 'The link',
  what: 'What is shared',
  warnCard: 'Whoever scans or gets this has the whole card, and can keep it and show it to others.',
  warnLink: 'Whoever scans or gets this can open everything behind the link, and can keep it.',
  wholeLink: 'The link opens all of its records, not only the one that you see here.',
  passcode: 'The passcode is not in it. Tell it in another way.',
  longTerm: 'The link stays up to date: whoever has it also sees what is added later.',
  counted:
    'The server may count how often the link is opened, and may let it be opened only once. It has been opened here.',
  expires: 'The link can be opened until {date}.',
  expired: 'The link says that it expired on {date}. Most likely nobody can open it any more.',
  notCurrent: 'This card is not valid today. Whoever checks it will see that.',
  cardCode: 'QR code of the card',
  linkCode: 'QR code of the link',
  scanHint:
    'If it is hard to scan: make the screen brighter, hold still, and keep the code free of reflections.',
  tooLarge: 'This is too long for one QR code that cameras read well. Share it in another way.',
  copyCard: 'Copy the text of the card',
  copyLink: 'Copy the link',
  copied: 'Copied',
  device: 'Share with another app…',
  shared: 'It was handed to the other app.',
  refused: 'This device did not share it. Copy it instead, or save the card as a file.',
} as const

export const messages = defineMessages(english, {
  es: () => import('./messages.es').then(({ spanish }) => spanish),
})
