import { defineMessages } from '../../i18n/defineMessages'

/** Words for how a card is put together and checked. */
export const english = {
  partsHave: '{have} of {need} scanned',
  partsKeep: 'Go on with the first card',
  partsStartOver: 'Start again with this code',

  checkWithIssuer: 'Check with the issuer',
  checkWithIssuerTells:
    'This asks {host} for its keys. That server then knows that somebody is looking at a card of its issuer, and from which network address; it is not told which card, or whose. Whatever it answers, the card does not become verified, because nobody vouches for that issuer.',
  ask: 'Ask {host}',
  asking: 'Asking {host}…',

  issuerListDated: '{list}, of {date}',
  key: 'Key (kid)',
  thumbprint: 'Fingerprint of the key',
  thumbprintFits: 'The same as the kid',
  thumbprintDiffers: '{thumbprint}, which is not the kid',
  crlVersion: 'List of withdrawn cards, version asked for by the key',
  revocationList: 'List of withdrawn cards',
  revocationListValue: '{source}, version {counter}',
  revocationListDated: '{source}, version {counter}, of {date}',
  assurance: 'Identity assurance level',
  assuranceValue: '{levels}, as the issuer states it',
  keptTitle: 'Where the issuer says it keeps these records',
  keptItem: '{bundled}: {hosted}',
  deviationItem: '{words} ({code}; clause: {clause})',
  deviationItemAt: '{words} ({code}; clause: {clause}; seen: {value})',
} as const

export const checkMessages = defineMessages(english, {
  es: async () => (await import('./checkMessages.es')).spanish,
})
